-- $1 year, $2 province: what came late, from which kabupaten/kota
select region, agency_name, form, period, days_late
from review_submission_due
where performance_year = $1::smallint
  and province_code = $2::text
  and state = 'late'
order by region, days_late desc, form collate "C", period
