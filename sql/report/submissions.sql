-- $1 year, $2 province: every submission of the year, superseded ones too
select s.submission_key, s.form, a.name as agency, r.code as region, r.name as region_name, p.code as period,
       s.file_name, s.sha256, extract(epoch from s.loaded_at)::bigint as loaded_at, s.data_count, s.reject_count,
       s.note_count, case when s.superseded_by is null then 'berlaku' else 'digantikan ' || s.superseded_by end as status
from audit.submission s
join dwh.dim_agency a on a.agency_key = s.agency_key
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where p.year = $1::smallint
  and r.province_code = $2::text
order by s.form, r.code, p.starts_on, s.submission_key
