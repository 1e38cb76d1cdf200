-- $1 year, $2 province: indicators of services (other figures are context) that have a figure or a target in the year;
-- target of the province, else national; reached and compared count the kabupaten, each against its own target
with target as (
    select distinct on (indicator) indicator, value, verified, source
    from review_target
    where performance_year = $1::smallint
      and province_code = $2::text
      and region in ($2::text, '')
    order by indicator, length(region) desc
), figure as (
    select indicator, sum(numerator) as numerator, sum(denominator) as denominator,
           count(*) filter (where denominator <> 0 and target is not null) as compared,
           count(*) filter (where denominator <> 0 and case direction
                                                            when 'up' then 100 * numerator >= target * denominator
                                                            else 100 * numerator <= target * denominator
                                                        end) as reached
    from review_coverage
    where performance_year = $1::smallint
      and province_code = $2::text
    group by indicator
)
select distinct on (i.indicator) i.indicator as code, i.name, i.name_en, i.kind, i.direction, i.unit, i.numerator_definition, i.numerator_owner,
       i.denominator_definition, i.denominator_owner, i.source as definition_source, t.value as target, t.source as target_source, t.verified,
       f.numerator, f.denominator, round(100 * f.numerator / nullif(f.denominator, 0), 2) as percent, f.reached, f.compared,
       case
           when t.value is null or f.denominator = 0 then null
           when i.direction = 'up' and t.value = 0 then 1
           when i.direction = 'up' then 100 * f.numerator / f.denominator / t.value
           when f.numerator = 0 then 1
           else t.value / (100 * f.numerator / f.denominator)
       end as attainment
from review_indicator i
left join target t on t.indicator = i.indicator
left join figure f on f.indicator = i.indicator
where i.performance_year = $1::smallint
  and i.province_code = $2::text
  and i.kind in ('spesifik', 'sensitif')
  and (t.indicator is not null or f.indicator is not null)
order by i.indicator, i.version desc
