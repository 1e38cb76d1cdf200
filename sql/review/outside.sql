-- $1 year, $2 province: kabupaten codes with submissions that the present register no longer has
select distinct r.regency_code as code
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where r.province_code = $2::text
  and r.level >= 2
  and p.year = $1::smallint
  and s.superseded_by is null
  and not exists (select from review.regency k where k.member_key = r.regency_key)
order by code
