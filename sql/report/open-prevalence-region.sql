-- $1 year, $2 province: to publish: prevalence of the province and its kabupaten/kota. A measure of a system is given for all
-- kabupaten/kota or for none, so that no small cell is left over by subtraction from the province: none when one of them has a
-- small cell, of those affected, of the others, or of those between two and five years of age, or (severely stunted) of those
-- stunted and not severely so. Below the kabupaten/kota open-published.sql has what may be published.
with figure as (
    select *
    from review_prevalence_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and level <= 2
), part as (
    select system, measure, level, affected as persons
    from figure
    union all
    select system, measure, level, measured - affected
    from figure
    union all
    select system, measure, level, children
    from figure
    union all
    select o.system, o.measure, o.level, p.persons
    from figure o
    join figure y on y.region = o.region and y.system = o.system and y.measure = o.measure and y.ages = 'under2'
    cross join lateral (values (o.affected - y.affected), (o.measured - o.affected - y.measured + y.affected)) p (persons)
    where o.ages = 'under5'
    union all
    select s.system, s.measure, s.level, a.affected - s.affected
    from figure s
    join figure a on a.region = s.region and a.system = s.system and a.ages = s.ages and a.measure = 'stunted'
    where s.measure = 'severely_stunted'
), small as (
    select distinct p.system, p.measure, p.level
    from part p
    cross join (select max(smallest_cell) as cell
                from review_published
                where performance_year = $1::smallint
                  and province_code = $2::text) k
    where p.persons > 0
      and p.persons < k.cell
)
select performance_year, province_code, region, region_name, level, system, ages, measure, children, measured, affected, percent,
       lower_bound, upper_bound, ds_children, ds_target, ds_percent
from figure f
where not exists (select from small s where s.system = f.system and s.measure = f.measure and s.level = f.level)
order by region collate "C", system collate "C", ages collate "C", measure collate "C"
