-- $1 province: the years for which it has current submissions
select distinct p.year
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where s.superseded_by is null
  and r.province_code = $1::text
order by p.year
