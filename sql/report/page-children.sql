-- $1 year, $2 province: of each kabupaten/kota the interval of the stunted, and the stunted under two years of age
select a.region, a.system, a.lower_bound, a.upper_bound, b.percent as under2_percent
from review_prevalence_region a
left join review_prevalence_region b on b.performance_year = a.performance_year and b.region = a.region and b.system = a.system
                                    and b.measure = a.measure and b.ages = 'under2'
where a.performance_year = $1::smallint
  and a.province_code = $2::text
  and a.level = 2
  and a.ages = 'under5'
  and a.measure = 'stunted'
order by a.region, a.system
