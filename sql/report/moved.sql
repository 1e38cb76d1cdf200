-- $1 year, $2 province: rank and score beside those of the review before, of the kabupaten/kota that had one
select region, year_before, rank_before, rank_before - rank as places, score_before, score_change
from review_trend
where performance_year = $1::smallint
  and province_code = $2::text
  and rank_before is not null
order by region
