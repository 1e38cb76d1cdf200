-- $1 year, $2 province, $3 the smallest cell: pg_temp.node → publish.figure, in place of what was published before
delete from publish.figure
where performance_year = $1::smallint
  and province_code = $2::text;

insert into publish.figure (performance_year, regency_key, region_key, measure, system, period_key, class, province_code,
                            province_name, regency_code, regency_name, district_code, district_name, region_code, region_name,
                            region_level, period, count, total, percent, is_suppressed)
select $1::smallint, r.regency_key, r.region_key, n.measure, n.system, n.period_key, c.class, r.province_code, r.province_name,
       r.regency_code, r.regency_name, r.district_code, r.district_name, r.code, r.name, n.level, p.code,
       case when not n.classes_gone then c.persons end,
       case when not n.total_gone then n.total end,
       case when not n.classes_gone then round(100.0 * c.persons / n.total, 2) end,
       n.classes_gone
from pg_temp.node n
join lateral (values ('stunting', 'severe', n.class1), ('stunting', 'moderate', n.class2), ('stunting', 'none', n.class3),
                     ('underweight', 'underweight', n.class1), ('underweight', 'none', n.class2),
                     ('wasting', 'wasted', n.class1), ('wasting', 'none', n.class2), ('wasting', 'overweight', n.class3),
                     ('bumil', 'complete', n.class1), ('bumil', 'incomplete', n.class2),
                     ('anak', 'complete', n.class1), ('anak', 'incomplete', n.class2)) c (measure, class, persons)
    on c.measure = n.measure
join dwh.dim_period p on p.period_key = n.period_key
join (select distinct on (code) * from dwh.dim_region order by code, valid_from desc) r on r.code = n.code
where not n.is_hidden;

insert into publish.edition as d (performance_year, province_code, smallest_cell, published_at, published_by, cells, suppressed)
select $1::smallint, $2::text, $3::integer, now(), session_user, count(*), count(*) filter (where is_suppressed)
from publish.figure
where performance_year = $1::smallint
  and province_code = $2::text
on conflict (performance_year, province_code) do update
set smallest_cell = excluded.smallest_cell,
    published_at = excluded.published_at,
    published_by = excluded.published_by,
    cells = excluded.cells,
    suppressed = excluded.suppressed;

select cells, suppressed
from publish.edition
where performance_year = $1::smallint
  and province_code = $2::text
