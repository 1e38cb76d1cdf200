-- $1 year, $2 province: of each child its latest measurement in the year, by source system
insert into review.prevalence (performance_year, regency_key, system, children, measured, stunted, severely_stunted,
                               waz_measured, underweight, whz_measured, wasted, overweight, stunted_percent,
                               severely_stunted_percent, underweight_percent, wasted_percent, overweight_percent,
                               computed_at)
with latest as (
    select distinct on (m.system, m.child) r.regency_key, m.system,
           case when position('h' in m.flags) = 0 and m.age_days <= 1826 then m.haz end as haz,
           case when position('w' in m.flags) = 0 then m.waz end as waz,
           case when position('x' in m.flags) = 0 then m.whz end as whz
    from dwh.fact_measurement m
    join review.regency r on r.member_key = m.regency_key
    where r.province_code = $2::text
      and m.measured_on between make_date($1::integer, 1, 1) and make_date($1::integer, 12, 31)
    order by m.system, m.child, m.measured_on desc, r.code
), total as (
    select regency_key, system, count(*) as children, count(haz) as measured,
           count(*) filter (where haz < -2) as stunted,
           count(*) filter (where haz < -3) as severely_stunted,
           count(waz) as waz_measured,
           count(*) filter (where waz < -2) as underweight,
           count(whz) as whz_measured,
           count(*) filter (where whz < -2) as wasted,
           count(*) filter (where whz > 2) as overweight
    from latest
    group by regency_key, system
)
select $1::smallint, regency_key, system, children, measured, stunted, severely_stunted, waz_measured, underweight,
       whz_measured, wasted, overweight,
       round(100.0 * stunted / nullif(measured, 0), 2),
       round(100.0 * severely_stunted / nullif(measured, 0), 2),
       round(100.0 * underweight / nullif(waz_measured, 0), 2),
       round(100.0 * wasted / nullif(whz_measured, 0), 2),
       round(100.0 * overweight / nullif(whz_measured, 0), 2),
       now()
from total
