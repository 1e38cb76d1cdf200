-- $1 year, $2 province: to publish: the categories beside the ranking
select performance_year, province_code, award, place, award_name, region, region_name, rank, score, holder, reason, instrument
from review_award
where performance_year = $1::smallint
  and province_code = $2::text
order by award collate "C", region collate "C"
