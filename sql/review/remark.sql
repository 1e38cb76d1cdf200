-- $1 year, $2 province: how often each remark was made on the submissions that are current, by kabupaten/kota; those on a file of the
-- whole province stand with the province
insert into review.remark (performance_year, regency_key, form, severity, code, remarks, computed_at)
select $1::smallint, coalesce(k.regency_key, r.regency_key), s.form, m.severity, m.code, count(*), now()
from audit.submission s
join dwh.dim_period p on p.period_key = s.period_key
join dwh.dim_region r on r.region_key = s.scope_key
left join review.regency k on k.member_key = r.regency_key
join audit.remark m on m.submission_key = s.submission_key
where p.year = $1::smallint
  and r.province_code = $2::text
  and s.superseded_by is null
group by coalesce(k.regency_key, r.regency_key), s.form, m.severity, m.code
