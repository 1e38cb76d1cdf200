-- 62.01 and 62.03 tie by different divisions of the same ratio (1/3 = 333/999), 62.02 is behind them, 62.04 has
-- nothing at all, 62.05 only a form without figures
select pg_temp.nilai(k, i, 'P1', 'A') from unnest(array[6201, 6203]) k, unnest(array['1.1', '1.2', '2.1']) i;
select pg_temp.nilai(6202, '1.1', 'P1', 'B');
-- E12 goes down: 20 % of a target of 10 scores 50; 5 % scores 100. E11 at most 100. E20 has no target.
select pg_temp.cov(62011, 2, '2024', 1, 3), pg_temp.cov(62031, 2, '2024', 333, 999),
       pg_temp.cov(62021, 1, '2024', 100, 100), pg_temp.cov(62021, 2, '2024', 20, 100), pg_temp.cov(62021, 3, '2024', 1, 100),
       pg_temp.cov(62951, 1, '2024', null, null, 'missing');
select pg_temp.lay(62011, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62012, 'q', 1, '2024-Q4', 'T'), pg_temp.lay(62012, 'r', 1, '2024-Q4', 'T'),
       pg_temp.lay(62031, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62032, 'q', 1, '2024-Q4', 'T'), pg_temp.lay(62032, 'r', 1, '2024-Q4', 'T');
select pg_temp.anak(62011, 'a', '2024-08-01', -2.5), pg_temp.anak(62011, 'b', '2024-08-01', 0), pg_temp.anak(62011, 'c', '2024-08-01', 0),
       pg_temp.anak(62031, 'd', '2024-08-01', -2.5), pg_temp.anak(62031, 'e', '2024-08-01', 0), pg_temp.anak(62031, 'f', '2024-08-01', 0),
       pg_temp.anak(62021, 'g', '2024-08-01', 0);
select pg_temp.cov(62032, 1, '2024', 48, 100), pg_temp.cov(62041, 1, '2024', 100, 300);
insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select min(submission_key), n, 'Bumil 1', n, 'D' || n, 'reject', 'number-invalid', 'numerator', 'x', 'bukan angka'
from audit.submission, generate_series(1, 3) n
where form = 'dinkes-cakupan'
group by n;
update audit.submission set reject_count = 3, note_count = 2
where submission_key = (select min(submission_key) from audit.submission where form = 'dinkes-cakupan');
