-- $1 year, $2 province: of each kabupaten/kota how many priority villages have figures, and in how many indicators these villages are
-- behind the others
with pair as (
    select l.region, l.indicator, case l.direction when 'down' then -1 else 1 end
                                  * (100 * l.numerator / l.denominator - 100 * o.numerator / o.denominator) as better
    from review_coverage_region l
    join review_coverage_region o on o.performance_year = l.performance_year and o.province_code = l.province_code
                                 and o.region = l.region and o.indicator = l.indicator and o.villages = 'other'
    where l.performance_year = $1::smallint
      and l.province_code = $2::text
      and l.villages = 'lokus'
      and l.level = 2
      and l.denominator <> 0
      and o.denominator <> 0
), compared as (
    select region, count(*) as compared, count(*) filter (where better < 0) as behind,
           (array_agg(indicator order by better, indicator) filter (where better < 0))[1] as most
    from pair
    group by region
), village as (
    select regency_code, count(distinct region) filter (where is_lokus) as lokus, count(distinct region) as villages
    from review_coverage_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and level = 4
      and villages = 'all'
    group by regency_code
)
select k.region, k.region_name, v.lokus, v.villages, c.compared, c.behind, round(100.0 * c.behind / c.compared, 2) as behind_percent,
       i.name as most, i.name_en as most_en
from review_ranking k
join compared c on c.region = k.region
left join village v on v.regency_code = k.region
left join (select distinct on (indicator) indicator, name, name_en
           from review_indicator
           where performance_year = $1::smallint and province_code = $2::text
           order by indicator, version desc) i on i.indicator = c.most
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by behind_percent desc, k.region
