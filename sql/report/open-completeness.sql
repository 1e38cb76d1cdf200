-- $1 year, $2 province: to publish: forms received
select performance_year, province_code, region, region_name, form, received, submissions, records, rejected, remarks
from review_completeness
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", form collate "C"
