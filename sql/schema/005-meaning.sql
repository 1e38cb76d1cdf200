-- What figures mean: figures that are given without numerator and denominator (type percent), indicators without a
-- better or worse (direction none), what an indicator of an older set is called now, who owns which part of an
-- indicator, when and where, and services whose lists are not by quarter.

alter table dwh.dim_indicator
    add column successor text not null default '',
    drop constraint dim_indicator_type_ck,
    drop constraint dim_indicator_direction_ck,
    add constraint dim_indicator_type_ck check (type in ('ratio', 'count', 'yes_no', 'times', 'percent')),
    add constraint dim_indicator_direction_ck check (direction in ('up', 'down', 'none'));
comment on column dwh.dim_indicator.successor is 'Kode indikator yang kini menanyakan layanan yang sama; definisinya lain, serinya tidak disambung';
comment on column dwh.dim_indicator.kind is 'spesifik, sensitif, suplai, hasil, atau bidang data lain';
comment on column dwh.dim_indicator.type is 'ratio: pembilang/penyebut, count: cacah, yes_no: 1 ya 0 tidak, times: kali, percent: angka jadi tanpa pembilang dan penyebut';
comment on column dwh.dim_indicator.direction is 'up: makin tinggi makin baik; down: makin rendah makin baik; none: tanpa arah';

alter table dwh.dim_service
    add column period text not null default 'quarter',
    add constraint dim_service_period_ck check (period in ('quarter', 'any'));
comment on column dwh.dim_service.period is 'quarter: dicatat per triwulan; any: daftar untuk periode apa pun';
comment on column dwh.dim_service.subject is 'bumil ibu hamil, anak di bawah dua tahun, paud anak usia PAUD, keluarga, penduduk (daftar perorangan)';
comment on table dwh.dim_service is 'Layanan paket 1.000 HPK (HB1–HB8, HA1–HA10, HP1) dan daftar penerima';

-- a figure that is no pair: reported alone
alter table dwh.fact_coverage
    drop constraint fact_coverage_filled_ck,
    add constraint fact_coverage_filled_ck check (case state
                                                      when 'value' then numerator is not null
                                                                        or denominator is null and reported is not null
                                                      when 'missing' then numerator is null or denominator is null
                                                      else numerator is null and denominator is null
                                                  end);
comment on column dwh.fact_coverage.reported is 'Persentase sebagaimana ditulis instansi (%); indikator jenis percent: angkanya, dalam satuannya';

create table dwh.indicator_owner (
    indicator text not null,
    part text not null,
    region text not null,
    valid_from date not null,
    valid_until date not null,
    agency text not null,
    source text not null,
    constraint indicator_owner_pk primary key (indicator, part, region, valid_from),
    constraint indicator_owner_part_ck check (part in ('numerator', 'denominator')),
    constraint indicator_owner_validity_ck check (valid_from < valid_until)
);
comment on table dwh.indicator_owner is 'Pemilik pembilang dan penyebut yang menyimpang dari katalog indikator, per wilayah dan masa berlaku; lihat dwh.owner_of';
comment on column dwh.indicator_owner.indicator is 'Kode indikator';
comment on column dwh.indicator_owner.part is 'numerator: pembilang, denominator: penyebut';
comment on column dwh.indicator_owner.region is 'Kode Kemendagri provinsi atau kabupaten/kota; kosong: semua';
comment on column dwh.indicator_owner.valid_from is 'Hari pertama berlaku';
comment on column dwh.indicator_owner.valid_until is 'Hari pertama tidak berlaku lagi; infinity: masih berlaku';
comment on column dwh.indicator_owner.agency is 'Kode instansi pemilik';
comment on column dwh.indicator_owner.source is 'Sumber';
grant select on dwh.indicator_owner to kp2s_bi_province, kp2s_bi_regency;

create function dwh.owner_of(indicator text, part text, regency text, day date)
returns text
language sql stable
as $$
    select coalesce((select o.agency
                     from dwh.indicator_owner o
                     where o.indicator = $1
                       and o.part = $2
                       and o.region in ($3, left($3, 2), '')
                       and o.valid_from <= $4
                       and o.valid_until > $4
                     order by length(o.region) desc
                     limit 1),
                    (select case $2 when 'numerator' then i.numerator_owner else i.denominator_owner end
                     from dwh.dim_indicator i
                     where i.code = $1
                     order by i.valid_from <= extract(year from $4)
                              and (i.valid_until is null or i.valid_until >= extract(year from $4)) desc, i.version desc
                     limit 1))
$$;
comment on function dwh.owner_of(text, text, text, date) is 'Instansi pemilik pembilang (numerator) atau penyebut (denominator) suatu indikator di kabupaten/kota pada suatu hari';

-- as in 001, with the type of the indicator
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
       i.type as indicator_type
from dwh.fact_coverage f
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key;
comment on column bi.coverage.indicator_type is 'ratio: pembilang/penyebut, count: cacah, yes_no: 1 ya 0 tidak, times: kali, percent: angka jadi; jumlahkan hanya indikator yang sama jenis dan satuannya';
comment on column bi.coverage.percent_reported is 'Persentase sebagaimana ditulis instansi (%); jenis percent: angkanya dalam satuannya; jangan dijumlahkan atau dirata-ratakan';

-- as in 002; the agency that owns the numerator is the one of the kabupaten/kota at the period's end, and figures that
-- are no pair are left out: nothing can be made of a sum of percentages
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
               end as part -- the total, parts by sex, by age, by both
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
               min(f.part) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region) as part_taken,
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
           f.cell, f.agency_key = f.agency_taken and f.level = f.level_taken and f.part = f.part_taken
    from choice f
$$;
