-- $1 year: provinces whose review of the year is computed
select distinct province_code, province_name
from review_ranking
where performance_year = $1::smallint
order by province_code
