select pg_temp.cov(62011, 1, '2024', 1, 10), pg_temp.cov(62012, 1, '2024', 2, 10);
select pg_temp.anak(62011, 'anak1', '2024-08-05', -2.5), pg_temp.anak(62012, 'anak2', '2024-08-05', 1.5, 'x');
select pg_temp.lay(62011, 'ibu1', 1, '2024-Q3', 'Y'), pg_temp.lay(62012, 'ibu2', 1, '2024-Q3', 'T');
insert into dwh.fact_coverage_history select f.*, 99 from dwh.fact_coverage f where region_key = 62012;
insert into dwh.fact_measurement_history select f.*, 99 from dwh.fact_measurement f where region_key = 62012;
insert into dwh.fact_service_history select f.*, 99 from dwh.fact_service f where region_key = 62012;
delete from dwh.fact_coverage where region_key = 62012;
delete from dwh.fact_measurement where region_key = 62012;
delete from dwh.fact_service where region_key = 62012;
insert into audit.submission (submission_key, form, form_version, kind, agency_key, system, scope_key, period_key, file_name, sha256, bytes,
                              sealed, loaded_at, data_count, reject_count, note_count, content)
select 99, 'lain', '1', 'coverage', 1, 'x', 6201, period_key, 'x', 'x', 1, true, '2025-03-01 00:00+00', 1, 0, 0, ''
from dwh.dim_period where code = '2024';
