-- $1 year, $2 province, $3 instrument: grades and items the instrument does not know; they would be lost in silence
select distinct f.item, f.grade, t.item is not null
from dwh.fact_assessment f
join review.regency r on r.member_key = f.regency_key
join dwh.dim_period p on p.period_key = f.period_key
left join review.instrument_item t on t.instrument = $3::text and t.item = f.item
left join review.instrument_grade g on g.instrument = $3::text and g.grade = f.grade
where r.province_code = $2::text
  and p.kind = 'year'
  and p.year = $1::smallint
  and f.grade <> ''
  and (t.item is null or g.grade is null)
order by f.item, f.grade
