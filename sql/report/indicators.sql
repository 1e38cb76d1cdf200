-- $1 year, $2 province: indicators of services (other figures are context) that have a figure or a target in the year;
-- target of the province, else national; reached and compared count the kabupaten, each against its own target
with target as (
    select distinct on (indicator_code) indicator_code, value, verified, source
    from dwh.target
    where year = $1::smallint
      and region_code in ($2::text, '')
    order by indicator_code, length(region_code) desc
), figure as (
    select indicator, sum(numerator) as numerator, sum(denominator) as denominator,
           count(*) filter (where denominator <> 0 and target is not null) as compared,
           count(*) filter (where denominator <> 0 and case direction
                                                            when 'up' then 100 * numerator >= target * denominator
                                                            else 100 * numerator <= target * denominator
                                                        end) as reached
    from bi.review_coverage
    where performance_year = $1::smallint
      and province_code = $2::text
    group by indicator
)
select distinct on (i.code) i.code, i.name, i.name_en, i.kind, i.direction, i.unit, i.numerator_definition,
       dwh.owner_of(i.code, 'numerator', $2::text, make_date($1::integer, 12, 31)) as numerator_owner,
       i.denominator_definition,
       dwh.owner_of(i.code, 'denominator', $2::text, make_date($1::integer, 12, 31)) as denominator_owner,
       i.source as definition_source, t.value as target,
       t.source as target_source, t.verified, f.numerator, f.denominator,
       round(100 * f.numerator / nullif(f.denominator, 0), 2) as percent, f.reached, f.compared,
       case
           when t.value is null or f.denominator = 0 then null
           when i.direction = 'up' and t.value = 0 then 1
           when i.direction = 'up' then 100 * f.numerator / f.denominator / t.value
           when f.numerator = 0 then 1
           else t.value / (100 * f.numerator / f.denominator)
       end as attainment
from dwh.dim_indicator i
left join target t on t.indicator_code = i.code
left join figure f on f.indicator = i.code
where i.kind in ('spesifik', 'sensitif')
  and i.valid_from <= $1::smallint
  and (i.valid_until is null or i.valid_until >= $1::smallint)
  and (t.indicator_code is not null or f.indicator is not null)
order by i.code, i.version desc
