-- $1 year, $2 province: D/S, the children weighed of those who should be, as the agencies' recaps tell it
select distinct on (region) region, numerator as weighed, denominator as targeted, percent
from review_coverage
where performance_year = $1::smallint
  and province_code = $2::text
  and indicator in ('O06', 'L06')
  and denominator <> 0
order by region, indicator desc
