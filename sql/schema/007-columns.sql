-- Whose figure within a region it is, what household a person is of, and BMI for age.

-- coverage: a kecamatan may have several puskesmas, each with a row of its own ------------------------------------

alter table dwh.fact_coverage add column puskesmas text not null default '';
comment on column dwh.fact_coverage.puskesmas is 'Puskesmas yang angkanya dilaporkan, huruf besar tanpa kata "Puskesmas"; kosong: seluruh wilayah';
alter table dwh.fact_coverage
    drop constraint fact_coverage_pk,
    add constraint fact_coverage_pk primary key (regency_key, region_key, indicator_key, period_key, agency_key, puskesmas, sex, age_group);

-- measurements and services: the household; never in bi -----------------------------------------------------------

alter table dwh.fact_measurement
    add column household text not null default '',
    add column baz numeric(5, 2);
alter table dwh.fact_service add column household text not null default '';
comment on column dwh.fact_measurement.household is 'Token HMAC-SHA-256 dari nomor kartu keluarga; bukan nomornya; kosong: tidak diketahui';
comment on column dwh.fact_measurement.baz is 'Z-skor IMT/U dihitung ulang (WHO 2006)';
comment on column dwh.fact_measurement.puskesmas is 'Puskesmas yang melayani, huruf besar tanpa kata "Puskesmas"; sebelum kolom baz ada: sebagaimana ditulis';
comment on column dwh.fact_measurement.flags is 'Huruf indeks yang di luar batas masuk akal WHO: h TB/U, w BB/U, x BB/TB, b IMT/U';
comment on column dwh.fact_service.household is 'Token HMAC-SHA-256 dari nomor kartu keluarga; bukan nomornya; kosong: tidak diketahui';

-- a history has the columns of its fact in the fact's order, then known_until: the loader moves rows whole -----------

do $$
declare
    kind text;
    was text;
begin
    foreach kind in array array['coverage', 'measurement', 'service'] loop
        select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        into was
        from pg_catalog.pg_attribute a
        where a.attrelid = format('dwh.fact_%s_history', kind)::regclass
          and a.attnum > 0
          and not a.attisdropped;
        execute format('alter table dwh.fact_%1$s_history rename to fact_%1$s_history_before', kind);
        execute format('create table dwh.fact_%1$s_history (like dwh.fact_%1$s including defaults including comments,
                                                            known_until bigint not null)', kind);
        execute format('insert into dwh.fact_%1$s_history (%2$s) select %2$s from dwh.fact_%1$s_history_before', kind, was);
        execute format('comment on table dwh.fact_%1$s_history is %2$L', kind,
                       obj_description(format('dwh.fact_%s_history_before', kind)::regclass));
        execute format('comment on column dwh.fact_%s_history.known_until is %L', kind,
                       'submission_key pemuatan yang mengakhiri berlakunya baris ini');
        execute format('drop table dwh.fact_%s_history_before', kind);
        execute format('create index fact_%1$s_history_submission_ix on dwh.fact_%1$s_history (submission_key)', kind);
    end loop;
end
$$;
create index fact_coverage_history_ix on dwh.fact_coverage_history (regency_key, region_key, indicator_key, period_key, agency_key, puskesmas, sex, age_group);
create index fact_measurement_history_ix on dwh.fact_measurement_history (regency_key, child, measured_on, system);
create index fact_service_history_ix on dwh.fact_service_history (regency_key, person, service_key, period_key);

-- as in 001, with the new columns, which stand last -----------------------------------------------------------------

create or replace function dwh.coverage_as_of(moment timestamptz)
returns setof dwh.fact_coverage
language sql stable
as $$
    select f.regency_key, f.region_key, f.indicator_key, f.period_key, f.agency_key, f.sex, f.age_group, f.state,
           f.numerator, f.denominator, f.reported, f.submission_key, f.table_no, f.row_no, f.cell,
           f.known_from, f.puskesmas
    from dwh.fact_coverage f
    join audit.submission a on a.submission_key = f.known_from
    where a.loaded_at <= moment
    union all
    select f.regency_key, f.region_key, f.indicator_key, f.period_key, f.agency_key, f.sex, f.age_group, f.state,
           f.numerator, f.denominator, f.reported, f.submission_key, f.table_no, f.row_no, f.cell,
           f.known_from, f.puskesmas
    from dwh.fact_coverage_history f
    join audit.submission a on a.submission_key = f.known_from
    join audit.submission z on z.submission_key = f.known_until
    where a.loaded_at <= moment
      and z.loaded_at > moment
