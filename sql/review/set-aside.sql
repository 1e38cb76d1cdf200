-- $1 year, $2 province: figures of coverage that were set aside, and of how many kabupaten/kota
select coalesce(sum(c.set_aside), 0), count(distinct c.regency_key) filter (where c.set_aside > 0)
from review.coverage c
join dwh.dim_region r on r.region_key = c.regency_key
where c.performance_year = $1::smallint
  and r.province_code = $2::text
