-- $1 year, $2 province: coverage of the priority villages beside that of the others, by indicator: of the province, in how many
-- kabupaten/kota the priority villages are behind, and where most
with side as (
    select region, region_name, level, indicator, direction, villages, percent, regions, 100 * numerator / denominator as exact
    from review_coverage_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and villages in ('lokus', 'other')
      and level <= 2
      and denominator <> 0
), pair as (
    select region, region_name, level, indicator, direction, max(percent) filter (where villages = 'lokus') as lokus,
           max(percent) filter (where villages = 'other') as other,
           max(exact) filter (where villages = 'lokus') - max(exact) filter (where villages = 'other') as difference
    from side
    group by region, region_name, level, indicator, direction
    having count(*) = 2
), signed as (
    select p.*, case direction when 'down' then -difference else difference end as better
    from pair p
), behind as (
    select indicator, count(*) as regencies, count(*) filter (where better < 0) as behind,
           (array_agg(region_name order by better, region))[1] as most_name, (array_agg(round(difference, 2) order by better, region))[1] as most
    from signed
    where level = 2
    group by indicator
)
select s.indicator, i.name, i.name_en, s.direction, s.lokus, s.other, round(s.difference, 2) as difference, s.better < 0 as worse, b.regencies,
       b.behind, case when b.behind > 0 then b.most_name end as most_name, case when b.behind > 0 then b.most end as most
from signed s
join (select distinct on (indicator) indicator, name, name_en
      from review_indicator
      where performance_year = $1::smallint and province_code = $2::text
      order by indicator, version desc) i on i.indicator = s.indicator
left join behind b on b.indicator = s.indicator
where s.level = 1
order by s.indicator
