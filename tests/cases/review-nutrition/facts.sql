-- under two: 730 days, not 731. Desa 1 has 10 children of whom 4 are stunted, Desa 2 has 1
select pg_temp.anak(62011, 'a' || i, '2024-08-10', case when i <= 4 then -2.5 else 0 end, days => case when i <= 5 then 730 else 731 end) from generate_series(1, 10) i;
select pg_temp.anak(62012, 'b', '2024-08-10', -3.5, days => 400, waz => -2.1, whz => 2.1);
-- the survey's children are apart; its published estimate, too
select pg_temp.anak(62021, 's', '2024-08-10', -2.5, system => 'ssgi');
-- the target children: of Desa 1 alone 25 under five and 8 under two; an older indicator counts other ones and comes after it
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner,
                               numerator_definition, denominator_definition, source, valid_from)
values (10, 'DS03', 'Balita', '', 'dasar', 'count', 'orang', 'none', 'dinkes', '', 'balita', '', 'uji', 2015),
       (11, 'DS08', 'Baduta', '', 'dasar', 'count', 'orang', 'none', 'dinkes', '', 'baduta', '', 'uji', 2015),
       (12, 'E17', 'Balita dipantau', '', 'spesifik', 'ratio', '%', 'up', 'dinkes', 'dinkes', 'dipantau', 'balita', 'uji', 2015),
       (13, 'O05', 'Prevalensi SSGI', '', 'hasil', 'percent', '%', 'down', 'dinkes', '', 'perkiraan', '', 'uji', 2015);
insert into dwh.population values ('DS03', 'DS03', 'numerator', 1, 'uji'), ('DS03', 'E17', 'denominator', 2, 'uji'), ('DS08', 'DS08', 'numerator', 1, 'uji');
select pg_temp.cov(62011, 10, '2024', 25, null), pg_temp.cov(62011, 11, '2024', 8, null), pg_temp.cov(62012, 12, '2024', 1, 77), pg_temp.cov(62021, 12, '2024', 30, 60);
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state, reported, submission_key, table_no, row_no,
                               cell, known_from)
select 6201, 6201, 13, period_key, 1, '', '', 'value', value, s.key, 1, 9, '- - D9', s.key
from (values ('2024-S1', 30.1), ('2024', 27.4), ('2023', 33.3)) v (period, value)
join dwh.dim_period p on p.code = v.period
cross join (select min(submission_key) as key from audit.submission) s;
