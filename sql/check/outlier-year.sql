-- $1 year: the change of a region since the same period of the year before, beside the changes of the others: villages and
-- kecamatan of the kabupaten, kabupaten/kota of the province. Spread and chance as in outlier-peer.sql.
create temp table since on commit drop as
with own as (
    select f.*, o.n as old_n, o.d as old_d, o.x as old_x, o.shown as old_shown, o.submission_key as other_submission_key,
           o.table_no as other_table_no, o.row_no as other_row_no, o.cell as other_cell, f.x - o.x as change, r.scale,
           r.threshold, r.peers as least_peers, r.base, r.difference, r.serious,
           dense_rank() over (order by f.level, case f.level when 2 then 0 else f.regency_key end, f.indicator_key,
                                       f.period_key, f.agency_key, f.puskesmas = '', f.sex, f.age_group)
               as set_no -- of those that are beside one another
    from pg_temp.figure f
    join pg_temp.figure o on o.region = f.region and o.indicator_key = f.indicator_key
                         and o.period_key = f.period_key - 10000 -- a year earlier (dwh.dim_period)
                         and o.agency_key = f.agency_key and o.puskesmas = f.puskesmas and o.sex = f.sex
                         and o.age_group = f.age_group
    join pg_temp.rule r on r.indicator_key = f.indicator_key and r.kind = 'outlier-year'
    where f.year = $1
      and f.x is not null
      and o.x is not null
      and (f.type <> 'ratio' or least(f.d, o.d) >= r.base)
), centre as (
    select set_no, count(*) - 1 as peers, percentile_cont(0.5) within group (order by change) as middle
    from own
    group by set_no
), beside as (
    select o.*, c.peers, c.middle, abs(o.change - c.middle) as away
    from own o
    join centre c using (set_no)
    where c.peers >= o.least_peers
), spread as (
    select set_no,
           coalesce(nullif(1.4826 * percentile_cont(0.5) within group (order by away), 0), 1.2533 * avg(away)) as spread
    from beside
    group by set_no
), chance as (
    select b.*, s.spread,
           case when b.type = 'ratio' then (least(b.n, b.d) + 2)::double precision / (b.d + 4)::double precision end as likely,
           case
               when b.type = 'ratio' then (least(b.old_n, b.old_d) + 2)::double precision / (b.old_d + 4)::double precision
           end as old_likely
    from beside b
    join spread s using (set_no)
)
select c.*,
       sqrt(spread ^ 2 + case
                             when type = 'ratio'
                                 then 1e4 * (likely * (1 - likely) / d::double precision
                                             + old_likely * (1 - old_likely) / old_d::double precision)
                             when type = 'percent' then 0
                             else exp(-old_x) + exp(-old_x - middle)
                         end) as scatter
from chance c
where type in ('ratio', 'percent')
   or greatest(exp(old_x + middle) - 0.5, n) >= base;

insert into pg_temp.found (regency_key, kind, severity, region_key, indicator_key, period_key, agency_key, puskesmas, sex,
                           age_group, subject, figure, expected, lower_bound, upper_bound, deviation, peers, sentence,
                           submission_key, table_no, row_no, cell, other_submission_key, other_table_no, other_row_no,
                           other_cell)
select regency_key, 'outlier-year', case when away >= serious * scatter then 'serious' else 'note' end, region_key,
       indicator_key, period_key, agency_key, puskesmas, sex, age_group, '', round(shown, 2), expected, lower_bound, upper_bound,
       round(((change - middle) / nullif(scatter, 0))::numeric, 1), peers,
       format('%s, tahun sebelumnya %s; menurut perubahan %s lain (%s wilayah) diharapkan %s, wajar %s–%s',
              review.value_text(shown, n, d, type, unit), review.value_text(old_shown, old_n, old_d, type, unit),
              case level when 4 then 'desa/kelurahan' when 3 then 'kecamatan' else 'kabupaten/kota' end, peers,
              review.value_text(expected, null, null, type, unit), review.figure_text(lower_bound),
              review.value_text(upper_bound, null, null, type, unit)),
       submission_key, table_no, row_no, cell, other_submission_key, other_table_no, other_row_no, other_cell
from (select s.*, round(review.unscale(old_x + middle, scale, type), decimals) as expected,
             round(review.unscale(old_x + middle - reach, scale, type), decimals) as lower_bound,
             round(case
                       when type = 'ratio'
                           then least(review.unscale(old_x + middle + reach, scale, type), greatest(100, (old_x + middle)::numeric))
                       else review.unscale(old_x + middle + reach, scale, type)
                   end, decimals) as upper_bound
      from (select s.*, greatest(threshold::double precision * scatter,
                                 case scale when 'points' then difference else ln(difference) end::double precision) as reach,
                   case when type in ('ratio', 'percent') then 2 else 0 end as decimals
            from pg_temp.since s) s
      where away > reach) s;
