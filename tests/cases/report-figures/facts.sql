-- E11 (target 90, of 62.03 50): 62.01 40 + 30 of 200, its village 2 is a priority one and behind; 62.02 80 + 20 of 110; 62.03 beyond its target.
-- E12 (target at most 10): only 62.02. The kabupaten that are better at E11 are peers.
insert into dwh.lokus values (2024, '62.01.01.2002', 'SK 1/2023', 'uji'), (2024, '62.02.01.2002', 'SK 1/2023', 'uji');
select pg_temp.cov(62011, 1, '2024', 40, 100), pg_temp.cov(62012, 1, '2024', 30, 100),
       pg_temp.cov(62021, 1, '2024', 80, 100), pg_temp.cov(62022, 1, '2024', 10, 10), pg_temp.cov(62021, 2, '2024', 20, 100),
       pg_temp.cov(62031, 1, '2024', 60, 100);
-- services: 62.01 a mother with one of two, a child with all; 62.02 all; 62.03 none
select pg_temp.lay(62011, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62011, 'p', 2, '2024-Q4', 'T'), pg_temp.lay(62012, 'c', 3, '2024-Q4', 'Y'),
       pg_temp.lay(62021, 'q', 1, '2024-Q4', 'Y'), pg_temp.lay(62031, 'r', 1, '2024-Q4', 'T');
-- 62.01: one of two under-fives stunted, a third under two years of age severely; 62.02: none of one; 62.03: one of one
select pg_temp.anak(62011, 'a', '2024-08-01', -2.5, '', 1000), pg_temp.anak(62011, 'b', '2024-08-01', 0, '', 1000),
       pg_temp.anak(62012, 'd', '2024-08-01', -3.5), pg_temp.anak(62021, 'e', '2024-08-01', 0), pg_temp.anak(62031, 'f', '2024-08-01', -2.5);
-- a survey's estimate, and its index: figures of type percent
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner, numerator_definition,
                               denominator_definition, source, valid_from)
values (5, 'O05', 'Prevalensi stunting menurut survei', 'Stunting (survey)', 'hasil', 'percent', '%', 'down', 'dinkes', '', 'perkiraan survei', '', 'SSGI', 2015);
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state, reported, submission_key, table_no,
                               row_no, cell, known_from)
select 6202, 6202, 5, p.period_key, 1, '', '', 'value', 21.55, s.key, 1, 9, 'D9', s.key
from dwh.dim_period p, lateral (select pg_temp.sent('dinkes-cakupan', 'coverage', 6202, '2024') as key) s
where p.code = '2024';
-- loaded on 2025-02-03: three days late, on time for 62.02; bps was never heard of
insert into dwh.dim_agency (agency_key, code, name) values (4, 'bps', 'Badan Pusat Statistik');
insert into dwh.dim_form values ('bps-iklim', 'bps-iklim', 'coverage', '', '', false) on conflict do nothing;
insert into dwh.deadline values ('dinkes', 'dinkes-cakupan', '2024', '', '2025-01-31', 'SE 1'), ('dinkes', 'dinkes-cakupan', '2024', '62.02', '2025-02-28', 'SE 2'),
    ('bps', 'bps-iklim', '2024', '62.01', '2025-01-31', 'SE 1');
