-- $1 year, $2 province
select region, region_name, system, measured, stunted, stunted_percent, severely_stunted, severely_stunted_percent,
       waz_measured, underweight_percent, whz_measured, wasted_percent, overweight_percent
from review_prevalence
where performance_year = $1::smallint
  and province_code = $2::text
order by system <> 'e-ppgbm', system, stunted_percent desc nulls last, region
