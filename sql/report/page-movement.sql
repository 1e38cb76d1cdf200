-- $1 year, $2 province: this year beside last year's review: of each indicator its coverage, of the children who are stunted the
-- share, of services the level of convergence; of the kabupaten/kota, and of the province
select region, region_level, figure, subject, percent, last_percent, change, same_definition and same_area as comparable
from review_movement
where performance_year = $1::smallint
  and province_code = $2::text
  and change is not null
  and (figure = 'coverage' and part = 'all'
       or figure = 'prevalence' and subject = 'stunted' and part = 'e-ppgbm under5'
       or figure = 'convergence' and subject = '' and part = '')
order by region, figure, subject
