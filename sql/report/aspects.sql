-- $1 year, $2 province: of each kabupaten the three indicators of services that are nearest to their targets, or beyond, and the
-- three farthest: strong and weak are their places (of fewer than six none is both, and the one in the middle is strong if it
-- reached its target); short: how much is lacking to the target (up) or too much for it (down); and of the regions below, of
-- which the figure is made: how many there are, how many miss the target, and the three with most unserved
with judged as (
    select c.region, c.indicator, c.direction, c.numerator, c.denominator, c.percent, c.target,
           100 * c.numerator / c.denominator as exact
    from bi.review_coverage c
    where c.performance_year = $1::smallint
      and c.province_code = $2::text
      and c.denominator <> 0
      and c.target is not null
      and exists (select
                  from dwh.dim_indicator i
                  where i.code = c.indicator
                    and i.kind in ('spesifik', 'sensitif')
                    and i.valid_from <= $1::smallint
                    and (i.valid_until is null or i.valid_until >= $1::smallint))
), measured as (
    select j.*,
           case
               when direction = 'up' and exact >= target then 1
               when direction = 'up' then exact / target
               when exact <= target then 1
               else target / exact
           end as attainment,
           case direction when 'up' then exact - target else target - exact end as margin
    from judged j
), placed as (
    select m.*, count(*) over (partition by region) as aspects,
           row_number() over (partition by region order by attainment, margin, indicator desc) as from_weak,
           row_number() over (partition by region order by attainment desc, margin desc, indicator) as from_strong
    from measured m
), aspect as (
    select p.*,
           case
               when from_weak <= 3 and (2 * from_weak <= aspects or 2 * from_weak - 1 = aspects and margin < 0) then from_weak
           end as weak,
           case
               when from_strong <= 3 and (2 * from_strong <= aspects or 2 * from_strong - 1 = aspects and margin >= 0)
                   then from_strong
           end as strong
    from placed p
), part as (
    select r.code as regency, i.code as indicator, f.region, sum(f.numerator) as numerator, sum(f.denominator) as denominator
    from review.coverage_figure($1::smallint, $2::text) f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_indicator i on i.indicator_key = f.indicator_key
    where f.counted
      and f.region <> r.code
    group by r.code, i.code, f.region
), lacking as (
    select a.region, a.indicator, t.region as part,
           case a.direction
               when 'up' then 100 * t.numerator < a.target * t.denominator
               else 100 * t.numerator > a.target * t.denominator
           end as misses,
           case a.direction when 'up' then t.denominator - t.numerator else t.numerator end as unserved
    from aspect a
    join part t on t.regency = a.region and t.indicator = a.indicator
    where a.weak is not null
      and t.denominator <> 0
), cause as (
    select l.region, l.indicator, count(*) as parts, count(*) filter (where l.misses) as parts_short, max(n.level) as part_level,
           array_to_string((array_agg(n.name || case n.level when 4 then ' (' || n.district_name || ')' else '' end
                                      order by l.unserved desc, l.part) filter (where l.unserved > 0))[1:3], ', ') as most
    from lacking l
    join lateral (select d.name, d.level, d.district_name
                  from dwh.dim_region d
                  where d.code = l.part
                  order by d.valid_from desc
                  limit 1) n on true
    group by l.region, l.indicator
)
select a.region, a.indicator, a.direction, a.numerator, a.denominator, a.percent, a.target, a.weak, a.strong,
       a.margin >= 0 as reached,
       greatest(0, ceil(case a.direction
                            when 'up' then a.target * a.denominator / 100 - a.numerator
                            else a.numerator - a.target * a.denominator / 100
                        end)) as short,
       c.parts, c.parts_short, c.part_level, c.most
from aspect a
left join cause c on c.region = a.region and c.indicator = a.indicator
where a.weak is not null
   or a.strong is not null
order by a.region, a.weak, a.strong
