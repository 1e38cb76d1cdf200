-- $1 year, $2 province, $3 kabupaten/kota or nothing, $4 kind or nothing: findings for a person
select regency_code, regency_name, finding_no, kind, severity, indicator_code, indicator_name, region_code, region_name,
       period, agency_code, puskesmas, sex, age_group, figure, expected, lower_bound, upper_bound, deviation, peers, sentence,
       place, other_place, submission_key, table_no, row_no, cell, kind_name
from bi.finding
where performance_year = $1::smallint
  and province_code = $2::text
  and (regency_code = $3::text or $3::text = '')
  and (kind = $4::text or $4::text = '')
order by regency_code, finding_no
