-- $1 year, $2 province: priority villages (lokus) beside the others, of the kabupaten/kota that have both
select l.indicator, l.percent as lokus, l.regions as lokus_regions, o.percent as other, l.percent - o.percent as gap
from review_coverage_region l
join review_coverage_region o on o.performance_year = l.performance_year and o.region = l.region and o.indicator = l.indicator
                             and o.villages = 'other'
where l.performance_year = $1::smallint
  and l.province_code = $2::text
  and l.level = 1
  and l.villages = 'lokus'
  and l.percent is not null
  and o.percent is not null
order by l.indicator
