-- $1 year, $2 province: of each kabupaten/kota every indicator of services that has a figure there or a target, with last year's
-- figure of the same definition, its place among the strong and the weak, and the cause: how much is lacking to the target (up) or too
-- much for it (down), how many of the regions below, of which the figure is made, miss it, and the three with most unserved
with known as (
    select distinct on (indicator) *
    from review_indicator
    where performance_year = $1::smallint
      and province_code = $2::text
      and kind in ('spesifik', 'sensitif')
    order by indicator, version desc
), regency as (
    select region
    from review_ranking
    where performance_year = $1::smallint
      and province_code = $2::text
), target as (
    select distinct on (r.region, t.indicator) r.region, t.indicator, t.value, t.verified, t.source
    from regency r
    join review_target t on t.region in (r.region, $2::text, '')
    where t.performance_year = $1::smallint
      and t.province_code = $2::text
    order by r.region, t.indicator, length(t.region) desc
), part as (
    select f.regency_code, f.indicator, f.level, max(f.level) over (partition by f.regency_code, f.indicator) as deepest, f.region, f.region_name, f.district_name,
           case f.direction
               when 'up' then 100 * f.numerator < f.target * f.denominator
               else 100 * f.numerator > f.target * f.denominator
           end as misses,
           case f.direction when 'up' then f.denominator - f.numerator else f.numerator end as unserved
    from review_coverage_region f
    where f.performance_year = $1::smallint
      and f.province_code = $2::text
      and f.villages = 'all'
      and f.level >= 3
      and f.denominator > 0
), placed as (
    select p.*, row_number() over (partition by regency_code, indicator order by unserved desc, region) as place
    from part p
    where level = deepest
), cause as (
    select regency_code, indicator, count(*) as parts, count(*) filter (where misses) as parts_short, max(level) as part_level,
           string_agg(region_name || case level when 4 then ' (' || district_name || ')' else '' end, ', ' order by place)
               filter (where place <= 3 and unserved > 0) as most
    from placed
    group by regency_code, indicator
), agency as (
    select agency, max(agency_name) as name
    from review_submission
    where performance_year = $1::smallint
      and province_code = $2::text
    group by agency
), judged as (
    select r.region, k.indicator, coalesce(c.direction, k.direction) as direction, c.numerator, c.denominator, c.percent,
           coalesce(c.target, t.value) as target, coalesce(c.target_verified, t.verified) as verified,
           coalesce(c.target_source, t.source) as target_source, 100 * c.numerator / nullif(c.denominator, 0) as exact,
           c.indicator_version
    from regency r
    cross join known k
    left join review_coverage c on c.performance_year = $1::smallint and c.province_code = $2::text and c.region = r.region
                               and c.indicator = k.indicator
    left join target t on t.region = r.region and t.indicator = k.indicator
)
select j.region, k.indicator, k.name, coalesce(nullif(k.name_en, ''), k.name) as name_en, k.kind, k.unit, j.direction, j.numerator, j.denominator,
       k.numerator_definition, k.denominator_definition, j.percent, j.target, j.verified, j.target_source, l.percent as last_percent,
       round(j.exact - 100 * l.numerator / nullif(l.denominator, 0), 2) as change,
       round(100 * case
                       when j.direction = 'up' and j.exact >= j.target then 1
                       when j.direction = 'up' then j.exact / j.target
                       when j.exact <= j.target then 1
                       else j.target / j.exact
                   end, 2) as attainment,
       case j.direction when 'up' then j.exact >= j.target else j.exact <= j.target end as reached,
       case
           when j.target is not null and j.denominator > 0
               then greatest(0, ceil(case j.direction
                                         when 'up' then j.target * j.denominator / 100 - j.numerator
                                         else j.numerator - j.target * j.denominator / 100
                                     end))
       end as short,
       c.parts, c.parts_short, c.part_level, c.most, s.side, s.place, k.numerator_owner as owner,
       coalesce(a.name, k.numerator_owner) as owner_name
from known k
join judged j on j.indicator = k.indicator
left join cause c on c.regency_code = j.region and c.indicator = k.indicator
left join review_aspect s on s.performance_year = $1::smallint and s.province_code = $2::text and s.region = j.region
                         and s.indicator = k.indicator
left join review_coverage l on l.performance_year = $1::smallint - 1 and l.province_code = $2::text and l.region = j.region
                           and l.indicator = k.indicator and l.indicator_version = j.indicator_version
left join agency a on a.agency = k.numerator_owner
where j.percent is not null
   or j.target is not null
order by j.region collate "C", k.indicator collate "C"
