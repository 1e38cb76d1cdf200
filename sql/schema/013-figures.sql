-- The review below and above the kabupaten/kota: coverage, prevalence and convergence from village to province, priority
-- villages (lokus) apart, strengths and weaknesses with the villages behind them, punctuality by agency, movement since
-- last year. What is due for whom, when a form is due and which villages are priority is data (etc/catalogue).

-- rules ------------------------------------------------------------------------------------------------------------

create table dwh.lokus (
    year smallint not null,
    region text not null,
    decree text not null,
    source text not null,
    constraint lokus_pk primary key (year, region)
);
comment on table dwh.lokus is 'Desa/kelurahan lokus (prioritas) per tahun menurut keputusan (etc/catalogue/lokus.csv)';
comment on column dwh.lokus.year is 'Tahun kinerja yang lokusnya ditetapkan';
comment on column dwh.lokus.region is 'Kode Kemendagri desa/kelurahan';
comment on column dwh.lokus.decree is 'Nomor dan tanggal keputusan penetapan';
comment on column dwh.lokus.source is 'Sumber';

create table dwh.service_due (
    service text not null,
    from_months smallint not null,
    until_months smallint not null,
    nutrition text not null,
    source text not null,
    constraint service_due_pk primary key (service, from_months, nutrition),
    constraint service_due_months_ck check (from_months >= 0 and until_months > from_months),
    constraint service_due_nutrition_ck check (nutrition in ('', 'problem'))
);
comment on table dwh.service_due is 'Bagi anak mana suatu layanan berlaku (etc/catalogue/due.csv); layanan tanpa baris berlaku sebagaimana ditulis';
comment on column dwh.service_due.service is 'Kode layanan (dwh.dim_service)';
comment on column dwh.service_due.from_months is 'Mulai umur sekian bulan penuh pada akhir triwulan';
comment on column dwh.service_due.until_months is 'Sebelum umur sekian bulan penuh';
comment on column dwh.service_due.nutrition is 'problem: hanya anak pendek, kurus atau berat badan kurang; kosong: semua';
comment on column dwh.service_due.source is 'Sumber';

create table dwh.deadline (
    agency text not null,
    form text not null,
    period text not null,
    region text not null,
    due_on date not null,
    source text not null,
    constraint deadline_pk primary key (form, period, region)
);
comment on table dwh.deadline is 'Tenggat kiriman menurut surat edaran (etc/catalogue/deadlines.csv)';
comment on column dwh.deadline.agency is 'Kode instansi yang wajib mengirim';
comment on column dwh.deadline.form is 'Formulir: id tata letak (etc/layouts)';
comment on column dwh.deadline.period is 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08';
comment on column dwh.deadline.region is 'Kode Kemendagri provinsi atau kabupaten/kota; kosong: semua; yang tersempit berlaku';
comment on column dwh.deadline.due_on is 'Hari terakhir yang masih tepat waktu';
comment on column dwh.deadline.source is 'Surat atau keputusan yang menetapkannya';

create view review.region_now with (security_invoker = true) as
select distinct on (code) region_key, code, name, level, province_code
from dwh.dim_region
order by code, valid_from desc;
comment on view review.region_now is 'Versi terakhir setiap wilayah';
comment on column review.region_now.region_key is 'Kunci versi terakhir (dwh.dim_region)';
comment on column review.region_now.code is 'Kode Kemendagri bertitik';
comment on column review.region_now.name is 'Nama menurut versi terakhir';
comment on column review.region_now.level is '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan';
comment on column review.region_now.province_code is 'Kode Kemendagri provinsi';

-- coverage -----------------------------------------------------------------------------------------------------------

-- a figure beyond all sense must not stop the review: a percentage has as many digits as it needs
drop view bi.review_coverage;
alter table review.coverage alter column percent type numeric;

