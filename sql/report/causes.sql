-- $1 year, $2 province: the villages (kecamatan, where no figures of villages came) behind each weak coverage: the three with
-- the most people unserved, and how many there are
with part as (
    select a.region, a.indicator, c.region as village, c.region_name as village_name, c.level, c.district_name,
           case a.direction when 'up' then c.denominator - c.numerator else c.numerator end as unserved,
           max(c.level) over (partition by a.region, a.indicator) as deepest
    from review_aspect a
    join review_coverage_region c on c.performance_year = a.performance_year and c.province_code = a.province_code
                                 and c.regency_code = a.region and c.indicator = a.indicator
    where a.performance_year = $1::smallint
      and a.province_code = $2::text
      and a.side = 'weak'
      and c.villages = 'all'
      and c.level >= 3
), placed as (
    select p.*, row_number() over (partition by region, indicator order by unserved desc, village) as place,
           count(*) over (partition by region, indicator) as villages,
           round(100 * unserved / sum(unserved) over (partition by region, indicator)) as share
    from part p
    where level = deepest
      and unserved > 0
)
select region, indicator, place, village_name, level, district_name, unserved, share, villages
from placed
where place <= 3
order by region, indicator, place
