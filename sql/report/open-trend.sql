-- $1 year, $2 province: to publish: ranks and scores beside the review before
select performance_year, province_code, region, region_name, instrument, rank, compared, score, score_max, score_percent, year_before,
       rank_before, compared_before, score_before, score_max_before, score_percent_before, same_scale, score_change,
       score_percent_change
from review_trend
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C"
