-- $1 year, $2 province: of each kabupaten/kota rank, score and components beside last year's and the province's median. Who has no
-- data for a component has 0 in it, as in the score
select k.region, k.region_name, k.rank, k.score, k.score_max, k.missing, k.aksi, k.cakupan, k.konvergensi, k.prevalensi, k.data,
       m.*, l.rank as last_rank, l.score as last_score, l.instrument = k.instrument as same_instrument
from review_ranking k
left join review_ranking l on l.performance_year = k.performance_year - 1
                          and l.province_code = k.province_code
                          and l.region = k.region
cross join (select count(*) as regencies, percentile_cont(0.5) within group (order by score) as score_median,
                   percentile_cont(0.5) within group (order by aksi) as aksi_median,
                   percentile_cont(0.5) within group (order by cakupan) as cakupan_median,
                   percentile_cont(0.5) within group (order by konvergensi) as konvergensi_median,
                   percentile_cont(0.5) within group (order by prevalensi) as prevalensi_median,
                   percentile_cont(0.5) within group (order by data) as data_median
            from review_ranking
            where performance_year = $1::smallint
              and province_code = $2::text) m
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by k.region collate "C"