-- As in 008, of a whole province and year in seconds: the latest period of each region is found before anything else is asked of
-- its figures.
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
    counted boolean,
    denominator_told numeric,
    denominator_submission_key bigint,
    denominator_table_no smallint,
    denominator_row_no integer,
    denominator_cell text
)
language sql stable
set enable_nestloop = off -- of a whole province, whose share of the register says little of its share of the facts
set enable_mergejoin = off -- so that nothing is sorted that need not be
set jit = off -- and what the planner then thinks to be dear is not worth compiling
set work_mem = '64MB'
as $$
    with period as (
        select period_key, ends_on, row_number() over (order by ends_on, starts_on desc) as no
        from dwh.dim_period
        where year = $1
    ), latest as (
        select f.regency_key, f.region_key, f.indicator_key, f.agency_key, max(p.no) as no
        from dwh.fact_coverage f
        join period p on p.period_key = f.period_key
        join dwh.dim_indicator i on i.indicator_key = f.indicator_key and i.type <> 'percent'
        where f.period_key between $1::integer * 10000 and $1::integer * 10000 + 9999 -- the year's partition
          and f.regency_key in (select member_key from review.regency where province_code = $2)
        group by f.regency_key, f.region_key, f.indicator_key, f.agency_key
    ), place as ( -- by code: the versions of a region are one
        select l.regency_key as member_key, l.region_key, l.indicator_key, l.agency_key, r.regency_key, r.code as regency,
               g.code as region, g.level,
               max(l.no) over (partition by r.regency_key, g.code, l.indicator_key, l.agency_key) as no
        from latest l
        join review.regency r on r.member_key = l.regency_key
        join dwh.dim_region g on g.region_key = l.region_key
    ), found as (
        select l.regency_key, l.regency, l.indicator_key, l.agency_key, l.region, l.level, f.numerator, f.denominator,
               f.submission_key, f.table_no, f.row_no, f.cell, f.period_key, p.ends_on, f.puskesmas, f.sex, f.age_group,
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
               end as whole -- the region's total, figures of its puskesmas, the region's parts
        from place l
        join period p on p.no = l.no
        join dwh.fact_coverage f on f.regency_key = l.member_key and f.region_key = l.region_key
                                and f.indicator_key = l.indicator_key and f.agency_key = l.agency_key
                                and f.period_key = p.period_key
        where f.period_key between $1::integer * 10000 and $1::integer * 10000 + 9999
          and f.state = 'value'
    ), asked as ( -- owners of these few
        select distinct regency_key, regency, indicator_key, agency_key, ends_on
        from found
    ), sender as (
        select k.*, i.code as indicator, a.code as agency,
               coalesce(a.code = dwh.owner_of(i.code, 'numerator', k.regency, k.ends_on), false) as owner
        from asked k
        join dwh.dim_indicator i on i.indicator_key = k.indicator_key
        join dwh.dim_agency a on a.agency_key = k.agency_key
    ), part as (
        select regency_key, indicator_key, agency_key, region, puskesmas, min(level) as level, min(whole) as whole,
               min(part) as part
        from found
        group by regency_key, indicator_key, agency_key, region, puskesmas
    ), whole as (
        select regency_key, indicator_key, agency_key, region, min(level) as level, min(whole) as whole
        from part
        group by regency_key, indicator_key, agency_key, region
    ), agency as (
        select regency_key, indicator_key, agency_key, max(level) as level, count(*) as regions
        from whole
        group by regency_key, indicator_key, agency_key
    ), taken as (
        select distinct on (y.regency_key, y.indicator_key) y.regency_key, y.indicator_key, y.agency_key, y.level
        from agency y
        join (select regency_key, indicator_key, agency_key, agency, bool_or(owner) as owner
              from sender
              group by regency_key, indicator_key, agency_key, agency) s using (regency_key, indicator_key, agency_key)
        order by y.regency_key, y.indicator_key, s.owner desc, y.regions desc, s.agency
    ), people as ( -- whose count of the people is the denominator, where another agency sent the figure
        select o.regency_key, o.regency, o.indicator_key, o.agency_key, o.ends_on, o.population, a.agency_key as owner_key
        from (select s.*, p.population, dwh.owner_of(s.indicator, 'denominator', s.regency, s.ends_on) as theirs
              from sender s
              join dwh.population p on p.indicator = s.indicator and p.part = 'denominator') o
        join dwh.dim_agency a on a.code = o.theirs
        where o.theirs <> o.agency
          and o.theirs = dwh.owner_of(o.population, 'numerator', o.regency, o.ends_on)
    ), told as ( -- every count of theirs in these periods; of several the first in the catalogue's order
        select distinct on (p.population, f.agency_key, g.code, f.period_key, f.puskesmas, f.sex, f.age_group)
               p.population, f.agency_key, g.code as region, f.period_key, f.puskesmas, f.sex, f.age_group,
               case p.part when 'numerator' then f.numerator else f.denominator end as count, f.submission_key, f.table_no,
               f.row_no, split_part(f.cell, ' ', case p.part when 'numerator' then 1 else 2 end) as cell
        from dwh.population p
        join dwh.dim_indicator i on i.code = p.indicator
        join dwh.fact_coverage f on f.indicator_key = i.indicator_key
        join (select distinct k.population, k.owner_key, k.regency_key, q.period_key
              from people k
              join period q on q.ends_on = k.ends_on) w on w.population = p.population and w.owner_key = f.agency_key
                                                      and w.period_key = f.period_key
        join review.regency r on r.member_key = f.regency_key and r.regency_key = w.regency_key
        join dwh.dim_region g on g.region_key = f.region_key
        where f.period_key between $1::integer * 10000 and $1::integer * 10000 + 9999
          and f.state <> 'na'
          and case p.part when 'numerator' then f.numerator else f.denominator end is not null
        order by p.population, f.agency_key, g.code, f.period_key, f.puskesmas, f.sex, f.age_group, p.position
    )
    select f.regency_key, f.indicator_key, f.region, f.numerator, coalesce(d.count, f.denominator), f.submission_key,
           f.table_no, f.row_no, f.cell,
           f.agency_key = t.agency_key and f.level = t.level and f.whole = w.whole and f.part = p.part,
           f.denominator, d.submission_key, d.table_no, d.row_no, d.cell
    from found f
    join taken t on t.regency_key = f.regency_key and t.indicator_key = f.indicator_key
    join whole w on w.regency_key = f.regency_key and w.indicator_key = f.indicator_key and w.agency_key = f.agency_key
                and w.region = f.region
    join part p on p.regency_key = f.regency_key and p.indicator_key = f.indicator_key and p.agency_key = f.agency_key
               and p.region = f.region and p.puskesmas = f.puskesmas
    left join people k on k.regency_key = f.regency_key and k.indicator_key = f.indicator_key and k.agency_key = f.agency_key
                      and k.ends_on = f.ends_on
    left join told d on d.population = k.population and d.agency_key = k.owner_key and d.region = f.region
                    and d.period_key = f.period_key and d.puskesmas = f.puskesmas and d.sex = f.sex
                    and d.age_group = f.age_group and d.count > 0
$$;

create table review.coverage_region (
    performance_year smallint not null,
    regency_key bigint not null,
    indicator_key bigint not null,
    region_key bigint not null,
    villages text not null,
    level smallint not null,
    numerator numeric not null,
    denominator numeric not null,
    percent numeric,
    regions bigint not null,
    set_aside bigint not null,
    computed_at timestamptz not null,
    constraint coverage_region_pk primary key (performance_year, regency_key, indicator_key, region_key, villages),
    constraint coverage_region_villages_ck check (villages in ('all', 'lokus', 'other')),
    constraint coverage_region_percent_ck check ((percent is null) = (denominator = 0))
);
create index coverage_region_level_ix on review.coverage_region (performance_year, indicator_key) where level <= 2;
comment on table review.coverage_region is 'Cakupan layanan dari desa/kelurahan sampai provinsi: jumlah pembilang dan penyebut yang dihitung dalam review.coverage';

