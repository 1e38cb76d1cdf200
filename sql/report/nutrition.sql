-- $1 year, $2 province: nutrition status of each kabupaten/kota (level 2) and of the province (level 1), by system: of under-fives, and
-- stunting of under-twos apart, with intervals of 95 % (below, above: how far they reach) and D/S
select region, region_name, level, system, max(ds_percent) filter (where ages = 'under5') as ds_percent,
       max(measured) filter (where ages = 'under5' and measure = 'stunted') as measured,
       max(affected) filter (where ages = 'under5' and measure = 'stunted') as stunted,
       max(percent) filter (where ages = 'under5' and measure = 'stunted') as stunted_percent,
       max(lower_bound) filter (where ages = 'under5' and measure = 'stunted') as stunted_lower,
       max(upper_bound) filter (where ages = 'under5' and measure = 'stunted') as stunted_upper,
       max(percent - lower_bound) filter (where ages = 'under5' and measure = 'stunted') as stunted_below,
       max(upper_bound - percent) filter (where ages = 'under5' and measure = 'stunted') as stunted_above,
       max(percent) filter (where ages = 'under5' and measure = 'severely_stunted') as severe_percent,
       max(percent) filter (where ages = 'under5' and measure = 'underweight') as underweight_percent,
       max(percent) filter (where ages = 'under5' and measure = 'wasted') as wasted_percent,
       max(percent) filter (where ages = 'under5' and measure = 'overweight') as overweight_percent,
       max(measured) filter (where ages = 'under2' and measure = 'stunted') as under2_measured,
       max(percent) filter (where ages = 'under2' and measure = 'stunted') as under2_percent,
       max(lower_bound) filter (where ages = 'under2' and measure = 'stunted') as under2_lower,
       max(upper_bound) filter (where ages = 'under2' and measure = 'stunted') as under2_upper
from review_prevalence_region
where performance_year = $1::smallint
  and province_code = $2::text
  and level <= 2
group by region, region_name, level, system
order by level, system <> 'e-ppgbm', system, stunted_percent desc nulls last, region
