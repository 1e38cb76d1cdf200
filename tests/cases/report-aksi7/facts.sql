-- 62.01: two villages of 20 children each, 6 and 7 stunted; 62.03: 12 children, 2 of them stunted; 62.02: 3 children
select pg_temp.anak(62010 + v, v || ' ' || n, '2024-08-01', case when n <= 5 + v then -2.5 else 0 end) from generate_series(1, 2) v, generate_series(1, 20) n;
select pg_temp.anak(62031, 'k ' || n, '2024-08-01', case when n <= 2 then -2.5 else 0 end) from generate_series(1, 12) n;
select pg_temp.anak(62021, 't ' || n, '2024-08-01', 0) from generate_series(1, 3) n;
select pg_temp.lay(62011, 'p ' || n, v, '2024-Q4', case when n <= 6 then 'T' else 'Y' end) from generate_series(1, 14) n, generate_series(1, 1) v;
