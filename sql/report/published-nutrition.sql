-- $1 year, $2 province: published nutrition of children, a row for each region and system as kp2s-publish left it: no sums here,
-- and no figure that is not there
select system, region_level, region_code, regency_name, district_name, region_name,
       max(total) filter (where measure = 'stunted') as stunted_total, max(count) filter (where measure = 'stunted') as stunted,
       max(percent) filter (where measure = 'stunted') as stunted_percent, bool_or(is_suppressed) filter (where measure = 'stunted') as stunted_withheld,
       max(total) filter (where measure = 'underweight') as underweight_total, max(count) filter (where measure = 'underweight') as underweight,
       max(percent) filter (where measure = 'underweight') as underweight_percent,
       bool_or(is_suppressed) filter (where measure = 'underweight') as underweight_withheld,
       max(total) filter (where measure = 'wasted') as wasted_total, max(count) filter (where measure = 'wasted') as wasted,
       max(percent) filter (where measure = 'wasted') as wasted_percent, bool_or(is_suppressed) filter (where measure = 'wasted') as wasted_withheld
from publish.figure
where performance_year = $1::smallint
  and province_code = $2::text
  and measure in ('stunted', 'underweight', 'wasted')
group by system, region_level, region_code, regency_name, district_name, region_name
order by system <> 'e-ppgbm', system collate "C", region_code collate "C"
