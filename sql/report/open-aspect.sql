-- $1 year, $2 province: to publish: the strongest and weakest coverages
select performance_year, province_code, region, region_name, side, place, indicator, indicator_name, unit, direction, numerator, denominator,
       percent, target, target_source, target_verified, attainment, margin, reached, unserved
from review_aspect
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", side collate "C", place
