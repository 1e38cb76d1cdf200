-- $1 year, $2 province: to publish: ranks, scores and components
select performance_year, province_code, province_name, region, region_name, rank, score, score_printed, score_max, score_percent, aksi, cakupan,
       konvergensi, prevalensi, data, missing, compared, tie, tie_reason, decided, announced, given, instrument, confirmed,
       assessment_year, data_period, published_score, published_rank
from review_ranking
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C"