$$;

create or replace function dwh.measurement_as_of(moment timestamptz)
returns setof dwh.fact_measurement
language sql stable
as $$
    select f.regency_key, f.region_key, f.child, f.measured_on, f.period_key, f.agency_key, f.system, f.key_id,
           f.puskesmas, f.sex, f.age_days, f.weight, f.height, f.position, f.muac, f.haz, f.waz, f.whz,
           f.flags, f.ha_status, f.wa_status, f.wh_status, f.haz_reported, f.waz_reported, f.whz_reported,
           f.ha_status_reported, f.submission_key, f.table_no, f.row_no, f.cell, f.known_from, f.household, f.baz
    from dwh.fact_measurement f
    join audit.submission a on a.submission_key = f.known_from
    where a.loaded_at <= moment
    union all
    select f.regency_key, f.region_key, f.child, f.measured_on, f.period_key, f.agency_key, f.system, f.key_id,
           f.puskesmas, f.sex, f.age_days, f.weight, f.height, f.position, f.muac, f.haz, f.waz, f.whz,
           f.flags, f.ha_status, f.wa_status, f.wh_status, f.haz_reported, f.waz_reported, f.whz_reported,
           f.ha_status_reported, f.submission_key, f.table_no, f.row_no, f.cell, f.known_from, f.household, f.baz
    from dwh.fact_measurement_history f
    join audit.submission a on a.submission_key = f.known_from
    join audit.submission z on z.submission_key = f.known_until
    where a.loaded_at <= moment
      and z.loaded_at > moment
$$;

create or replace function dwh.service_as_of(moment timestamptz)
returns setof dwh.fact_service
language sql stable
as $$
    select f.regency_key, f.region_key, f.person, f.subject, f.service_key, f.period_key, f.agency_key, f.key_id,
           f.state, f.submission_key, f.table_no, f.row_no, f.cell, f.known_from, f.household
    from dwh.fact_service f
    join audit.submission a on a.submission_key = f.known_from
    where a.loaded_at <= moment
    union all
    select f.regency_key, f.region_key, f.person, f.subject, f.service_key, f.period_key, f.agency_key, f.key_id,
           f.state, f.submission_key, f.table_no, f.row_no, f.cell, f.known_from, f.household
    from dwh.fact_service_history f
    join audit.submission a on a.submission_key = f.known_from
    join audit.submission z on z.submission_key = f.known_until
    where a.loaded_at <= moment
      and z.loaded_at > moment
$$;

-- as in 005, with the puskesmas
create or replace view bi.coverage with (security_invoker = true) as
select r.province_code,
       r.province_name,
       r.regency_code,
       r.regency_name,
       r.district_code,
       r.district_name,
       r.code as region_code,
       r.name as region_name,
       r.level as region_level,
       i.code as indicator_code,
       i.version as indicator_version,
       i.name as indicator_name,
       i.unit,
       i.direction,
       p.code as period,
       p.kind as period_kind,
       p.year,
       p.starts_on as period_start,
       p.ends_on as period_end,
       a.code as agency_code,
       a.name as agency_name,
       f.sex,
       f.age_group,
       f.state,
       -- only pairs that are whole: a plain sum() of both columns is then a right ratio
       case when f.state = 'value' then f.numerator end as numerator,
       case when f.state = 'value' then f.denominator end as denominator,
       round(100 * f.numerator / nullif(f.denominator, 0), 2) as percent,
       f.reported as percent_reported,
       f.submission_key || ':' || f.table_no || ':' || f.row_no
           || coalesce(':' || substring(f.cell from '[A-Z]+[0-9]+'), '') as trace_id,
       f.regency_key,
       i.type as indicator_type,
       f.puskesmas
from dwh.fact_coverage f
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key;
comment on view bi.coverage is 'Cakupan layanan yang berlaku, satu baris per indikator × wilayah × periode, dirinci per puskesmas, jenis kelamin dan kelompok umur bila formulir merincinya; jumlahkan pembilang dan penyebut, bukan persen';
comment on column bi.coverage.puskesmas is 'Puskesmas yang angkanya dilaporkan, huruf besar tanpa kata "Puskesmas"; kosong: seluruh wilayah; jangan dijumlahkan bersama baris seluruh wilayah';

