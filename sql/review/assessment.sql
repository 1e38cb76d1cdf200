-- $1 year, $2 province, $3 instrument: the assessors' grades of an item become one score by the instrument's rule
insert into review.assessment (performance_year, regency_key, aksi, instrument, score, maximum, percent, items,
                               items_graded, computed_at)
with grade as (
    select r.regency_key, f.item, g.score, lower(f.role) like 'ketua%' as chair,
           row_number() over (partition by r.regency_key, f.item order by g.score) as place,
           count(*) over (partition by r.regency_key, f.item) as grades
    from dwh.fact_assessment f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_period p on p.period_key = f.period_key
    join review.instrument_grade g on g.instrument = $3::text and g.grade = f.grade
    where r.province_code = $2::text
      and p.kind = 'year'
      and p.year = $1::smallint
), item as (
    select d.regency_key, d.item,
           case n.assessor_rule
               when 'mean' then avg(d.score)
               when 'median' then avg(d.score) filter (where d.place in ((d.grades + 1) / 2, (d.grades + 2) / 2))
               when 'chair' then avg(d.score) filter (where d.chair)
           end as score
    from grade d
    join review.instrument n on n.instrument = $3::text
    group by d.regency_key, d.item, n.assessor_rule
), aksi as (
    select t.aksi, count(*) as items, sum(t.weight * b.best) as maximum
    from review.instrument_item t
    cross join (select max(score) as best from review.instrument_grade where instrument = $3::text) b
    where t.instrument = $3::text
    group by t.aksi
), total as (
    select i.regency_key, t.aksi, sum(t.weight * i.score) as score, count(i.score) as items_graded
    from item i
    join review.instrument_item t on t.instrument = $3::text and t.item = i.item
    where i.score is not null
    group by i.regency_key, t.aksi
)
select $1::smallint, t.regency_key, t.aksi, $3::text, t.score, a.maximum,
       round(100 * t.score / nullif(a.maximum, 0), 2), a.items, t.items_graded, now()
from total t
join aksi a on a.aksi = t.aksi
