-- $1 year: villages beside those of their kecamatan, kecamatan beside those of their kabupaten. The spread is that of the
-- median absolute deviation, of the mean one where most are alike, with what chance does to a figure of so few people.
create temp table peer on commit drop as
with own as (
    select f.*, r.scale, r.threshold, r.peers as least_peers, r.base, r.difference, r.serious,
           dense_rank() over (order by f.level, case f.level when 4 then f.district_code else f.regency_code end,
                                       f.indicator_key, f.period_key, f.agency_key, f.puskesmas = '', f.sex, f.age_group)
               as set_no -- of those that are beside one another
    from pg_temp.figure f
    join pg_temp.rule r on r.indicator_key = f.indicator_key and r.kind = 'outlier-peer'
    where f.year = $1
      and f.level in (3, 4)
      and f.x is not null
      and (f.type <> 'ratio' or f.d >= r.base)
), centre as (
    select set_no, count(*) - 1 as peers, percentile_cont(0.5) within group (order by x) as middle
    from own
    group by set_no
), beside as (
    select o.*, c.peers, c.middle, abs(o.x - c.middle) as away
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
           case
               when b.type = 'ratio' then (least(b.middle, 100) / 100 * b.d + 2)::double precision / (b.d + 4)::double precision
           end as likely
    from beside b
    join spread s using (set_no)
)
select c.*,
       sqrt(spread ^ 2 + case
                             when type = 'ratio' then 1e4 * likely * (1 - likely) / d::double precision
                             when type = 'percent' then 0
                             else exp(-middle)
                         end) as scatter
from chance c
where type in ('ratio', 'percent')
   or greatest(exp(middle) - 0.5, n) >= base;

insert into pg_temp.found (regency_key, kind, severity, region_key, indicator_key, period_key, agency_key, puskesmas, sex,
                           age_group, subject, figure, expected, lower_bound, upper_bound, deviation, peers, sentence,
                           submission_key, table_no, row_no, cell)
select regency_key, 'outlier-peer', case when away >= serious * scatter then 'serious' else 'note' end, region_key,
       indicator_key, period_key, agency_key, puskesmas, sex, age_group, '', round(shown, 2), expected, lower_bound, upper_bound,
       round(((x - middle) / nullif(scatter, 0))::numeric, 1), peers,
       format('%s; %s lain di %s yang sama umumnya %s (%s wilayah), wajar %s–%s', review.value_text(shown, n, d, type, unit),
              case level when 4 then 'desa/kelurahan' else 'kecamatan' end,
              case level when 4 then 'kecamatan' else 'kabupaten/kota' end,
              review.value_text(expected, null, null, type, unit), peers, review.figure_text(lower_bound),
              review.value_text(upper_bound, null, null, type, unit)),
       submission_key, table_no, row_no, cell
from (select p.*, round(review.unscale(middle, scale, type), decimals) as expected,
             round(review.unscale(middle - reach, scale, type), decimals) as lower_bound,
             round(case
                       when type = 'ratio' then least(review.unscale(middle + reach, scale, type), greatest(100, middle::numeric))
                       else review.unscale(middle + reach, scale, type)
                   end, decimals) as upper_bound
      from (select p.*, greatest(threshold::double precision * scatter,
                                 case scale when 'points' then difference else ln(difference) end::double precision) as reach,
                   case when type in ('ratio', 'percent') then 2 else 0 end as decimals
            from pg_temp.peer p) p
      where away > reach) p;
