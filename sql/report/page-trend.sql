-- $1 year, $2 province: ranks of the review before
select region, year_before, rank_before, rank_before - rank as climbed
from review_trend
where performance_year = $1::smallint
  and province_code = $2::text
  and rank_before is not null
order by region
