-- 62.01: p complete, q not, r has nothing that applies; the older quarter does not count
select pg_temp.lay(62011, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62011, 'p', 2, '2024-Q4', 'TS'),
       pg_temp.lay(62011, 'q', 1, '2024-Q4', 'Y'), pg_temp.lay(62012, 'q', 2, '2024-Q4', 'T'),
       pg_temp.lay(62012, 'r', 3, '2024-Q4', 'TS'), pg_temp.lay(62012, 's', 1, '2024-Q3', 'Y');
-- 62.02: only children in early education and a list of families have a fourth quarter: they do not count, so it is the
-- second
select pg_temp.lay(62021, 'p', 4, '2024-Q4', 'Y'), pg_temp.lay(62021, 'w', 5, '2024-Q4', 'Y'), pg_temp.lay(62021, 't', 3, '2024-Q2', 'T');
-- 62.03: only services that do not apply; 62.04: only another year
select pg_temp.lay(62031, 'u', 3, '2024-Q1', 'TS'), pg_temp.lay(62041, 'v', 3, '2023-Q4', 'Y');
