-- $1 year, $2 province. pg_temp.figure: the filled figures of the year and the one before, with what is compared of each;
-- pg_temp.found: what the scripts after this one find. A percentage is compared by points (x is the percentage), all else
-- by factor (x is the logarithm, of counts with half of one added, so that none has one, too).
create temp table rule on commit drop as
select i.indicator_key, c.*
from (select i.indicator_key, i.code,
             case when i.type = 'ratio' or i.type = 'percent' and i.unit = '%' then 'points' else 'factor' end as scale
      from dwh.dim_indicator i
      where i.type <> 'yes_no') i
cross join (values ('outlier-year'), ('outlier-peer')) k (kind)
cross join lateral (select c.*
                    from dwh.check_rule c
                    where c.kind = k.kind
                      and c.scale = i.scale
                      and c.subject in (i.code, '')
                    order by c.subject desc
                    limit 1) c;

-- on its own, so that the planner knows how many they are
create temp table member on commit drop as
select member_key, regency_key
from review.regency
where province_code = $2::text;

analyze pg_temp.rule, pg_temp.member;

create temp table figure on commit drop as
select row_number() over () as figure_no, k.regency_key, r.code as region, r.level, r.district_code, r.regency_code,
       p.year, f.region_key, f.indicator_key, f.period_key, f.agency_key, f.puskesmas, f.sex, f.age_group, i.type, i.unit,
       f.numerator as n, f.denominator as d, f.submission_key, f.table_no, f.row_no, f.cell,
       case
           when i.type = 'ratio' then 100 * f.numerator / nullif(f.denominator, 0)
           when i.type = 'percent' then f.reported
           else f.numerator
       end as shown,
       case
           when i.type = 'ratio' then 100 * f.numerator / nullif(f.denominator, 0)
           when i.type = 'percent' and i.unit = '%' then f.reported
           when i.type = 'percent' then ln(nullif(f.reported, 0))
           else ln(f.numerator + 0.5)
       end::double precision as x
from dwh.fact_coverage f
join pg_temp.member k on k.member_key = f.regency_key
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
where p.year in ($1, $1 - 1)
  and f.period_key >= ($1 - 1) * 10000 -- the same, for the partitions
  and f.period_key < ($1 + 1) * 10000
  and f.state = 'value';

create index on pg_temp.figure (region, indicator_key, period_key);

analyze pg_temp.figure;

create temp table found (like review.finding) on commit drop;

alter table pg_temp.found
    drop column performance_year,
    drop column finding_no,
    drop column place,
    drop column other_place,
    drop column computed_at;
