-- $1 year, $2 province: kabupaten/kota in the order of their codes
select region, region_name
from review_ranking
where performance_year = $1::smallint
  and province_code = $2::text
order by region
