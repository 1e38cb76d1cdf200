-- $1 year, $2 province: pg_temp.node, for each table (measure, system, period) a tree of regions with the number of persons in
-- each class. Persons whose region is no village are a node below theirs that is never published (hidden).
drop table if exists pg_temp.person, pg_temp.leaf, pg_temp.node;

-- of each child the latest measurement in the year, as in review.prevalence; of each quarter each person
create temp table person on commit drop as
with latest as (
    select distinct on (m.system, m.child) k.code as regency, m.region_key, m.system,
           case when position('h' in m.flags) = 0 and m.age_days <= 1826 then m.haz end as haz,
           case when position('w' in m.flags) = 0 then m.waz end as waz,
           case when position('x' in m.flags) = 0 then m.whz end as whz
    from dwh.fact_measurement m
    join review.regency k on k.member_key = m.regency_key
    where k.province_code = $2::text
      and m.measured_on between make_date($1::integer, 1, 1) and make_date($1::integer, 12, 31)
    order by m.system, m.child, m.measured_on desc, k.code
), served as (
    select k.code as regency, f.region_key, f.period_key, f.subject, f.person, bool_and(f.state = 'Y') as complete
    from dwh.fact_service f
    join review.regency k on k.member_key = f.regency_key
    join dwh.dim_period p on p.period_key = f.period_key
    where k.province_code = $2::text
      and p.year = $1::smallint
      and p.kind = 'quarter'
      and f.subject in ('bumil', 'anak')
      and f.state in ('Y', 'T')
    group by k.code, f.region_key, f.period_key, f.subject, f.person
)
select l.regency, l.region_key, l.system, $1::bigint * 10000 as period_key, c.measure, c.class
from latest l
cross join lateral (values ('stunting', case when l.haz < -3 then 1 when l.haz < -2 then 2 when l.haz is not null then 3 end),
                           ('underweight', case when l.waz < -2 then 1 when l.waz is not null then 2 end),
                           ('wasting', case when l.whz < -2 then 1 when l.whz <= 2 then 2 when l.whz is not null then 3 end))
    c (measure, class)
where c.class is not null
union all
select s.regency, s.region_key, '', s.period_key, s.subject, case when s.complete then 1 else 2 end
from served s;

-- where they are counted: in their village; without one, in a hidden part of their kecamatan or kabupaten
create temp table leaf on commit drop as
select p.measure, p.system, p.period_key, p.regency, r.district_code as district,
       case when r.level = 4 then r.code else '' end as village, p.class, count(*) as persons
from pg_temp.person p
join dwh.dim_region r on r.region_key = p.region_key
group by 1, 2, 3, 4, 5, 6, 7;

create temp table node on commit drop as
with counted as (
    select t.measure, t.system, t.period_key, n.level, n.code, n.parent, n.is_hidden, t.class, t.persons
    from pg_temp.leaf t
    cross join lateral (values (1, $2::text, '', false), (2, t.regency, $2::text, false),
                               (3, case when t.district = '' then t.regency || '/' else t.district end, t.regency, t.district = ''),
                               (4, case when t.village = '' then t.district || '/' else t.village end, t.district, t.village = ''))
        n (level, code, parent, is_hidden)
    where n.level < 4
       or t.district <> ''
)
select measure, system, period_key, level::smallint as level, code, parent, is_hidden, sum(persons) as total,
       coalesce(sum(persons) filter (where class = 1), 0) as class1,
       coalesce(sum(persons) filter (where class = 2), 0) as class2,
       coalesce(sum(persons) filter (where class = 3), 0) as class3,
       false as total_gone, false as classes_gone
from counted
group by measure, system, period_key, level, code, parent, is_hidden;

create unique index on pg_temp.node (measure, system, period_key, code);

analyze pg_temp.node
