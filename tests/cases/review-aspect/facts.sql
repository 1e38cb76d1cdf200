insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner,
                               numerator_definition, denominator_definition, source, valid_from)
select 20 + i, 'E3' || i, 'Indikator ' || i, '', 'spesifik', 'ratio', '%', 'up', 'dinkes', 'dinkes', 'n', 'd', 'uji', 2022
from generate_series(1, 5) i;
insert into dwh.target select 'E3' || i, 2024, '', 80, '%', 'uji', true from generate_series(1, 5) i;
-- 62.01: seven aspects, E11 (target 90) and E12 (at most 10) among them; E31 and E32 both beyond their target, E32 farther
select pg_temp.cov(62011, 1, '2024', 45, 100), pg_temp.cov(62012, 1, '2024', 10, 20), pg_temp.cov(62011, 2, '2024', 40, 100), pg_temp.cov(62012, 2, '2024', 0, 100),
       pg_temp.cov(62011, 21, '2024', 81, 100), pg_temp.cov(62011, 22, '2024', 130, 100), pg_temp.cov(62012, 22, '2024', 0, 50),
       pg_temp.cov(62011, 23, '2024', 70, 100), pg_temp.cov(62011, 24, '2024', 20, 100), pg_temp.cov(62011, 25, '2024', 0, 0);
-- others: 62.02 of a like size is no better at E24, 62.03 is; 62.04 is better still but ten times as large; 62.05 is the same
select pg_temp.cov(62021, 24, '2024', 10, 99), pg_temp.cov(62031, 24, '2024', 30, 130), pg_temp.cov(62041, 24, '2024', 900, 1000), pg_temp.cov(62051, 24, '2024', 20, 100);
select pg_temp.cov(62031, 2, '2024', 5, 190);
-- 62.03 has two aspects, one is strong and one weak; 62.02 has one: no weakness without another to set it beside
