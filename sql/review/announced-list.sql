-- $1 year, $2 province: what kp2s-review --print announced prints: what the instrument says is made public, as it is printed
select case when n.publication = 'all' then k.rank end as rank, k.region, k.region_name as name,
       case when n.publication = 'all' then k.score_printed end as score
from bi.review_ranking k
join review.instrument n on n.instrument = k.instrument
where k.performance_year = $1::smallint
  and k.province_code = $2::text
  and k.announced
order by case when n.publication = 'all' then k.rank end, k.region
