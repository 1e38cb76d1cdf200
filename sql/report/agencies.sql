-- $1 year, $2 province: what each agency owed in all kabupaten/kota, what came, and how much of it late
select agency_code, agency_name, count(distinct form) as forms, count(*) as due, count(came_on) as received,
       round(100.0 * count(came_on) / count(*), 2) as received_percent, count(due_on) as with_deadline,
       count(*) filter (where state = 'on time') as on_time, count(*) filter (where state = 'late') as late,
       round(100.0 * count(*) filter (where state = 'on time') / nullif(count(due_on), 0), 2) as on_time_percent,
       max(days_late) filter (where days_late > 0) as longest_delay, sum(records) as records, sum(rejected) as rejected,
       round(100 * sum(rejected) / nullif(sum(records) + sum(rejected), 0), 2) as rejected_percent
from review_submission_due
where performance_year = $1::smallint
  and province_code = $2::text
group by agency_code, agency_name
order by received_percent, on_time_percent nulls last, agency_code
