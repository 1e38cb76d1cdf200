-- $1 year, $2 province: of each region and indicator the facts of its latest period in the year (latest end, then
-- longest); of these the filled ones are summed
insert into review.coverage (performance_year, regency_key, indicator_key, numerator, denominator, percent, target,
                             target_verified, target_source, regions, computed_at)
with fact as (
    select r.regency_key, r.code, r.province_code, f.region_key, f.indicator_key, f.state, f.numerator, f.denominator,
           rank() over (partition by f.regency_key, f.region_key, f.indicator_key
                        order by p.ends_on desc, p.starts_on) as age
    from dwh.fact_coverage f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_period p on p.period_key = f.period_key
    where r.province_code = $2::text
      and p.year = $1::smallint
), total as (
    select regency_key, code, province_code, indicator_key, coalesce(sum(numerator), 0) as numerator,
           coalesce(sum(denominator), 0) as denominator, count(distinct region_key) as regions
    from fact
    where age = 1
      and state = 'value'
    group by regency_key, code, province_code, indicator_key
), choice as (
    select t.*, g.value, g.verified, g.source,
           row_number() over (partition by t.regency_key, t.indicator_key
                              order by length(g.region_code) desc nulls last) as choice
    from total t
    join dwh.dim_indicator i on i.indicator_key = t.indicator_key
    left join dwh.target g on g.indicator_code = i.code
                          and g.year = $1::smallint
                          and g.region_code in (t.code, t.province_code, '')
)
select $1::smallint, regency_key, indicator_key, numerator, denominator,
       round(100 * numerator / nullif(denominator, 0), 2), value, verified, source, regions, now()
from choice
where choice = 1
