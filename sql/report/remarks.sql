-- $1 year, $2 province: remarks of current submissions, by form and code
select s.form, m.severity, m.code, count(*) as remarks, count(distinct s.scope_key) as scopes
from audit.remark m
join audit.submission s on s.submission_key = m.submission_key
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where p.year = $1::smallint
  and r.province_code = $2::text
  and s.superseded_by is null
group by s.form, m.severity, m.code
order by s.form, array_position(array['reject', 'also', 'repair', 'note'], m.severity), count(*) desc, m.code
