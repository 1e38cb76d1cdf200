-- $1 year, $2 province: to publish: coverage of the province and its kabupaten/kota, priority villages (lokus) and others apart.
-- An indicator's figures are given apart for all regions or for none: a part of few villages may hold a small cell, which the whole
-- less the others would show.
with figure as (
    select *
    from review_coverage_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and level <= 2
), small as (
    select distinct f.indicator
    from figure f
    cross join (select max(smallest_cell) as cell
                from review_published
                where performance_year = $1::smallint
                  and province_code = $2::text) k
    where f.villages <> 'all'
      and (k.cell is null
           or f.numerator > 0 and f.numerator < k.cell
           or f.denominator > f.numerator and f.denominator - f.numerator < k.cell)
)
select performance_year, province_code, region, region_name, level, villages, indicator, indicator_name, indicator_version, unit,
       direction, numerator, denominator, percent, over_100, target, target_source, target_verified, regions, set_aside
from figure f
where f.villages = 'all'
   or not exists (select from small s where s.indicator = f.indicator)
order by region collate "C", indicator collate "C", villages collate "C"
