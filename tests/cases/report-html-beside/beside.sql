-- last year's review as this year's was, but: ranks turned round, ten more or fewer of each count; a new version of one definition
insert into review.ranking (performance_year, regency_key, instrument, confirmed, score, rank, missing, computed_at, compared)
select 2023, regency_key, instrument, confirmed, score, case rank when 1 then 2 when 2 then 1 else rank end, missing, computed_at, compared
from review.ranking
where performance_year = 2024;
insert into review.coverage_region
select 2023, c.regency_key, c.indicator_key, c.region_key, c.villages, c.level,
       c.numerator + case when r.code like '62.01%' then 10 else -1 end, c.denominator,
       100 * (c.numerator + case when r.code like '62.01%' then 10 else -1 end) / c.denominator, c.regions, 0, c.computed_at
from review.coverage_region c
join dwh.dim_region r on r.region_key = c.region_key
where c.performance_year = 2024
  and c.level <= 2
  and c.denominator > 0;
insert into review.prevalence_region (performance_year, regency_key, region_key, system, ages, measure, level, children, measured, affected,
                                      percent, computed_at)
select 2023, regency_key, region_key, system, ages, measure, level, 4, 4, 1, 25, computed_at
from review.prevalence_region
where performance_year = 2024
  and measure = 'stunted'
  and level <= 2;
insert into review.convergence_region (performance_year, regency_key, region_key, subject, service, level, period_key, received, due, not_due,
                                       percent, computed_at)
select 2023, regency_key, region_key, subject, service, level, null, 1, 4, 0, 25, computed_at
from review.convergence_region
where performance_year = 2024
  and service = ''
  and level <= 2;
-- priority villages beside the others
insert into review.coverage_region
select 2024, c.regency_key, c.indicator_key, c.region_key, p.villages, 1, p.numerator, 100, p.numerator, 1, 0, c.computed_at
from review.coverage_region c
join dwh.dim_indicator i on i.indicator_key = c.indicator_key and i.code = 'E11'
cross join (values ('lokus', 30), ('other', 95)) p (villages, numerator)
where c.performance_year = 2024
  and c.level = 1;
-- deadlines: one form came too late from one kabupaten, in time from another
update review.submission_due d
set due_on = '2025-01-31', due_source = 'uji', came_on = date '2025-01-31' + k.late, days_late = k.late
from (values ('62.01', 12), ('62.03', -1)) k (region, late)
join dwh.dim_region r on r.code = k.region
where d.regency_key = r.region_key
  and d.form = (select min(s.form) from review.submission_due s where s.regency_key = d.regency_key and s.came_on is not null);
