-- $1 year, $2 province: of each kabupaten/kota how many priority villages have figures, and in how many indicators these villages are
-- behind the others
with side as (
    select region, region_name, level, indicator, direction, villages, percent, regions, 100 * numerator / denominator as exact
    from review_coverage_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and villages in ('lokus', 'other')
      and level = 2
      and denominator <> 0
), pair as (
    select region, indicator, max(regions) filter (where villages = 'lokus') as lokus, sum(regions) as villages,
           case direction when 'down' then -1 else 1 end
           * (max(exact) filter (where villages = 'lokus') - max(exact) filter (where villages = 'other')) as better
    from side
    group by region, indicator, direction
    having count(*) = 2
), compared as (
    select region, max(lokus) as lokus, max(villages) as villages, count(*) as compared, count(*) filter (where better < 0) as behind,
           (array_agg(indicator order by better, indicator) filter (where better < 0))[1] as most
    from pair
    group by region
)
select k.region, k.region_name, c.lokus, c.villages, c.compared, c.behind, round(100.0 * c.behind / c.compared, 2) as behind_percent,
       i.name as most, coalesce(nullif(i.name_en, ''), i.name) as most_en
from review_ranking k
join compared c on c.region = k.region
left join (select distinct on (indicator) indicator, name, name_en
           from review_indicator
           where performance_year = $1::smallint and province_code = $2::text
           order by indicator, version desc) i on i.indicator = c.most
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by behind_percent desc, k.region
