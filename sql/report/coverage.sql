-- $1 year, $2 province
select region, indicator, percent, target
from bi.review_coverage
where performance_year = $1::smallint
  and province_code = $2::text
order by region, indicator
