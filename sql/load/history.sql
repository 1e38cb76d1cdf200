-- $1 form, $2 code of the scope, $3 period: the submissions of its slots, part by part, oldest first
select s.submission_key, s.part, s.file_name, s.sha256, a.code as agency, to_char(s.loaded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       case when s.superseded_by is null then 'current' else 'superseded' end as state,
       coalesce(s.superseded_by::text, ''),
       coalesce(to_char(s.superseded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ''),
       s.data_count, s.reject_count, s.note_count, case when s.sealed then 'yes' else 'no' end as sealed
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
join dwh.dim_agency a on a.agency_key = s.agency_key
where s.form = $1::text
  and r.code = $2::text
  and p.code = $3::text
order by s.part, s.submission_key
