-- $1 year, $2 province: the figures that review.coverage_figure says are counted, summed; and how many it sets aside
insert into review.coverage (performance_year, regency_key, indicator_key, numerator, denominator, percent, target,
                             target_verified, target_source, regions, set_aside, computed_at)
with total as (
    select f.regency_key, f.indicator_key, coalesce(sum(f.numerator) filter (where f.counted), 0) as numerator,
           coalesce(sum(f.denominator) filter (where f.counted), 0) as denominator,
           count(distinct f.region) filter (where f.counted) as regions,
           count(*) filter (where not f.counted) as set_aside
    from review.coverage_figure($1::smallint, $2::text) f
    group by f.regency_key, f.indicator_key
), choice as (
    select t.*, g.value, g.verified, g.source,
           row_number() over (partition by t.regency_key, t.indicator_key
                              order by length(g.region_code) desc nulls last) as choice
    from total t
    join dwh.dim_region r on r.region_key = t.regency_key
    join dwh.dim_indicator i on i.indicator_key = t.indicator_key
    left join dwh.target g on g.indicator_code = i.code
                          and g.year = $1::smallint
                          and g.region_code in (r.code, r.province_code, '')
)
select $1::smallint, regency_key, indicator_key, numerator, denominator,
       round(100 * numerator / nullif(denominator, 0), 2), value, verified, source, regions, set_aside, now()
from choice
where choice = 1
