-- $1 year, $2 province: the latest quarter of the year with services of pregnant women and children under two, as
-- review.service_figure counts them: from village to province, by target group and service; of the kabupaten all in one row
with figure as materialized (
    select f.regency_key, f.period_key, f.person, coalesce(nullif(f.household, ''), f.person) as household, f.subject, f.service,
           f.counted as state, case when length(f.region) >= 8 then left(f.region, 8) end as district,
           case when length(f.region) > 8 then f.region end as village
    from review.service_figure($1::smallint, $2::text) f
), service as (
    select regency_key, district, village, grouping(district, village) as summed, subject, service,
           count(*) filter (where state = 'Y') as received, count(*) filter (where state in ('Y', 'T')) as due,
           count(*) filter (where state = 'TS') as not_due
    from figure
    group by grouping sets ((regency_key, district, village), (regency_key, district), (regency_key)), subject, service
), person as ( -- within each region: a person with services in two villages stands in both, and once above them
    select regency_key, district, village, grouping(district, village) as summed, coalesce(subject, '') as subject, person,
           min(household) as household, count(*) filter (where state = 'Y') as received,
           count(*) filter (where state in ('Y', 'T')) as due, count(*) filter (where state = 'TS') as not_due
    from figure
    group by grouping sets ((regency_key, district, village), (regency_key, district), (regency_key)),
             grouping sets ((subject), ()), person
), household as (
    select regency_key, district, village, summed, subject, household, sum(received) as received, sum(due) as due,
           sum(not_due) as not_due, count(*) filter (where due > 0) as persons,
           count(*) filter (where due > 0 and received = due) as complete
    from person
    group by regency_key, district, village, summed, subject, household
), one as ( -- of one kabupaten
    select regency_key, district, village, summed, subject, '' as service, sum(received) as received, sum(due) as due,
           sum(not_due) as not_due, sum(persons) as persons, sum(complete) as complete,
           count(*) filter (where due > 0) as households,
           count(*) filter (where due > 0 and received = due) as complete_households
    from household
    group by regency_key, district, village, summed, subject
    union all
    select regency_key, district, village, summed, subject, service, received, due, not_due, null, null, null, null
    from service
), total as (
    select o.*
    from one o
    where case summed when 0 then village is not null when 1 then district is not null else true end
    union all
    select null, null, null, 7, subject, service, sum(received), sum(due), sum(not_due), sum(persons), sum(complete),
           sum(households), sum(complete_households)
    from one
    where summed = 3
    group by subject, service
), quarter as (
    select distinct regency_key, period_key
    from figure
), region as (
    insert into review.convergence_region (performance_year, regency_key, region_key, subject, service, level, period_key,
                                           received, due, not_due, percent, persons, complete, complete_percent, households,
                                           complete_households, computed_at)
    select $1::smallint, coalesce(t.regency_key, g.region_key), g.region_key, t.subject, t.service, g.level, q.period_key,
           t.received, t.due, t.not_due, round(100.0 * t.received / nullif(t.due, 0), 2), t.persons, t.complete,
           round(100.0 * t.complete / nullif(t.persons, 0), 2), t.households, t.complete_households, now()
    from total t
    left join quarter q on q.regency_key = t.regency_key
    left join dwh.dim_region k on k.region_key = t.regency_key
    join review.region_now g on g.code = case t.summed
                                             when 0 then t.village
                                             when 1 then t.district
                                             else coalesce(k.code, $2::text)
                                         end
    returning *
)
insert into review.convergence (performance_year, regency_key, period_key, received, due, percent, persons, complete,
                                complete_percent, computed_at)
select performance_year, regency_key, period_key, received, due, percent, persons, complete, complete_percent, computed_at
from region
where level = 2
  and subject = ''
  and service = ''