-- as in 006; figures of one puskesmas are compared with one another
create or replace view bi.identity_broken with (security_invoker = true) as
select r.province_code, r.regency_code, r.regency_name, r.code as region_code, r.name as region_name, p.code as period,
       p.year, a.code as agency_code, f.sex, f.age_group, c.identity, c.relation, f.parts_sum, f.total, c.source,
       f.regency_key, f.puskesmas
from (select d.identity, f.regency_key, f.region_key, f.period_key, f.agency_key, f.puskesmas, f.sex,
             f.age_group, count(*) as figures, sum(f.numerator) filter (where i.code = any (d.parts)) as parts_sum,
             sum(f.numerator) filter (where i.code = d.total) as total
      from dwh.identity d
      join dwh.dim_indicator i on i.code = any (d.parts || d.total)
      join dwh.fact_coverage f on f.indicator_key = i.indicator_key
      where f.state = 'value'
      group by d.identity, f.regency_key, f.region_key, f.period_key, f.agency_key, f.puskesmas, f.sex, f.age_group) f
join dwh.identity c on c.identity = f.identity and cardinality(c.parts) + 1 = f.figures
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key
where case c.relation when 'equal' then f.parts_sum <> f.total else f.parts_sum > f.total end;
comment on column bi.identity_broken.puskesmas is 'Puskesmas yang angkanya dilaporkan; kosong: seluruh wilayah';

-- as in 005; of each region the row for all of it, else the sum over its puskesmas
create or replace function review.coverage_figure(performance_year smallint, province text)
returns table (
    regency_key bigint,
    indicator_key bigint,
    region text,
    numerator numeric,
    denominator numeric,
    submission_key bigint,
    table_no smallint,
    row_no integer,
    cell text,
    counted boolean
)
language sql stable
as $$
    with found as (
        select r.regency_key, r.code as regency, f.indicator_key, i.code as indicator, f.agency_key, a.code as agency,
               g.code as region, g.level, f.state, f.numerator, f.denominator, f.submission_key, f.table_no, f.row_no,
               f.cell, p.starts_on, p.ends_on,
               case
                   when f.sex = '' and f.age_group = '' then 1
                   when f.age_group = '' then 2
                   when f.sex = '' then 3
                   else 4
               end as part, -- the total, parts by sex, by age, by both
               case
                   when f.puskesmas <> '' then 2
                   when f.sex = '' and f.age_group = '' then 1
                   else 3
               end as whole, -- the region's total, figures of its puskesmas, the region's parts
               f.puskesmas
        from dwh.fact_coverage f
        join review.regency r on r.member_key = f.regency_key
        join dwh.dim_region g on g.region_key = f.region_key
        join dwh.dim_period p on p.period_key = f.period_key
        join dwh.dim_agency a on a.agency_key = f.agency_key
        join dwh.dim_indicator i on i.indicator_key = f.indicator_key
        where r.province_code = $2
          and p.year = $1
          and i.type <> 'percent'
    ), owner as (
        select o.*, dwh.owner_of(o.indicator, 'numerator', o.regency, o.ends_on) as agency
        from (select distinct indicator, regency, ends_on from found) o
    ), fact as (
        select f.*, f.agency = o.agency as owner,
               rank() over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region
                            order by f.ends_on desc, f.starts_on) as age
        from found f
        join owner o on o.indicator = f.indicator and o.regency = f.regency and o.ends_on = f.ends_on
    ), figure as (
        select f.*,
               min(f.whole) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region) as whole_taken,
               min(f.part) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region, f.puskesmas) as part_taken,
               max(f.level) over (partition by f.regency_key, f.indicator_key, f.agency_key) as level_taken,
               dense_rank() over (partition by f.regency_key, f.indicator_key, f.agency_key order by f.region) as region_no
        from fact f
        where f.age = 1
          and f.state = 'value'
    ), counted as (
        select f.*, max(f.region_no) over (partition by f.regency_key, f.indicator_key, f.agency_key) as regions
        from figure f
    ), choice as (
        select f.*, first_value(f.agency_key) over (partition by f.regency_key, f.indicator_key
                                                    order by f.owner desc, f.regions desc, f.agency) as agency_taken
        from counted f
    )
    select f.regency_key, f.indicator_key, f.region, f.numerator, f.denominator, f.submission_key, f.table_no, f.row_no,
           f.cell, f.agency_key = f.agency_taken and f.level = f.level_taken
               and f.whole = f.whole_taken and f.part = f.part_taken
    from choice f
$$;
