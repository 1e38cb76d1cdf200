-- $1 year, $2 number of an edition, null: the present: provinces whose review of the year is computed, or that have this edition
select province_code
from review_ranking
where performance_year = $1::smallint
  and $2::integer is null
union
select province_code
from edition
where performance_year = $1::smallint
  and number = $2::integer
order by province_code
