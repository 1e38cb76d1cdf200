-- $1 form, $2 code of the scope, $3 period, $4 part: the slot's submissions, the current one first
select s.submission_key, s.sha256, s.content, s.superseded_by is null as is_current, s.superseded_by
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where s.form = $1::text
  and r.code = $2::text
  and p.code = $3::text
  and s.part = $4::text
order by is_current desc, s.submission_key desc
