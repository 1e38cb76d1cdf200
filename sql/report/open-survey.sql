-- $1 year, $2 province: to publish: surveys and indices as published
select performance_year, province_code, region, region_name, level, indicator, indicator_name, unit, direction, value, period, agency_code,
       agency_name
from review_survey
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", indicator collate "C"
