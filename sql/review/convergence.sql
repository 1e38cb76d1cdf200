-- $1 year, $2 province: the latest quarter of the year with services of pregnant women and children under two
insert into review.convergence (performance_year, regency_key, period_key, received, due, percent, persons, complete,
                                complete_percent, computed_at)
with fact as (
    select r.regency_key, f.period_key, f.person, f.state,
           rank() over (partition by r.regency_key order by p.ends_on desc) as age
    from dwh.fact_service f
    join review.regency r on r.member_key = f.regency_key
    join dwh.dim_period p on p.period_key = f.period_key
    where r.province_code = $2::text
      and p.year = $1::smallint
      and p.kind = 'quarter'
      and f.subject in ('bumil', 'anak')
), person as (
    select regency_key, period_key, person, count(*) filter (where state = 'Y') as received,
           count(*) filter (where state in ('Y', 'T')) as due
    from fact
    where age = 1
    group by regency_key, period_key, person
), total as (
    select regency_key, period_key, sum(received) as received, sum(due) as due,
           count(*) filter (where due > 0) as persons,
           count(*) filter (where due > 0 and received = due) as complete
    from person
    group by regency_key, period_key
)
select $1::smallint, regency_key, period_key, received, due, round(100.0 * received / nullif(due, 0), 2), persons,
       complete, round(100.0 * complete / nullif(persons, 0), 2), now()
from total
