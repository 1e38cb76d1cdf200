-- $1 year, $2 province: the villages (kecamatan, where no figures of villages came) behind each weak coverage: the three with
-- the most people unserved, and how many there are; figures are read once, whatever the planner thinks of their number
with weak as materialized (
    select region, indicator, direction
    from review_aspect
    where performance_year = $1::smallint
      and province_code = $2::text
      and side = 'weak'
), figure as materialized (
    select regency_code, indicator, region, region_name, level, district_name, numerator, denominator
    from review_coverage_region
    where performance_year = $1::smallint
      and province_code = $2::text
      and villages = 'all'
      and level >= 3
), part as (
    select a.region, a.indicator, f.region as village, f.region_name as village_name, f.level, f.district_name,
           case a.direction when 'up' then f.denominator - f.numerator else f.numerator end as unserved,
           max(f.level) over (partition by a.region, a.indicator) as deepest
    from weak a
    join figure f on f.regency_code = a.region and f.indicator = a.indicator
), placed as (
    select p.*, row_number() over (partition by region, indicator order by unserved desc, village) as place,
           count(*) over (partition by region, indicator) as villages
    from part p
    where level = deepest
      and unserved > 0
)
select region, indicator, place, village_name, level, district_name, unserved, villages
from placed
where place <= 3
order by region, indicator, place
