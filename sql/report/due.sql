-- $1 year, $2 province: every submission that was due: the deadline and the day it came (as days since 1899-12-30, Excel's way)
select region, region_name, agency_name, form, period, due_on - date '1899-12-30' as due_on, came_on - date '1899-12-30' as came_on,
       days_late, state, submissions, records, rejected, round(100.0 * rejected / nullif(records + rejected, 0), 2) as rejected_percent,
       due_source
from review_submission_due
where performance_year = $1::smallint
  and province_code = $2::text
order by region, agency_name, form, period
