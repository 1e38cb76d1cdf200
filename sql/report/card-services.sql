-- $1 year, $2 province: services received in each kabupaten/kota, by target group and (first) of both, beside the province and last year;
-- last year only where it is of the same quarter
select c.region, c.subject, c.period, c.received, c.due, c.percent, c.persons, c.complete, c.complete_percent, c.households, c.complete_households,
       c.complete_households_percent, v.percent as province_percent, v.complete_percent as province_complete_percent,
       round(100.0 * c.received / nullif(c.due, 0) - 100.0 * l.received / nullif(l.due, 0), 2) as change
from review_convergence_region c
left join review_convergence_region v on v.performance_year = c.performance_year and v.province_code = c.province_code
                                     and v.region = $2::text and v.subject = c.subject and v.service = c.service
left join review_convergence_region l on l.performance_year = $1::smallint - 1 and l.province_code = c.province_code
                                     and l.region = c.region and l.subject = c.subject and l.service = c.service
                                     and right(l.period, 2) = right(c.period, 2)
where c.performance_year = $1::smallint
  and c.province_code = $2::text
  and c.level = 2
  and c.service = ''
order by c.region collate "C", array_position(array['', 'bumil', 'anak'], c.subject)
