-- $1 year, $2 province: what kp2s-review --print awards prints
select award, award_name as name, rank, region, region_name, round(score, 6) as score, reason
from bi.review_award
where performance_year = $1::smallint
  and province_code = $2::text
  and holder
order by place, rank, region
