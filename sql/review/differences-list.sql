-- $1 year, $2 province: what kp2s-review --print differences prints: kabupaten/kota whose published score or rank is another
select k.region, k.region_name as name, k.published_score, k.score_printed as score, k.published_rank, k.rank
from bi.review_ranking k
join review.instrument n on n.instrument = k.instrument
where k.performance_year = $1::smallint
  and k.province_code = $2::text
  and (abs(k.published_score - k.score_printed) > n.tolerance or k.published_rank <> k.rank)
order by k.rank, k.region