create table review.survey (
    performance_year smallint not null,
    regency_key bigint not null,
    indicator_key bigint not null,
    region_key bigint not null,
    level smallint not null,
    value numeric not null,
    period_key bigint not null,
    agency_key bigint not null,
    submission_key bigint not null,
    table_no smallint not null,
    row_no integer not null,
    cell text not null,
    computed_at timestamptz not null,
    constraint survey_pk primary key (performance_year, regency_key, indicator_key, region_key),
    constraint survey_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint survey_indicator_fk foreign key (indicator_key) references dwh.dim_indicator
);
comment on table review.survey is 'Hasil survei dan indeks sebagaimana diterbitkan (SSGI/SKI, IKPS): tidak dijumlahkan dan tidak dicampur dengan data layanan';

-- prevalence ---------------------------------------------------------------------------------------------------------

create table review.prevalence_region (
    performance_year smallint not null,
    regency_key bigint not null,
    region_key bigint not null,
    system text not null,
    ages text not null,
    measure text not null,
    level smallint not null,
    children bigint not null,
    measured bigint not null,
    affected bigint not null,
    percent numeric(5, 2),
    lower_bound numeric(5, 2),
    upper_bound numeric(5, 2),
    ds_children bigint,
    ds_target numeric,
    computed_at timestamptz not null,
    constraint prevalence_region_pk primary key (performance_year, regency_key, region_key, system, ages, measure),
    constraint prevalence_region_ages_ck check (ages in ('under5', 'under2')),
    constraint prevalence_region_measure_ck check (measure in ('stunted', 'severely_stunted', 'underweight', 'wasted', 'overweight')),
    constraint prevalence_region_percent_ck check ((percent is null) = (measured = 0))
);
comment on table review.prevalence_region is 'Prevalensi status gizi balita dan baduta dari desa/kelurahan sampai provinsi per sistem sumber, dengan selang kepercayaan dan D/S';

-- 95 %; doc/review.md says what it means of a list of all children and what of a sample
create function review.wilson(affected numeric, measured numeric, side integer)
returns numeric
language sql immutable
as $$
    select case
               when $2 > 0 then round(100 * (2 * $1 + 3.841458820694124
                                             + $3 * 1.959963984540054 * sqrt(3.841458820694124 + 4 * $1 * ($2 - $1) / $2))
                                      / (2 * ($2 + 3.841458820694124)), 2)
           end
$$;
comment on function review.wilson(numeric, numeric, integer) is 'Batas selang kepercayaan 95 % menurut Wilson, dalam persen, dua desimal; side −1 bawah, 1 atas';

-- convergence --------------------------------------------------------------------------------------------------------

-- The services of the latest quarter, and how each counts: a service that was not given is none where dwh.service_due says
-- that it is not due for the child, whose age and nutrition its measurements tell.
create function review.service_figure(performance_year smallint, province text)
returns table (
    regency_key bigint,
    region text,
    period_key bigint,
    person text,
    household text,
    subject text,
    service text,
    told text,
    counted text,
    submission_key bigint,
    table_no smallint,
    row_no integer,
    cell text
)
language sql stable
set enable_nestloop = off -- of a whole province, as review.coverage_figure
set jit = off
as $$
    with fact as (
        select r.regency_key, g.code as region, f.period_key, p.ends_on, f.person, f.household, f.subject, v.code as service,
               f.state, f.submission_key, f.table_no, f.row_no, f.cell,
               rank() over (partition by r.regency_key order by p.ends_on desc) as age
        from dwh.fact_service f
        join review.regency r on r.member_key = f.regency_key
        join dwh.dim_region g on g.region_key = f.region_key
        join dwh.dim_period p on p.period_key = f.period_key
        join dwh.dim_service v on v.service_key = f.service_key
        where r.province_code = $2
          and p.year = $1
          and p.kind = 'quarter'
          and f.subject in ('bumil', 'anak')
    ), child as (
        select distinct on (c.person, c.ends_on) c.person, c.ends_on, age(c.ends_on, m.measured_on - m.age_days) as age,
               case when position('h' in m.flags) = 0 then m.haz < -2 end as stunted,
               case when position('w' in m.flags) = 0 then m.waz < -2 end as underweight,
               case when position('x' in m.flags) = 0 then m.whz < -2 end as wasted
        from (select distinct person, ends_on
              from fact
              where age = 1 and subject = 'anak' and state = 'T' and service in (select service from dwh.service_due)) c
        join dwh.fact_measurement m on m.child = c.person
        where m.measured_on <= c.ends_on
          and m.measured_on between make_date($1 - 2, 1, 1) and make_date($1, 12, 31)
        order by c.person, c.ends_on, m.measured_on desc, m.system
    ), known as (
        select person, ends_on, (extract(year from age) * 12 + extract(month from age))::integer as months,
               stunted or underweight or wasted as problem -- null: not known
        from child
    )
    select f.regency_key, f.region, f.period_key, f.person, f.household, f.subject, f.service, f.state,
           case
               when f.state = 'T' and k.person is not null
                    and f.service in (select service from dwh.service_due)
                    and not exists (select
                                    from dwh.service_due d
                                    where d.service = f.service
                                      and k.months >= d.from_months
                                      and k.months < d.until_months
                                      and (d.nutrition = '' or k.problem is distinct from false)) then 'TS'
               else f.state
           end,
           f.submission_key, f.table_no, f.row_no, f.cell
    from fact f
    left join known k on f.subject = 'anak' and k.person = f.person and k.ends_on = f.ends_on
    where f.age = 1
