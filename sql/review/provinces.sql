-- provinces that have current submissions, hence facts
select distinct r.province_code, r.province_name
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
where s.superseded_by is null
  and r.level > 0
order by r.province_code
