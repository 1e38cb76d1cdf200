-- $1 year, $2 province, $3 instrument: components, weighted score, rank; from the other tables of the review.
-- Scores are held to 12 decimals, so that equal fractions reached by different divisions tie.
insert into review.ranking (performance_year, regency_key, instrument, confirmed, aksi, cakupan, konvergensi,
                            prevalensi, data, score, rank, missing, computed_at)
with aksi as (
    select a.regency_key, 100 * sum(a.score) / n.score_max as value
    from review.assessment a
    join review.instrument n on n.instrument = $3::text
    where a.performance_year = $1::smallint
    group by a.regency_key, n.score_max
), indicator as (
    select c.regency_key, i.direction, c.target, 100 * c.numerator / c.denominator as percent
    from review.coverage c
    join dwh.dim_indicator i on i.indicator_key = c.indicator_key
    where c.performance_year = $1::smallint
      and c.target is not null
      and c.denominator <> 0
), cakupan as (
    select regency_key,
           avg(case
                   when direction = 'up' and percent >= target then 100
                   when direction = 'up' then 100 * percent / target
                   when percent <= target then 100
                   else 100 * target / percent
               end) as value
    from indicator
    group by regency_key
), konvergensi as (
    select regency_key, 100.0 * received / nullif(due, 0) as value
    from review.convergence
    where performance_year = $1::smallint
), prevalensi as (
    select regency_key, 100 - 100.0 * stunted / nullif(measured, 0) as value
    from review.prevalence
    where performance_year = $1::smallint
      and system = 'e-ppgbm'
), data as (
    select regency_key, 100.0 * count(*) filter (where received) / count(*) as value
    from review.completeness
    where performance_year = $1::smallint
    group by regency_key
), weight as (
    select max(weight) filter (where component = 'aksi') as aksi,
           max(weight) filter (where component = 'cakupan') as cakupan,
           max(weight) filter (where component = 'konvergensi') as konvergensi,
           max(weight) filter (where component = 'prevalensi') as prevalensi,
           max(weight) filter (where component = 'data') as data
    from review.instrument_component
    where instrument = $3::text
      and weight > 0
), component as (
    select r.regency_key,
           case when w.aksi is not null then coalesce(a.value, 0) end as aksi,
           case when w.cakupan is not null then coalesce(c.value, 0) end as cakupan,
           case when w.konvergensi is not null then coalesce(k.value, 0) end as konvergensi,
           case when w.prevalensi is not null then coalesce(p.value, 0) end as prevalensi,
           case when w.data is not null then coalesce(d.value, 0) end as data,
           round(coalesce(w.aksi * a.value, 0) + coalesce(w.cakupan * c.value, 0) +
                 coalesce(w.konvergensi * k.value, 0) + coalesce(w.prevalensi * p.value, 0) +
                 coalesce(w.data * d.value, 0), 12) as score,
           concat_ws(',', case when w.aksi is not null and a.value is null then 'aksi' end,
                     case when w.cakupan is not null and c.value is null then 'cakupan' end,
                     case when w.konvergensi is not null and k.value is null then 'konvergensi' end,
                     case when w.prevalensi is not null and p.value is null then 'prevalensi' end,
                     case when w.data is not null and d.value is null then 'data' end) as missing
    from review.regency r
    cross join weight w
    left join aksi a on a.regency_key = r.regency_key
    left join cakupan c on c.regency_key = r.regency_key
    left join konvergensi k on k.regency_key = r.regency_key
    left join prevalensi p on p.regency_key = r.regency_key
    left join data d on d.regency_key = r.regency_key
    where r.province_code = $2::text
      and r.member_key = r.regency_key
)
select $1::smallint, c.regency_key, n.instrument, n.confirmed, c.aksi, c.cakupan, c.konvergensi, c.prevalensi, c.data,
       c.score,
       case n.tie_rule
           when 'competition' then rank() over (order by c.score desc)
           else dense_rank() over (order by c.score desc)
       end, c.missing, now()
from component c
join review.instrument n on n.instrument = $3::text