$$;
comment on function review.service_figure(smallint, text) is 'Layanan triwulan terakhir satu tahun dan provinsi; told: Y, T, TS sebagaimana ditulis; counted: sebagaimana dihitung menurut dwh.service_due';

create table review.convergence_region (
    performance_year smallint not null,
    regency_key bigint not null,
    region_key bigint not null,
    subject text not null,
    service text not null,
    level smallint not null,
    period_key bigint,
    received bigint not null,
    due bigint not null,
    not_due bigint not null,
    percent numeric(5, 2),
    persons bigint,
    complete bigint,
    complete_percent numeric(5, 2),
    households bigint,
    complete_households bigint,
    computed_at timestamptz not null,
    constraint convergence_region_pk primary key (performance_year, regency_key, region_key, subject, service),
    constraint convergence_region_percent_ck check ((percent is null) = (due = 0))
);
comment on table review.convergence_region is 'Konvergensi layanan dari desa/kelurahan sampai provinsi, per sasaran dan per layanan';

-- completeness and punctuality -----------------------------------------------------------------------------------------

create table review.submission_due (
    performance_year smallint not null,
    regency_key bigint not null,
    form text not null,
    period_key bigint not null,
    agency_key bigint not null,
    due_on date,
    due_source text,
    came_on date,
    days_late integer,
    submissions bigint not null,
    records bigint not null,
    rejected bigint not null,
    computed_at timestamptz not null,
    constraint submission_due_pk primary key (performance_year, regency_key, form, period_key),
    constraint submission_due_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint submission_due_period_fk foreign key (period_key) references dwh.dim_period,
    constraint submission_due_agency_fk foreign key (agency_key) references dwh.dim_agency
);
comment on table review.submission_due is 'Kiriman yang wajib per formulir dan periode: tenggatnya, kapan datang, berapa hari terlambat';

-- strengths and weaknesses ------------------------------------------------------------------------------------------------

create table review.aspect (
    performance_year smallint not null,
    regency_key bigint not null,
    side text not null,
    place smallint not null,
    indicator_key bigint not null,
    attainment numeric not null,
    margin numeric not null,
    unserved numeric not null,
    computed_at timestamptz not null,
    constraint aspect_pk primary key (performance_year, regency_key, side, place),
    constraint aspect_side_ck check (side in ('strong', 'weak')),
    constraint aspect_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint aspect_indicator_fk foreign key (indicator_key) references dwh.dim_indicator
);
comment on table review.aspect is 'Tiga cakupan terkuat dan tiga terlemah setiap kabupaten/kota terhadap target';

create table review.peer (
    performance_year smallint not null,
    regency_key bigint not null,
    indicator_key bigint not null,
    place smallint not null,
    peer_key bigint not null,
    peer_percent numeric not null,
    peer_denominator numeric not null,
    computed_at timestamptz not null,
    constraint peer_pk primary key (performance_year, regency_key, indicator_key, place),
    constraint peer_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint peer_indicator_fk foreign key (indicator_key) references dwh.dim_indicator,
    constraint peer_peer_fk foreign key (peer_key) references dwh.dim_region (region_key)
);
comment on table review.peer is 'Tempat belajar: kabupaten/kota seprovinsi yang lebih baik pada cakupan terlemah, terdekat besar sasarannya';

-- for officers and BI tools ----------------------------------------------------------------------------------------------

-- as in 002, with the target's source and what is beyond 100 %
create view bi.review_coverage with (security_invoker = true) as
select c.performance_year, r.code as region, r.name as region_name, r.province_code, i.code as indicator,
       i.name as indicator_name, i.direction, c.numerator, c.denominator, c.percent, c.target, c.target_verified,
       c.regions, c.set_aside, c.computed_at, c.target_source, coalesce(c.numerator > c.denominator and c.denominator > 0, false) as over_100,
       i.version as indicator_version, i.unit, c.regency_key
from review.coverage c
join dwh.dim_region r on r.region_key = c.regency_key
join dwh.dim_indicator i on i.indicator_key = c.indicator_key;
comment on view bi.review_coverage is 'Cakupan layanan per kabupaten/kota dan indikator, dengan target dan sumbernya';

create view bi.review_coverage_region with (security_invoker = true) as
select c.performance_year, r.province_code, r.regency_code, r.regency_name, r.district_code, r.district_name,
       r.code as region, r.name as region_name, c.level, c.villages,
       case when c.level = 4 then exists (select from dwh.lokus l where l.year = c.performance_year and l.region = r.code) end as is_lokus,
       i.code as indicator, i.version as indicator_version, i.name as indicator_name, i.unit, i.direction,
       c.numerator, c.denominator, c.percent, c.denominator > 0 and c.numerator > c.denominator as over_100,
       t.value as target, t.source as target_source, t.verified as target_verified, c.regions, c.set_aside, c.computed_at,
       c.regency_key
from review.coverage_region c
join dwh.dim_region r on r.region_key = c.region_key
join dwh.dim_indicator i on i.indicator_key = c.indicator_key
left join lateral (select g.value, g.source, g.verified
                   from dwh.target g
                   where g.indicator_code = i.code
                     and g.year = c.performance_year
                     and g.region_code in (r.regency_code, r.province_code, '')
                   order by length(g.region_code) desc
                   limit 1) t on true;
comment on view bi.review_coverage_region is 'Cakupan layanan dari desa/kelurahan sampai provinsi, desa lokus dan lainnya, dengan target; jumlahkan hanya satu tingkat (level) dan villages = all';

