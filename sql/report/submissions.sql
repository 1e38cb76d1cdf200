-- $1 year, $2 province: every submission of the year, superseded ones too; loaded_on as Excel counts days
select submission_key, form, agency_name as agency, region, region_name, period, file_name, sha256,
       (loaded_at at time zone 'Asia/Jakarta')::date - date '1899-12-30' as loaded_on, data_count, reject_count, note_count,
       case when superseded_by is null then 'berlaku' else 'digantikan ' || superseded_by end as status
from review_submission
where performance_year = $1::smallint
  and province_code = $2::text
order by form, region, period, submission_key
