-- $1 year, $2 province: to publish: completeness and punctuality by agency
select performance_year, province_code, region, region_name, agency_code, agency_name, due, received, received_percent, with_deadline, on_time,
       late, on_time_percent, longest_delay, records, rejected, rejected_percent
from review_agency
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", agency_code collate "C"