create view bi.review_survey with (security_invoker = true) as
select s.performance_year, r.province_code, r.regency_code, r.regency_name, r.code as region, r.name as region_name, s.level,
       i.code as indicator, i.name as indicator_name, i.unit, i.direction, s.value, p.code as period, a.code as agency_code,
       a.name as agency_name, s.submission_key || ':' || s.table_no || ':' || s.row_no as trace_id, s.computed_at, s.regency_key
from review.survey s
join dwh.dim_region r on r.region_key = s.region_key
join dwh.dim_indicator i on i.indicator_key = s.indicator_key
join dwh.dim_period p on p.period_key = s.period_key
join dwh.dim_agency a on a.agency_key = s.agency_key;
comment on view bi.review_survey is 'Hasil survei dan indeks sebagaimana diterbitkan; tidak dicampur dengan data layanan';

create view bi.review_prevalence_region with (security_invoker = true) as
select p.performance_year, r.province_code, r.regency_code, r.regency_name, r.district_code, r.district_name,
       r.code as region, r.name as region_name, p.level, p.system, p.ages, p.measure, p.children, p.measured, p.affected,
       p.percent, p.lower_bound, p.upper_bound, p.ds_children, p.ds_target,
       round(100 * p.ds_children / nullif(p.ds_target, 0), 2) as ds_percent, p.computed_at, p.regency_key
from review.prevalence_region p
join dwh.dim_region r on r.region_key = p.region_key;
comment on view bi.review_prevalence_region is 'Prevalensi status gizi dari desa/kelurahan sampai provinsi, dengan selang kepercayaan dan D/S di sampingnya';

create view bi.review_convergence_region with (security_invoker = true) as
select c.performance_year, r.province_code, r.regency_code, r.regency_name, r.district_code, r.district_name,
       r.code as region, r.name as region_name, c.level, p.code as period, c.subject, c.service, v.name as service_name,
       v.package, c.received, c.due, c.not_due, c.percent, c.persons, c.complete, c.complete_percent, c.households,
       c.complete_households, round(100.0 * c.complete_households / nullif(c.households, 0), 2) as complete_households_percent,
       c.computed_at, c.regency_key
from review.convergence_region c
join dwh.dim_region r on r.region_key = c.region_key
left join dwh.dim_period p on p.period_key = c.period_key
left join dwh.dim_service v on v.code = c.service;
comment on view bi.review_convergence_region is 'Konvergensi layanan dari desa/kelurahan sampai provinsi: tingkat gabungan dan bagian yang lengkap, per sasaran dan per layanan';

create view bi.review_submission_due with (security_invoker = true) as
select d.performance_year, r.code as region, r.name as region_name, r.province_code, a.code as agency_code,
       a.name as agency_name, d.form, p.code as period, d.due_on, d.due_source, d.came_on, d.days_late,
       case
           when d.came_on is null then 'missing'
           when d.due_on is null then 'no deadline'
           when d.days_late > 0 then 'late'
           else 'on time'
       end as state,
       d.submissions, d.records, d.rejected, d.computed_at, d.regency_key
from review.submission_due d
join dwh.dim_region r on r.region_key = d.regency_key
join dwh.dim_period p on p.period_key = d.period_key
join dwh.dim_agency a on a.agency_key = d.agency_key;
comment on view bi.review_submission_due is 'Kiriman yang wajib per kabupaten/kota, formulir dan periode: tenggat, kedatangan, keterlambatan';

create view bi.review_agency with (security_invoker = true) as
select performance_year, region, region_name, province_code, agency_code, agency_name, count(*) as due,
       count(*) filter (where state <> 'missing') as received,
       round(100.0 * count(*) filter (where state <> 'missing') / count(*), 2) as received_percent,
       count(due_on) as with_deadline,
       count(*) filter (where state = 'on time') as on_time,
       count(*) filter (where state = 'late') as late,
       round(100.0 * count(*) filter (where state = 'on time') / nullif(count(due_on), 0), 2) as on_time_percent,
       max(days_late) filter (where days_late > 0) as longest_delay, sum(records) as records, sum(rejected) as rejected,
       round(100 * sum(rejected) / nullif(sum(records) + sum(rejected), 0), 2) as rejected_percent, regency_key
from bi.review_submission_due
group by performance_year, region, region_name, province_code, agency_code, agency_name, regency_key;
comment on view bi.review_agency is 'Kelengkapan dan ketepatan waktu per kabupaten/kota dan instansi';

create view bi.review_aspect with (security_invoker = true) as
select s.performance_year, r.code as region, r.name as region_name, r.province_code, s.side, s.place, i.code as indicator,
       i.name as indicator_name, i.unit, i.direction, c.numerator, c.denominator, c.percent, c.target, c.target_source,
       c.target_verified, round(s.attainment, 2) as attainment, round(s.margin, 2) as margin, s.margin >= 0 as reached,
       s.unserved, s.computed_at, s.regency_key
from review.aspect s
join review.coverage c on c.performance_year = s.performance_year and c.regency_key = s.regency_key
                      and c.indicator_key = s.indicator_key
join dwh.dim_region r on r.region_key = s.regency_key
join dwh.dim_indicator i on i.indicator_key = s.indicator_key;
comment on view bi.review_aspect is 'Tiga cakupan terkuat dan tiga terlemah setiap kabupaten/kota terhadap target';

create view bi.review_aspect_village with (security_invoker = true) as
select v.performance_year, r.code as region, r.name as region_name, r.province_code, v.indicator, v.indicator_name, v.aspect_place,
       row_number() over (partition by v.performance_year, v.regency_key, v.aspect_place order by v.unserved desc, g.code) as place,
       g.district_code, g.district_name, g.code as village, g.name as village_name, v.numerator, v.denominator, v.percent,
       v.unserved, round(100 * v.unserved / sum(v.unserved) over (partition by v.performance_year, v.regency_key, v.aspect_place), 2) as share,
       v.regency_key
