-- 1.1: A, A, D = 3, 3, 0: mean 2, median 3; the chair said D
select pg_temp.nilai(6201, '1.1', 'P1', 'A'), pg_temp.nilai(6201, '1.1', 'P2', 'A'), pg_temp.nilai(6201, '1.1', 'P3', 'D', 'ketua_panelis');
-- 1.2: A and B, the chair left it empty: mean and median 2.5, chair none
select pg_temp.nilai(6201, '1.2', 'P1', 'A'), pg_temp.nilai(6201, '1.2', 'P2', 'B'), pg_temp.nilai(6201, '1.2', 'P3', '', 'ketua_panelis');
-- 2.1 weighs 2; A, B, C, C: mean 1.75, median 1.5; no chair
select pg_temp.nilai(6201, '2.1', 'P1', 'A'), pg_temp.nilai(6201, '2.1', 'P2', 'B'), pg_temp.nilai(6201, '2.1', 'P4', 'C'),
       pg_temp.nilai(6201, '2.1', 'P5', 'C');
-- 62.02: only one item of Aksi 1
select pg_temp.nilai(6202, '1.2', 'P3', 'C', 'Ketua panelis');
