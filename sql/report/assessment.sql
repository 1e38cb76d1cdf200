-- $1 year, $2 province
select region, aksi, score
from review_assessment
where performance_year = $1::smallint
  and province_code = $2::text
order by region, aksi
