-- $1 year, $2 province
select region, region_name, period, received, due, percent, persons, complete, complete_percent
from review_convergence
where performance_year = $1::smallint
  and province_code = $2::text
order by percent desc nulls last, region
