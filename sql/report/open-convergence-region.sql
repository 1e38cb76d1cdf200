-- $1 year, $2 province: to publish: convergence of the province and its kabupaten/kota, all services and by service. Of a level
-- the totals are given for all regions or for none, and so are the single services: none when there is a small cell among them,
-- of those who received (all of) it, or of those who did not.
with figure as (
    select *, service = '' as is_total
    from review_convergence_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and level <= 2
), small as (
    select distinct f.is_total, f.level
    from figure f
    cross join lateral (values (f.received), (f.due - f.received), (f.complete), (f.persons - f.complete), (f.complete_households),
                               (f.households - f.complete_households)) p (persons)
    cross join (select max(smallest_cell) as cell
                from review_published
                where performance_year = $1::smallint
                  and province_code = $2::text) k
    where p.persons > 0
      and p.persons < k.cell
)
select performance_year, province_code, region, region_name, level, period, subject, service, service_name, package, received, due,
       percent, persons, complete, complete_percent, households, complete_households, complete_households_percent
from figure f
where not exists (select from small s where s.is_total = f.is_total and s.level = f.level)
order by region collate "C", subject collate "C", service collate "C"
