-- $1 year, $2 province: nutrition of under-fives in each kabupaten/kota, measured by e-PPGBM, beside the province and last year
select p.region, p.measure, p.measured, p.affected, p.percent, p.lower_bound, p.upper_bound, p.ds_children, p.ds_target, p.ds_percent,
       v.percent as province_percent, l.percent as last_percent,
       round(100.0 * p.affected / nullif(p.measured, 0) - 100.0 * l.affected / nullif(l.measured, 0), 2) as change
from review_prevalence_region p
left join review_prevalence_region v on v.performance_year = p.performance_year and v.province_code = p.province_code
                                    and v.region = $2::text and v.system = p.system and v.ages = p.ages and v.measure = p.measure
left join review_prevalence_region l on l.performance_year = $1::smallint - 1 and l.province_code = p.province_code
                                    and l.region = p.region and l.system = p.system and l.ages = p.ages and l.measure = p.measure
where p.performance_year = $1::smallint
  and p.province_code = $2::text
  and p.level = 2
  and p.system = 'e-ppgbm'
  and p.ages = 'under5'
order by p.region collate "C", array_position(array['stunted', 'severely_stunted', 'underweight', 'wasted', 'overweight'], p.measure)
