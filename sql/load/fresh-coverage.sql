-- $1 submission: pg_temp.stage → rows of the fact
create temp table fresh (like dwh.fact_coverage) on commit drop;

insert into pg_temp.fresh (regency_key, region_key, indicator_key, period_key, agency_key, puskesmas, sex, age_group,
                           state, numerator, denominator, reported, submission_key, table_no, row_no, cell, known_from)
select p.regency_key, p.region_key, i.item_key, p.period_key, u.agency_key, s.puskesmas, s.sex, s.age_group, s.state,
       s.numerator, s.denominator, s.reported, $1, s.table_no, s.row_no, s.cell, $1
from pg_temp.stage s
join pg_temp.place p on p.region = s.region and p.period = s.period
join pg_temp.item i on i.name = s.indicator and i.period = s.period
join audit.submission u on u.submission_key = $1
where s.rec = 'D';

analyze pg_temp.fresh;
