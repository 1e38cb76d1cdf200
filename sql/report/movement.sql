-- $1 year, $2 province: how figures moved since last year, in points: of each indicator its coverage, of the children the share who
-- are stunted, of services the level of convergence and who received all of theirs; code: the indicator, or which of these
select region, region_level, figure, subject, case figure when 'coverage' then subject else figure end as code, percent, last_percent,
       change, same_definition and same_area as comparable
from review_movement
where performance_year = $1::smallint
  and province_code = $2::text
  and change is not null
  and (figure = 'coverage' and part = 'all'
       or (figure, subject, part) in (values ('prevalence', 'stunted', 'e-ppgbm under5'), ('convergence', '', ''), ('complete', '', '')))
order by region, figure, subject
