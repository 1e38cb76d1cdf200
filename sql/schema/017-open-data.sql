-- The figures that may be published, as BI tools and editions read them: with the smallest cell they were withheld by; and the movement
-- since last year in a second.

create view bi.review_published with (security_invoker = true) as
select f.performance_year, f.province_code, f.regency_code, f.regency_name, f.district_code, f.district_name, f.region_code as region,
       f.region_name, f.region_level as level, f.measure, f.system, f.period, f.count, f.total, f.percent, f.is_suppressed,
       e.smallest_cell
from publish.figure f
join publish.edition e on e.performance_year = f.performance_year and e.province_code = f.province_code;
comment on view bi.review_published is 'Angka terbitan dari data perorangan, sel kecil dikosongkan; pilih satu tingkat (level) sebelum menjumlahkan';

do $$
declare
    entry record;
begin
    for entry in
        select a.attname as name, coalesce(w.explanation, pg_catalog.col_description(b.attrelid, b.attnum)) as explanation
        from pg_catalog.pg_attribute a
        left join pg_catalog.pg_attribute b on b.attrelid = 'publish.figure'::pg_catalog.regclass and b.attname = a.attname
        left join (values ('region', 'Kode Kemendagri wilayah'),
                          ('level', '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan'),
                          ('smallest_cell', 'Cacah terkecil yang terbit')) w (name, explanation) on w.name = a.attname
        where a.attrelid = 'bi.review_published'::pg_catalog.regclass
          and a.attnum > 0
    loop
        execute format('comment on column bi.review_published.%I is %L', entry.name, entry.explanation);
    end loop;
end
$$;

-- as in 013, but what was redrawn is found once, not for every row: a year of a province took half a minute
create or replace view bi.review_movement with (security_invoker = true) as
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
), redrawn as materialized ( -- once, not for every row; a kabupaten when one of its villages came or went, a province when one of its kabupaten went
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

-- published before an edition is frozen, they are part of it
insert into review.edition_relation (relation, key, region)
values ('review_published', '{region,measure,system,period}', '');

grant usage on schema publish to kp2s_bi_province, kp2s_bi_regency;
grant select on publish.edition, publish.figure, bi.review_published to kp2s_bi_province, kp2s_bi_regency;
