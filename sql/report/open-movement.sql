-- $1 year, $2 province: to publish: coverage beside last year's; figures of persons beside last year's are left out
select performance_year, province_code, region, region_name, region_level, figure, subject, part, numerator, denominator, percent,
       last_numerator, last_denominator, last_percent, change, same_definition, basis, last_basis, same_area
from review_movement
where performance_year = $1::smallint
  and province_code = $2::text
  and figure = 'coverage'
  and part = 'all'
order by region collate "C", subject collate "C"
