-- $1 year, $2 province: to publish: coverage of each kabupaten/kota
select performance_year, province_code, region, region_name, indicator, indicator_name, indicator_version, unit, direction, numerator,
       denominator, percent, over_100, target, target_source, target_verified, regions, set_aside
from review_coverage
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", indicator collate "C"