from (select s.performance_year, s.regency_key, s.place as aspect_place, i.code as indicator, i.name as indicator_name, c.region_key,
             c.numerator, c.denominator, c.percent,
             case i.direction when 'up' then c.denominator - c.numerator else c.numerator end as unserved
      from review.aspect s
      join dwh.dim_indicator i on i.indicator_key = s.indicator_key
      join review.coverage_region c on c.performance_year = s.performance_year and c.regency_key = s.regency_key
                                   and c.indicator_key = s.indicator_key and c.villages = 'all' and c.level >= 3
                                   and c.level = (select max(d.level)
                                                  from review.coverage_region d
                                                  where d.performance_year = s.performance_year and d.regency_key = s.regency_key
                                                    and d.indicator_key = s.indicator_key)
      where s.side = 'weak') v
join dwh.dim_region r on r.region_key = v.regency_key
join dwh.dim_region g on g.region_key = v.region_key
where v.unserved > 0;
comment on view bi.review_aspect_village is 'Desa/kelurahan (atau kecamatan, bila angkanya per kecamatan) penyebab cakupan terlemah: yang belum terlayani dan bagiannya';

create view bi.review_peer with (security_invoker = true) as
select p.performance_year, r.code as region, r.name as region_name, r.province_code, i.code as indicator, i.name as indicator_name,
       p.place, c.percent, c.denominator, k.code as peer, k.name as peer_name, p.peer_percent, p.peer_denominator, p.computed_at,
       p.regency_key
from review.peer p
join review.coverage c on c.performance_year = p.performance_year and c.regency_key = p.regency_key
                      and c.indicator_key = p.indicator_key
join dwh.dim_region r on r.region_key = p.regency_key
join dwh.dim_region k on k.region_key = p.peer_key
join dwh.dim_indicator i on i.indicator_key = p.indicator_key;
comment on view bi.review_peer is 'Tempat belajar untuk cakupan terlemah: kabupaten/kota seprovinsi yang lebih baik dan serupa besar sasarannya';

-- this year's figures beside last year's, both as their reviews have them
create view bi.review_movement with (security_invoker = true) as
with figure as (
    select c.performance_year, c.regency_key, c.region_key, 'coverage' as figure, i.code as subject, c.villages as part,
           c.numerator, c.denominator, 'versi ' || i.version as basis
    from review.coverage_region c
    join dwh.dim_indicator i on i.indicator_key = c.indicator_key
    where c.level <= 2
    union all
    select performance_year, regency_key, region_key, 'prevalence', measure, system || ' ' || ages, affected, measured, 'WHO 2006'
    from review.prevalence_region
    where level <= 2
    union all
    select c.performance_year, c.regency_key, c.region_key, 'convergence', c.service, c.subject, c.received, c.due,
           coalesce('triwulan ' || right(p.code, 1), 'triwulan terakhir')
    from review.convergence_region c
    left join dwh.dim_period p on p.period_key = c.period_key
    where c.level <= 2
    union all
    select c.performance_year, c.regency_key, c.region_key, 'complete', '', c.subject, c.complete, c.persons,
           coalesce('triwulan ' || right(p.code, 1), 'triwulan terakhir')
    from review.convergence_region c
    left join dwh.dim_period p on p.period_key = c.period_key
    where c.level <= 2
      and c.service = ''
), placed as (
    select f.*, r.code as region, r.name as region_name, r.province_code, r.level as region_level
    from figure f
    join dwh.dim_region r on r.region_key = f.region_key
), village as ( -- by code: a new name is no change of the area
    select regency_code, code, min(valid_from) as begun, max(valid_until) as ended
    from dwh.dim_region
    where level = 4
    group by regency_code, code
), redrawn as ( -- a kabupaten when one of its villages came or went, a province when one of its kabupaten went
    select distinct regency_code as region, extract(year from change) as year
    from village
    cross join lateral (values (begun), (ended)) c (change)
    where isfinite(change)
    union
    select province_code, extract(year from max(valid_until))
    from dwh.dim_region
    where level = 2
    group by province_code, code
    having max(valid_until) < 'infinity'
)
select n.performance_year, n.region, n.region_name, n.region_level, n.province_code, n.figure, n.subject, n.part,
       n.numerator, n.denominator, round(100 * n.numerator / nullif(n.denominator, 0), 2) as percent,
       b.numerator as last_numerator, b.denominator as last_denominator,
       round(100 * b.numerator / nullif(b.denominator, 0), 2) as last_percent,
       round(100 * n.numerator / nullif(n.denominator, 0) - 100 * b.numerator / nullif(b.denominator, 0), 2) as change,
       n.basis = b.basis as same_definition, n.basis, b.basis as last_basis,
       case when b.region is not null
                then not exists (select from redrawn d where d.region = n.region and d.year = n.performance_year) end as same_area,
       n.regency_key
from placed n
left join placed b on b.performance_year = n.performance_year - 1 and b.region = n.region and b.figure = n.figure
                  and b.subject = n.subject and b.part = n.part;
comment on view bi.review_movement is 'Perubahan sejak tahun lalu: cakupan, prevalensi, konvergensi per kabupaten/kota dan provinsi; kosong bila reviu tahun lalu belum dihitung';

-- every column is explained ------------------------------------------------------------------------------------------------

do $$
declare
    entry record;
