-- $1 year, $2 province
select region, region_name, form, received, submissions, records, rejected,
       round(100.0 * rejected / nullif(records + rejected, 0), 2) as rejected_percent, remarks
from review_completeness
where performance_year = $1::smallint
  and province_code = $2::text
order by region, form
