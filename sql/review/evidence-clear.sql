-- $1 year, $2 province
delete from review.evidence t
using dwh.dim_region r
where t.performance_year = $1::smallint
  and r.region_key = t.regency_key
  and r.province_code = $2::text
