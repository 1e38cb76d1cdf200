-- $1 year, $2 province: D/S, the children measured of those who should be, where the target children are known
select region, ds_children as weighed, ds_target as targeted, ds_percent as percent
from review_prevalence_region
where performance_year = $1::smallint
  and province_code = $2::text
  and level = 2
  and system = 'e-ppgbm'
  and ages = 'under5'
  and measure = 'stunted'
  and ds_percent is not null
order by region
