-- $1 year, $2 province: ranks, scores, components, and the parts (weight × component) a score is made of
select k.rank, k.region, k.region_name, k.score, k.aksi, k.cakupan, k.konvergensi, k.prevalensi, k.data, k.missing,
       w.aksi * k.aksi as aksi_part, w.cakupan * k.cakupan as cakupan_part,
       w.konvergensi * k.konvergensi as konvergensi_part, w.prevalensi * k.prevalensi as prevalensi_part,
       w.data * k.data as data_part, k.score_max
from bi.review_ranking k
left join (select instrument,
             max(weight) filter (where component = 'aksi') as aksi,
             max(weight) filter (where component = 'cakupan') as cakupan,
             max(weight) filter (where component = 'konvergensi') as konvergensi,
             max(weight) filter (where component = 'prevalensi') as prevalensi,
             max(weight) filter (where component = 'data') as data
      from review.instrument_component
      group by instrument) w on w.instrument = k.instrument
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by k.rank, k.region
