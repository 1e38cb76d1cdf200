-- $1 year, $2 province: of each agency, over all kabupaten/kota, what was due, and whether it came in time
select agency_code, agency_name, sum(due) as due, sum(received) as received, sum(with_deadline) as with_deadline,
       sum(on_time) as on_time, sum(late) as late, round(100 * sum(on_time) / nullif(sum(with_deadline), 0), 2) as on_time_percent,
       max(longest_delay) as longest_delay
from review_agency
where performance_year = $1::smallint
  and province_code = $2::text
group by agency_code, agency_name
order by sum(on_time) / nullif(sum(with_deadline), 0), agency_name collate "C", agency_code
