insert into dwh.dim_agency (agency_key, code, name) values (4, 'dppkb', 'Dinas KB');
insert into dwh.population (population, indicator, part, position, source) values ('E11', 'E11', 'denominator', 1, 'uji');
select pg_temp.cov(620101, 1, '2024', 10, 100), pg_temp.cov(62021, 1, '2024', 10, 100);
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                               numerator, denominator, submission_key, table_no, row_no, cell, known_from)
select regency_key, region_key, indicator_key, period_key, 4, sex, age_group, state, 20, 200, submission_key, table_no, 8,
       'D8 E8 -', known_from
from dwh.fact_coverage;
