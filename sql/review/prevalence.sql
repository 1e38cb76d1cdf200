-- $1 year, $2 province: of each child its latest measurement in the year, by source system: from village to province, under
-- five and under two, with D/S where the target children are known; of the kabupaten all in one row
with latest as (
    select distinct on (m.system, m.child) r.regency_key, m.system, m.region_key, m.age_days,
           case when position('h' in m.flags) = 0 and m.age_days <= 1826 then m.haz end as haz,
           case when position('w' in m.flags) = 0 then m.waz end as waz,
           case when position('x' in m.flags) = 0 then m.whz end as whz
    from dwh.fact_measurement m
    join review.regency r on r.member_key = m.regency_key
    where r.province_code = $2::text
      and m.measured_on between make_date($1::integer, 1, 1) and make_date($1::integer, 12, 31)
    order by m.system, m.child, m.measured_on desc, r.code
), child as (
    select c.*, g.code as region
    from latest c
    join dwh.dim_region g on g.region_key = c.region_key
), counted as ( -- each region's children once as under-fives, the younger ones again as under-twos
    select c.regency_key, left(c.region, 5) as regency, c.system, a.ages,
           case when length(c.region) >= 8 then left(c.region, 8) end as district,
           case when length(c.region) > 8 then c.region end as village, count(*) as children, count(haz) as measured,
           count(*) filter (where haz < -2) as stunted, count(*) filter (where haz < -3) as severely_stunted,
           count(waz) as waz_measured, count(*) filter (where waz < -2) as underweight, count(whz) as whz_measured,
           count(*) filter (where whz < -2) as wasted, count(*) filter (where whz > 2) as overweight
    from child c
    join (values ('under5', 2147483647), ('under2', 730)) a (ages, days) on c.age_days <= a.days
    group by c.regency_key, c.system, a.ages, c.region
), total as (
    select regency_key, system, ages, coalesce(village, district, regency, $2::text) as region,
           sum(children) as children, sum(measured) as measured, sum(stunted) as stunted,
           sum(severely_stunted) as severely_stunted, sum(waz_measured) as waz_measured, sum(underweight) as underweight,
           sum(whz_measured) as whz_measured, sum(wasted) as wasted, sum(overweight) as overweight
    from counted
    group by system, ages, grouping sets ((regency_key, regency, district, village), (regency_key, regency, district),
                                          (regency_key, regency), ())
    having case grouping(regency, district, village)
               when 0 then village is not null
               when 1 then district is not null
               else true
           end
), told as ( -- the target children, DS03 under five and DS08 under two, by each indicator that counts them
    select c.regency_key, a.ages, p.position, c.level, c.region_key, g.code as region,
           case p.part when 'numerator' then c.numerator else c.denominator end as target
    from (values ('under5', 'DS03'), ('under2', 'DS08')) a (ages, population)
    join dwh.population p on p.population = a.population
    join dwh.dim_indicator i on i.code = p.indicator
    join review.coverage_region c on c.performance_year = $1::smallint and c.indicator_key = i.indicator_key
                                 and c.villages = 'all' and c.level >= 2
    join dwh.dim_region g on g.region_key = c.region_key
    where g.province_code = $2::text
      and case p.part when 'numerator' then c.numerator else c.denominator end > 0
), target as ( -- of each kabupaten the first in the catalogue's order, at the deepest level it tells
    select t.*
    from (select t.*, min(position) over (partition by regency_key, ages) as first,
                 max(level) over (partition by regency_key, ages, position) as deepest
          from told t) t
    where position = first
      and level = deepest
), brought as (
    select left(t.region, 5) as regency, t.ages, case when t.level >= 3 then left(t.region, 8) end as district,
           case when t.level = 4 then t.region end as village, t.target, coalesce(c.children, 0) as children
    from target t
    left join total c on c.region = t.region and c.ages = t.ages and c.system = 'e-ppgbm'
), ds as (
    select ages, coalesce(village, district, regency, $2::text) as region, sum(target) as target, sum(children) as children
    from brought
    group by ages, grouping sets ((regency, district, village), (regency, district), (regency), ())
    having case grouping(regency, district, village)
               when 0 then village is not null
               when 1 then district is not null
               else true
           end
), region as (
    insert into review.prevalence_region (performance_year, regency_key, region_key, system, ages, measure, level, children,
                                          measured, affected, percent, lower_bound, upper_bound, ds_children, ds_target,
                                          computed_at)
    select $1::smallint, coalesce(t.regency_key, g.region_key), g.region_key, t.system, t.ages, m.measure, g.level, t.children,
           m.measured, m.affected, round(100.0 * m.affected / nullif(m.measured, 0), 2),
           review.wilson(m.affected, m.measured, -1), review.wilson(m.affected, m.measured, 1), d.children, d.target, now()
    from total t
    join review.region_now g on g.code = t.region
    left join ds d on t.system = 'e-ppgbm' and d.ages = t.ages and d.region = t.region
    cross join lateral (values ('stunted', t.stunted, t.measured), ('severely_stunted', t.severely_stunted, t.measured),
                               ('underweight', t.underweight, t.waz_measured), ('wasted', t.wasted, t.whz_measured),
                               ('overweight', t.overweight, t.whz_measured)) m (measure, affected, measured)
)
insert into review.prevalence (performance_year, regency_key, system, children, measured, stunted, severely_stunted,
                               waz_measured, underweight, whz_measured, wasted, overweight, stunted_percent,
                               severely_stunted_percent, underweight_percent, wasted_percent, overweight_percent,
                               computed_at)
select $1::smallint, regency_key, system, children, measured, stunted, severely_stunted, waz_measured, underweight,
       whz_measured, wasted, overweight,
       round(100.0 * stunted / nullif(measured, 0), 2),
       round(100.0 * severely_stunted / nullif(measured, 0), 2),
       round(100.0 * underweight / nullif(waz_measured, 0), 2),
       round(100.0 * wasted / nullif(whz_measured, 0), 2),
       round(100.0 * overweight / nullif(whz_measured, 0), 2),
       now()
from total
where length(region) = 5
  and ages = 'under5'
