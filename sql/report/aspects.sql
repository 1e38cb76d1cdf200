-- $1 year, $2 province: of each kabupaten the three indicators that are nearest to their targets, or beyond, and the three farthest:
-- strong and weak are their places; short: how much is lacking to the target (up) or too much for it (down); and of the regions below,
-- of which a weak figure is made: how many there are, how many miss the target, and the three with most unserved
with aspect as (
    select *
    from review_aspect
    where performance_year = $1::smallint
      and province_code = $2::text
), part as (
    select a.region, a.indicator, c.region as part, c.region_name || case c.level when 4 then ' (' || c.district_name || ')' else '' end as name,
           c.level, max(c.level) over (partition by a.region, a.indicator) as deepest,
           case a.direction
               when 'up' then 100 * c.numerator < a.target * c.denominator
               else 100 * c.numerator > a.target * c.denominator
           end as misses,
           case a.direction when 'up' then c.denominator - c.numerator else c.numerator end as unserved
    from aspect a
    join review_coverage_region c on c.performance_year = a.performance_year and c.regency_code = a.region and c.indicator = a.indicator
                                 and c.villages = 'all' and c.level >= 3 and c.denominator <> 0
    where a.side = 'weak'
), cause as (
    select region, indicator, count(*) as parts, count(*) filter (where misses) as parts_short, max(level) as part_level,
           array_to_string((array_agg(name order by unserved desc, part) filter (where unserved > 0))[1:3], ', ') as most
    from part
    where level = deepest
    group by region, indicator
)
select a.region, a.indicator, a.direction, a.numerator, a.denominator, a.percent, a.target, case a.side when 'weak' then a.place end as weak,
       case a.side when 'strong' then a.place end as strong, a.reached,
       greatest(0, ceil(case a.direction
                            when 'up' then a.target * a.denominator / 100 - a.numerator
                            else a.numerator - a.target * a.denominator / 100
                        end)) as short,
       c.parts, c.parts_short, c.part_level, c.most
from aspect a
left join cause c on c.region = a.region and c.indicator = a.indicator and a.side = 'weak'
order by a.region, weak, strong
