-- $1 year, $2 province: what the province as a whole came to in each year up to $1; a year whose own review is not there is known
-- from the one after it
with told as (
    select performance_year, figure, percent, last_percent
    from review_movement
    where province_code = $2::text
      and region_level = 1
      and performance_year <= $1::smallint
      and (figure, subject, part) in (values ('prevalence', 'stunted', 'e-ppgbm under5'), ('convergence', '', ''), ('complete', '', ''))
), point as (
    select performance_year as year, figure, percent, true as own
    from told
    union all
    select performance_year - 1, figure, last_percent, false
    from told
), chosen as (
    select distinct on (year, figure) year, figure, percent
    from point
    where percent is not null
    order by year, figure, own desc
)
select year, max(percent) filter (where figure = 'prevalence') as stunted, max(percent) filter (where figure = 'convergence') as received,
       max(percent) filter (where figure = 'complete') as complete
from chosen
group by year
order by year
