-- $1 year, $2 province, $3 the smallest cell: pg_temp.node → publish.figure, in place of what was published before
delete from publish.figure
where performance_year = $1::smallint
  and province_code = $2::text;

insert into publish.figure (performance_year, regency_key, region_key, measure, system, period_key, province_code,
                            province_name, regency_code, regency_name, district_code, district_name, region_code, region_name,
                            region_level, period, count, total, percent, is_suppressed)
select $1::smallint, r.regency_key, r.region_key, n.measure, n.system, n.period_key, r.province_code, r.province_name,
       r.regency_code, r.regency_name, r.district_code, r.district_name, r.code, r.name, n.level, p.code,
       case when not n.count_gone then n.count end,
       case when not n.total_gone then n.total end,
       case when not n.count_gone then round(100.0 * n.count / n.total, 2) end,
       n.count_gone
from pg_temp.node n
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
