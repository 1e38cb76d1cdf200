-- $1 year, $2 province: ranks, scores, components, and the parts (weight × component) a score is made of
select k.rank, k.region, k.region_name, k.score, k.aksi, k.cakupan, k.konvergensi, k.prevalensi, k.data, k.missing,
       w.aksi * k.aksi as aksi_part, w.cakupan * k.cakupan as cakupan_part,
       w.konvergensi * k.konvergensi as konvergensi_part, w.prevalensi * k.prevalensi as prevalensi_part,
       w.data * k.data as data_part, k.score_max
from review_ranking k
cross join (select max(i.weight) filter (where i.node = 'aksi') as aksi,
                   max(i.weight) filter (where i.node = 'cakupan') as cakupan,
                   max(i.weight) filter (where i.node = 'konvergensi') as konvergensi,
                   max(i.weight) filter (where i.node = 'prevalensi') as prevalensi,
                   max(i.weight) filter (where i.node = 'data') as data
            from review_head h
            join review_instrument i on i.performance_year = h.performance_year and i.province_code = h.province_code and i.parent = h.ranked
            where h.performance_year = $1::smallint
              and h.province_code = $2::text) w
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by k.rank, k.region
