-- $1 year, $2 province: to publish: what was due when, and when it came
select performance_year, province_code, region, region_name, form, period, agency_code, agency_name, due_on, due_source, came_on, days_late,
       state, submissions, records, rejected
from review_submission_due
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", form collate "C", period collate "C"
