-- $1 year, $2 province: to publish: the files behind the figures by their SHA-256; their names, which people gave, are left out
select performance_year, province_code, submission_key, form, agency, agency_name, region, region_name, period, part, sha256, data_count,
       reject_count, note_count, superseded_by
from review_submission
where performance_year = $1::smallint
  and province_code = $2::text
order by submission_key
