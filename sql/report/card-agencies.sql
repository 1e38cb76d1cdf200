-- $1 year, $2 province: what each agency of each kabupaten/kota had to send, and when it came
select region, agency_code, agency_name, count(*) as due, count(*) filter (where state <> 'missing') as received,
       count(*) filter (where state = 'missing') as missing, count(due_on) as with_deadline,
       count(*) filter (where state = 'on time') as on_time, count(*) filter (where state = 'late') as late,
       max(days_late) filter (where days_late > 0) as longest_delay, sum(records) as records, sum(rejected) as rejected
from review_submission_due
where performance_year = $1::smallint
  and province_code = $2::text
group by region, agency_code, agency_name
order by region collate "C", count(*) filter (where state = 'missing') desc, agency_name collate "C"