begin
    for entry in
        select distinct on (n.nspname, c.relname, a.attname) n.nspname as schema_name, c.relname as table_name,
               a.attname as column_name, d.explanation
        from (values
            ('performance_year', 'Tahun kinerja yang direviu'),
            ('regency_key', 'Kabupaten/kota (dwh.dim_region, versi terkini); baris provinsi: provinsi'),
            ('region_key', 'Wilayah (dwh.dim_region, versi terakhirnya)'),
            ('indicator_key', 'Indikator (dwh.dim_indicator)'),
            ('period_key', 'Periode data (dwh.dim_period)'),
            ('agency_key', 'Instansi (dwh.dim_agency)'),
            ('submission_key', 'Kunci pemuatan (audit.submission) asal angka'),
            ('table_no', 'Nomor tabel dalam berkas, mulai 1'),
            ('row_no', 'Nomor baris lembar'),
            ('cell', 'Alamat sel angka itu, dipisah spasi'),
            ('computed_at', 'Waktu penghitungan'),
            ('level', '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan'),
            ('region_level', '1 provinsi, 2 kabupaten/kota'),
            ('region', 'Kode Kemendagri wilayah'),
            ('region_name', 'Nama wilayah'),
            ('province_code', 'Kode Kemendagri provinsi'),
            ('regency_code', 'Kode Kemendagri kabupaten/kota; kosong untuk provinsi'),
            ('regency_name', 'Nama kabupaten/kota'),
            ('district_code', 'Kode Kemendagri kecamatan; kosong di atasnya'),
            ('district_name', 'Nama kecamatan'),
            ('villages', 'all: semua wilayah; lokus: desa lokus saja; other: desa lain; terpilah hanya bila angkanya per desa dan lokus kabupaten/kota itu ditetapkan'),
            ('is_lokus', 'true: desa/kelurahan lokus pada tahun itu (dwh.lokus); kosong di atas desa'),
            ('indicator', 'Kode indikator'),
            ('indicator_version', 'Versi definisi indikator'),
            ('indicator_name', 'Nama indikator'),
            ('unit', 'Satuan indikator'),
            ('direction', 'up: makin tinggi makin baik; down: makin rendah makin baik; none: tanpa arah'),
            ('numerator', 'Jumlah pembilang'),
            ('denominator', 'Jumlah penyebut'),
            ('percent', '100 × pembilang / penyebut, dua desimal; kosong bila penyebut 0'),
            ('over_100', 'true: pembilang melebihi penyebut; angkanya dipertahankan'),
            ('target', 'Target: kabupaten/kota, bila tidak ada provinsi, bila tidak ada nasional'),
            ('target_source', 'Sumber target'),
            ('target_verified', 'false: sumber target belum diverifikasi'),
            ('regions', 'Banyaknya wilayah yang angkanya dijumlahkan'),
            ('set_aside', 'Banyaknya angka yang tidak dijumlahkan agar tidak terhitung dua kali'),
            ('value', 'Angka sebagaimana diterbitkan, dalam satuannya'),
            ('period', 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08'),
            ('agency_code', 'Kode instansi'),
            ('agency_name', 'Nama instansi'),
            ('trace_id', 'Untuk kp2s-trace: pemuatan:tabel:baris'),
            ('system', 'Sistem sumber, misalnya e-ppgbm; tidak pernah dicampur'),
            ('ages', 'under5: balita (usia paling tinggi 1826 hari), under2: baduta (di bawah 24 bulan, paling tinggi 730 hari)'),
            ('measure', 'stunted HAZ < −2, severely_stunted HAZ < −3, underweight WAZ < −2, wasted WHZ < −2, overweight WHZ > 2'),
            ('children', 'Anak yang diukur pada tahun itu (pengukuran terakhir masing-masing)'),
            ('measured', 'Penyebut: anak yang z-skornya ada dan masuk akal'),
            ('affected', 'Pembilang: anak dengan masalah itu'),
            ('prevalence_region.percent', '100 × affected / measured; kosong bila penyebut 0'),
            ('lower_bound', 'Batas bawah selang kepercayaan 95 % (Wilson), persen'),
            ('upper_bound', 'Batas atas selang kepercayaan 95 % (Wilson), persen'),
            ('ds_children', 'D: anak diukur di wilayah yang sasarannya diketahui'),
            ('ds_target', 'S: anak sasaran di wilayah itu; kosong bila tidak diketahui'),
            ('ds_percent', 'D/S dalam persen'),
            ('subject', 'Sasaran: bumil ibu hamil, anak di bawah dua tahun; kosong: keduanya'),
            ('service', 'Kode layanan; kosong: semua layanan'),
            ('service_name', 'Nama layanan'),
            ('package', 'Paket layanan'),
            ('convergence_region.period_key', 'Triwulan yang dipakai (dwh.dim_period); kosong untuk provinsi'),
            ('received', 'Banyaknya layanan yang diterima (Y)'),
            ('due', 'Banyaknya layanan yang seharusnya diterima (Y dan T)'),
            ('not_due', 'Banyaknya layanan yang tidak berlaku (TS), juga menurut dwh.service_due'),
            ('convergence_region.percent', 'Tingkat konvergensi: 100 × received / due; kosong bila due 0'),
            ('persons', 'Orang dengan paling sedikit satu layanan Y atau T; kosong per layanan'),
            ('complete', 'Di antaranya yang menerima semua layanannya (tanpa T)'),
            ('complete_percent', 'Cakupan lengkap: 100 × complete / persons'),
            ('households', 'Rumah tangga (menurut kartu keluarga; tanpa itu tiap orang satu) dengan paling sedikit satu layanan Y atau T'),
            ('complete_households', 'Di antaranya yang semua anggotanya menerima semua layanannya'),
            ('complete_households_percent', '100 × complete_households / households'),
            ('form', 'Formulir (id tata letak)'),
            ('due_on', 'Tenggat (dwh.deadline); kosong: tidak ditetapkan'),
            ('due_source', 'Surat atau keputusan yang menetapkan tenggat'),
            ('came_on', 'Hari kiriman pertama dimuat (WIB); berkas yang datang berbagian: hari bagian terakhir; kosong: tidak ada'),
            ('days_late', 'Hari terlambat; 0 atau kurang: tepat waktu; kosong bila tidak datang atau tanpa tenggat'),
            ('submissions', 'Banyaknya kiriman yang berlaku'),
            ('records', 'Banyaknya baris yang diterima'),
            ('rejected', 'Banyaknya baris yang ditolak'),
            ('rejected_percent', '100 × rejected / (records + rejected)'),
            ('state', 'on time: tepat waktu, late: terlambat, no deadline: datang tanpa tenggat, missing: tidak datang'),
            ('review_agency.due', 'Banyaknya kiriman yang wajib'),
            ('review_agency.received', 'Di antaranya yang datang'),
            ('received_percent', '100 × received / due'),
            ('with_deadline', 'Kiriman wajib yang bertenggat'),
            ('on_time', 'Di antaranya yang datang tepat waktu'),
            ('late', 'Di antaranya yang datang terlambat'),
            ('on_time_percent', '100 × on_time / with_deadline'),
            ('longest_delay', 'Keterlambatan terlama (hari); kosong bila tidak ada yang terlambat'),
            ('side', 'strong: terkuat, weak: terlemah'),
            ('place', 'Urutan, mulai 1'),
            ('attainment', 'Capaian terhadap target, 0–100, seperti dalam komponen cakupan'),
            ('margin', 'Jarak ke target dalam poin persen; negatif: belum tercapai'),
            ('reached', 'true: target tercapai'),
            ('unserved', 'Yang belum terlayani: penyebut − pembilang; bila makin rendah makin baik: pembilang'),
            ('aspect_place', 'Urutan kelemahan (bi.review_aspect)'),
            ('village', 'Kode Kemendagri desa/kelurahan'),
            ('village_name', 'Nama desa/kelurahan'),
            ('share', 'Bagian desa itu dari yang belum terlayani di kabupaten/kota, persen'),
            ('peer_key', 'Kabupaten/kota tempat belajar (dwh.dim_region)'),
            ('peer', 'Kode kabupaten/kota tempat belajar'),
            ('peer_name', 'Namanya'),
            ('peer_percent', 'Cakupannya, dua desimal'),
            ('peer_denominator', 'Besar sasarannya'),
            ('figure', 'coverage cakupan, prevalence prevalensi, convergence tingkat konvergensi, complete cakupan lengkap'),
            ('review_movement.subject', 'Indikator, status gizi, atau layanan (kosong: semua layanan)'),
            ('part', 'Cakupan: all, lokus, other; prevalensi: sistem dan umur; konvergensi: sasaran'),
            ('last_numerator', 'Pembilang tahun lalu'),
            ('last_denominator', 'Penyebut tahun lalu'),
            ('last_percent', 'Persen tahun lalu'),
            ('change', 'Perubahan dalam poin persen, dihitung sebelum pembulatan'),
            ('same_definition', 'true: definisi (versi indikator, sistem, triwulan) sama dengan tahun lalu'),
            ('basis', 'Dasar angka tahun ini'),
            ('last_basis', 'Dasar angka tahun lalu'),
            ('same_area', 'true: wilayahnya sama dengan tahun lalu; false: ada desa/kelurahan (provinsi: kabupaten/kota) yang masuk atau keluar')
        ) d (name, explanation)
        join pg_catalog.pg_attribute a
          on a.attname = case when position('.' in d.name) > 0 then split_part(d.name, '.', 2) else d.name end
        join pg_catalog.pg_class c
          on c.oid = a.attrelid
         and (position('.' in d.name) = 0
              or regexp_replace(c.relname, '^review_', '') = regexp_replace(split_part(d.name, '.', 1), '^review_', ''))
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where (n.nspname, c.relname) in (select 'review', unnest(array['coverage_region', 'survey', 'prevalence_region',
                                                                        'convergence_region', 'submission_due', 'aspect', 'peer'])
                                         union all
                                         select 'bi', unnest(array['review_coverage', 'review_coverage_region', 'review_survey',
                                                                   'review_prevalence_region', 'review_convergence_region',
                                                                   'review_submission_due', 'review_agency', 'review_aspect',
                                                                   'review_aspect_village', 'review_peer', 'review_movement']))
          and a.attnum > 0
          and not a.attisdropped
        order by n.nspname, c.relname, a.attname, position('.' in d.name) desc
    loop
        execute format('comment on column %I.%I.%I is %L', entry.schema_name, entry.table_name, entry.column_name,
                       entry.explanation);
    end loop;
end
$$;

-- rights: a kabupaten's role sees its own rows, as of the other tables of the review -----------------------------------------

do $$
declare
    t text;
begin
    foreach t in array array['coverage_region', 'survey', 'prevalence_region', 'convergence_region', 'submission_due', 'aspect', 'peer'] loop
        execute format('alter table review.%I enable row level security', t);
        execute format('create policy %I on review.%I for select to kp2s_bi_province using (true)', t || '_province', t);
        execute format('create policy %I on review.%I for select to kp2s_bi_regency
                            using (regency_key = any ((select audit.own_regencies())::bigint[]))', t || '_regency', t);
        execute format('grant select on review.%I to kp2s_bi_province, kp2s_bi_regency', t);
    end loop;
end
$$;
grant select on dwh.lokus, dwh.service_due, dwh.deadline, dwh.dim_service, review.region_now, bi.review_coverage, bi.review_coverage_region,
    bi.review_survey, bi.review_prevalence_region, bi.review_convergence_region, bi.review_submission_due, bi.review_agency,
    bi.review_aspect, bi.review_aspect_village, bi.review_peer, bi.review_movement to kp2s_bi_province, kp2s_bi_regency;
