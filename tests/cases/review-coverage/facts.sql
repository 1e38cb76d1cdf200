-- 62.01 E11: village 1 has the year and its last quarter, which end together: the longer period, the year, counts;
-- village 2 has two months and a semester before: the later month counts
select pg_temp.cov(62011, 1, '2024', 90, 100), pg_temp.cov(62011, 1, '2024-Q4', 1, 1000),
       pg_temp.cov(62012, 1, '2024-09', 5, 7), pg_temp.cov(62012, 1, '2024-08', 500, 500), pg_temp.cov(62012, 1, '2024-S1', 600, 600);
-- of other years nothing counts
select pg_temp.cov(62011, 1, '2023', 77, 77), pg_temp.cov(62011, 2, '2025', 77, 77);
-- 62.02: a missing latest period is missing, not replaced by an older one; not applicable likewise
select pg_temp.cov(62021, 1, '2024-Q1', 50, 100), pg_temp.cov(62021, 1, '2024-Q2', null, null, 'missing'),
       pg_temp.cov(62022, 1, '2024-Q1', 1, 8), pg_temp.cov(62022, 2, '2024', null, null, 'na');
-- 62.03: its own target; denominators that sum to 0 give no percentage
select pg_temp.cov(62031, 1, '2024', 1, 3), pg_temp.cov(62031, 3, '2024', 0, 0), pg_temp.cov(62032, 3, '2024', 0, 0);
-- 62.05: facts on the kabupaten's older version belong to the present one; half away from zero: 1/32 = 3.125 %
select pg_temp.cov(62951, 2, '2024', 1, 32);
