-- $1 year, $2 province: the figures that review.coverage_figure says are counted, summed from village to province, those of
-- priority villages apart where they are known; how many it sets aside; and of the kabupaten the target beside it
with figure as (
    select f.regency_key, f.indicator_key, f.region, sum(f.numerator) filter (where f.counted) as numerator,
           sum(f.denominator) filter (where f.counted) as denominator,
           count(*) filter (where not f.counted) as set_aside
    from review.coverage_figure($1::smallint, $2::text) f
    group by f.regency_key, f.indicator_key, f.region
), placed as (
    select f.*, case when length(f.region) >= 8 then left(f.region, 8) end as district,
           case when length(f.region) > 8 then f.region end as village,
           case
               when length(f.region) > 8 and exists (select from dwh.lokus k where k.year = $1::smallint and left(k.region, 5) = left(f.region, 5))
                   then case when l.region is null then 'other' else 'lokus' end
           end as villages
    from figure f
    left join dwh.lokus l on l.year = $1::smallint and l.region = f.region
), total as (
    select indicator_key, regency_key, district, village, coalesce(villages, 'all') as villages,
           grouping(regency_key, district, village, villages) as summed, -- a bit for each that is: 8, 4, 2, 1
           coalesce(sum(numerator), 0) as numerator, coalesce(sum(denominator), 0) as denominator,
           count(numerator) as regions, sum(set_aside) as set_aside
    from placed
    group by indicator_key, grouping sets ((regency_key, district, village), (regency_key, district), (regency_key), (),
                                           (regency_key, villages), (villages))
    having count(numerator) > 0
       and case grouping(regency_key, district, village, villages)
               when 1 then village is not null
               when 3 then district is not null
               when 6 then villages is not null
               when 14 then villages is not null
               else true
           end
), region as (
    insert into review.coverage_region (performance_year, regency_key, indicator_key, region_key, villages, level, numerator,
                                        denominator, percent, regions, set_aside, computed_at)
    select $1::smallint, coalesce(t.regency_key, g.region_key), t.indicator_key, g.region_key, t.villages, g.level,
           t.numerator, t.denominator, round(100 * t.numerator / nullif(t.denominator, 0), 2), t.regions, t.set_aside, now()
    from total t
    left join dwh.dim_region k on k.region_key = t.regency_key
    join review.region_now g on g.code = case t.summed
                                             when 1 then t.village
                                             when 3 then t.district
                                             else coalesce(k.code, $2::text)
                                         end
    returning regency_key, indicator_key, villages, level, numerator, denominator, percent, regions, set_aside
), choice as (
    select t.*, g.value, g.verified, g.source,
           row_number() over (partition by t.regency_key, t.indicator_key
                              order by length(g.region_code) desc nulls last) as choice
    from region t
    join dwh.dim_region r on r.region_key = t.regency_key
    join dwh.dim_indicator i on i.indicator_key = t.indicator_key
    left join dwh.target g on g.indicator_code = i.code
                          and g.year = $1::smallint
                          and g.region_code in (r.code, r.province_code, '')
    where t.level = 2
      and t.villages = 'all'
)
insert into review.coverage (performance_year, regency_key, indicator_key, numerator, denominator, percent, target,
                             target_verified, target_source, regions, set_aside, computed_at)
select $1::smallint, regency_key, indicator_key, numerator, denominator, percent, value, verified, source, regions,
       set_aside, now()
from choice
where choice = 1
