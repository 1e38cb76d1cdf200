-- $1 year, $2 province
with gone as (
    delete from review.prevalence_region t
    using dwh.dim_region r
    where t.performance_year = $1::smallint
      and r.region_key = t.regency_key
      and r.province_code = $2::text
)
delete from review.prevalence t
using dwh.dim_region r
where t.performance_year = $1::smallint
  and r.region_key = t.regency_key
  and r.province_code = $2::text
