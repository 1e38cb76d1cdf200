-- $1 year, $2 province, $3 instrument: the figures of the review that are scored, each 0 to 100 (doc/review.md)
insert into review.score (performance_year, regency_key, instrument, node, raw, maximum, parts, parts_given, given, computed_at)
with indicator as (
    select c.regency_key, i.direction, c.target, 100 * c.numerator / c.denominator as percent
    from review.coverage c
    join dwh.dim_indicator i on i.indicator_key = c.indicator_key
    where c.performance_year = $1::smallint
      and c.target is not null
      and c.denominator <> 0
), figure as (
    select 'cakupan' as figure, regency_key,
           avg(case
                   when direction = 'up' and percent >= target then 100
                   when direction = 'up' then 100 * percent / target
                   when percent <= target then 100
                   else 100 * target / percent
               end) as value
    from indicator
    group by regency_key
    union all
    select 'konvergensi', regency_key, 100.0 * received / nullif(due, 0)
    from review.convergence
    where performance_year = $1::smallint
    union all
    select 'prevalensi', regency_key, 100 - 100.0 * stunted / nullif(measured, 0)
    from review.prevalence
    where performance_year = $1::smallint
      and system = 'e-ppgbm'
    union all
    select 'data', regency_key, 100.0 * count(*) filter (where received) / count(*)
    from review.completeness
    where performance_year = $1::smallint
    group by regency_key
)
select $1::smallint, r.regency_key, $3::text, l.node, f.value, 100, 1, count(f.value) over (partition by l.node, r.regency_key),
       false, now()
from review.instrument_node l
cross join review.regency r
left join figure f on f.figure = l.source and f.regency_key = r.regency_key
where l.instrument = $3::text
  and l.kind = 'figure'
  and r.province_code = $2::text
  and r.member_key = r.regency_key
