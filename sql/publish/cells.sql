-- $1 year, $2 province: pg_temp.node, for each table (measure, system, period) the tree of regions, with how many persons were
-- looked at and how many the measure is true of. Persons of no village are a node below theirs that is never published (hidden).
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
select l.regency, l.region_key, l.system, $1::bigint * 10000 as period_key, m.measure, m.is_true
from latest l
cross join lateral (values ('stunted', l.haz < -2), ('underweight', l.waz < -2), ('wasted', l.whz < -2)) m (measure, is_true)
where m.is_true is not null
union all
select s.regency, s.region_key, '', s.period_key, 'complete-' || s.subject, s.complete
from served s;

-- where they are counted: in their village; without one, in a hidden part of their kecamatan or kabupaten
create temp table leaf on commit drop as
select p.measure, p.system, p.period_key, p.regency, r.district_code as district,
       case when r.level = 4 then r.code else '' end as village, count(*) as persons,
       count(*) filter (where p.is_true) as true_of
from pg_temp.person p
join dwh.dim_region r on r.region_key = p.region_key
group by 1, 2, 3, 4, 5, 6;

create temp table node on commit drop as
with counted as (
    select t.measure, t.system, t.period_key, n.level, n.code, n.parent, n.is_hidden, t.persons, t.true_of
    from pg_temp.leaf t
    cross join lateral (values (1, $2::text, '', false), (2, t.regency, $2::text, false),
                               (3, case when t.district = '' then t.regency || '/' else t.district end, t.regency, t.district = ''),
                               (4, case when t.village = '' then t.district || '/' else t.village end, t.district, t.village = ''))
        n (level, code, parent, is_hidden)
    where n.level < 4
       or t.district <> ''
)
select measure, system, period_key, level::smallint as level, code, parent, is_hidden, sum(persons) as total,
       sum(true_of) as count, false as total_gone, false as count_gone
from counted
group by measure, system, period_key, level, code, parent, is_hidden;

create unique index on pg_temp.node (measure, system, period_key, code);

analyze pg_temp.node
