-- $1 year, $2 province: of each kabupaten the indicators of services that are nearest to their targets and farthest from them:
-- weak 1, 2, 3 … from the farthest, strong from the nearest; short: how much is lacking (up) or too much (down); and of
-- the regions below it that the figure is made of: how many there are, how many miss the target, and the three that lack most
with judged as (
    select c.region, c.indicator, c.direction, c.numerator, c.denominator, c.percent, c.target,
           case
               when c.direction = 'up' and c.target = 0 then 1
               when c.direction = 'up' then 100 * c.numerator / c.denominator / c.target
               when c.numerator = 0 then 'Infinity'
               else c.target / (100 * c.numerator / c.denominator)
           end as attainment
    from bi.review_coverage c
    where c.performance_year = $1::smallint
      and c.province_code = $2::text
      and c.denominator <> 0
      and c.target is not null
      and exists (select
                  from dwh.dim_indicator i
                  where i.code = c.indicator
                    and i.kind in ('spesifik', 'sensitif'))
), placed as (
    select j.*, row_number() over (partition by region order by attainment, indicator) as weak,
           row_number() over (partition by region order by attainment desc, indicator) as strong
    from judged j
), part as (
    select r.code as regency, i.code as indicator, f.region, sum(f.numerator) as numerator, sum(f.denominator) as denominator
    from review.coverage_figure($1::smallint, $2::text) f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_indicator i on i.indicator_key = f.indicator_key
    where f.counted
      and f.region <> r.code
    group by r.code, i.code, f.region
), lacking as (
    select p.region, p.indicator, t.region as part,
           case p.direction
               when 'up' then p.target * t.denominator / 100 - t.numerator
               else t.numerator - p.target * t.denominator / 100
           end as short
    from placed p
    join part t on t.regency = p.region and t.indicator = p.indicator
    where p.weak <= 3
      and t.denominator <> 0
), cause as (
    select l.region, l.indicator, count(*) as parts, count(*) filter (where l.short > 0) as parts_short,
           max(n.level) as part_level,
           array_to_string((array_agg(n.name || case n.level when 4 then ' (' || n.district_name || ')' else '' end
                                      order by l.short desc, l.part) filter (where l.short > 0))[1:3], ', ') as most
    from lacking l
    join lateral (select d.name, d.level, d.district_name
                  from dwh.dim_region d
                  where d.code = l.part
                  order by d.valid_from desc
                  limit 1) n on true
    group by l.region, l.indicator
)
select p.region, p.indicator, p.direction, p.numerator, p.denominator, p.percent, p.target, p.weak, p.strong,
       p.attainment >= 1 as reached,
       greatest(0, ceil(case p.direction
                            when 'up' then p.target * p.denominator / 100 - p.numerator
                            else p.numerator - p.target * p.denominator / 100
                        end)) as short,
       c.parts, c.parts_short, c.part_level, c.most
from placed p
left join cause c on c.region = p.region and c.indicator = p.indicator
where p.weak <= 3
   or p.strong <= 3
order by p.region, p.weak
