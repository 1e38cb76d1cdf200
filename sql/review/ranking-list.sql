-- $1 year, $2 province: what kp2s-review prints
select k.rank, r.code as region, r.name, round(k.score, 6) as score, round(k.aksi, 6) as aksi,
       round(k.cakupan, 6) as cakupan, round(k.konvergensi, 6) as konvergensi, round(k.prevalensi, 6) as prevalensi,
       round(k.data, 6) as data, replace(k.missing, ',', ' ') as missing
from review.ranking k
join dwh.dim_region r on r.region_key = k.regency_key
where k.performance_year = $1::smallint
  and r.province_code = $2::text
order by k.rank, r.code
