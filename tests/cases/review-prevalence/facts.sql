-- child a: the latest measurement of the year counts, neither an earlier nor one of another year
select pg_temp.anak(62011, 'a', '2024-02-10', -3.50), pg_temp.anak(62011, 'a', '2024-08-10', -2.01),
       pg_temp.anak(62011, 'a', '2023-12-31', 0.00), pg_temp.anak(62011, 'a', '2025-01-01', 0.00);
-- exactly -2 is not stunted, exactly -3 not severely; -3.01 is both
select pg_temp.anak(62012, 'b', '2024-08-10', -2.00), pg_temp.anak(62012, 'c', '2024-08-10', -3.00),
       pg_temp.anak(62012, 'd', '2024-08-10', -3.01);
-- not measured: flagged, without HAZ, over 1826 days; 1826 is within
select pg_temp.anak(62012, 'e', '2024-08-10', -7.00, 'h', waz => -2.01), pg_temp.anak(62012, 'f', '2024-08-10', null, whz => 2.01),
       pg_temp.anak(62012, 'g', '2024-08-10', -3.50, '', 1827), pg_temp.anak(62012, 'h', '2024-08-10', 0.00, '', 1826);
-- flagged weight and weight-for-height count in neither numerator nor denominator; -2 and 2 are within the norm
select pg_temp.anak(62012, 'i', '2024-08-10', 0.00, 'wx', waz => -7, whz => -7),
       pg_temp.anak(62012, 'j', '2024-08-10', 0.00, '', waz => -2.00, whz => 2.00),
       pg_temp.anak(62012, 'k', '2024-08-10', 0.00, '', waz => -2.01, whz => -2.01);
-- a child who moved is counted once, where it was measured last; systems stay apart
select pg_temp.anak(62021, 'm', '2024-02-10', -2.50), pg_temp.anak(62031, 'm', '2024-08-10', -2.50),
       pg_temp.anak(62022, 'n', '2024-02-10', 0), pg_temp.anak(62041, 'z', '2024-08-10', -2.50, system => 'ssgi');
