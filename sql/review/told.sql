-- $1 year, $2 province → pg_temp.told: what assessors told of the year's kabupaten/kota
create temp table told on commit drop as
select r.regency_key, f.item, f.assessor, f.role, lower(f.role) like 'ketua%' as chair, f.grade, f.remark
from dwh.fact_assessment f
join review.regency r on r.member_key = f.regency_key
join dwh.dim_period p on p.period_key = f.period_key
where r.province_code = $2::text
  and p.kind = 'year'
  and p.year = $1::smallint
