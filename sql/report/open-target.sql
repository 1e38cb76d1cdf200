-- $1 year, $2 province: to publish: the targets of the year
select performance_year, province_code, indicator, region, value, unit, source, verified
from review_target
where performance_year = $1::smallint
  and province_code = $2::text
order by indicator collate "C", region collate "C"
