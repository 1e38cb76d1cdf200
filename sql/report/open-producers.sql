-- $1 year, $2 province: who sent what holds: agencies with their submissions and different files
select agency, agency_name, count(*) as submissions, count(distinct sha256) as files
from review_submission
where performance_year = $1::smallint
  and province_code = $2::text
  and superseded_by is null
group by agency, agency_name
order by agency collate "C"
