-- $1 year, $2 province: to publish: the regions at the end of the year, and those of today that the figures name beside them
with known as (
    select region, name, level, nullif(valid_from, '-infinity') as valid_from, basis
    from review_region
    where performance_year = $1::smallint
      and province_code = $2::text
), named as (
    select region, region_name as name, 2::smallint as level
    from review_ranking
    where performance_year = $1::smallint
      and province_code = $2::text
    union
    select region, region_name, level
    from review_published
    where performance_year = $1::smallint
      and province_code = $2::text
    union
    select region, region_name, level
    from review_survey
    where performance_year = $1::smallint
      and province_code = $2::text
)
select $1::smallint as performance_year, $2::text as province_code, region, name, level, valid_from, basis
from (select region, name, level, valid_from, basis
      from known
      union all
      select n.region, min(n.name), min(n.level), null, ''
      from named n
      where not exists (select from known k where k.region = n.region)
      group by n.region) r
order by region collate "C"
