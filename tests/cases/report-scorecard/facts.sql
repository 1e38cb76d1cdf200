select pg_temp.nilai(k, i, 'P1', 'A') from unnest(array[6201]) k, unnest(array['1.1', '1.2', '2.1']) i;
select pg_temp.nilai(6203, '1.1', 'P1', 'B');
-- E11 up (62.03's own target 50, unverified), E12 down (10), E20 without a target
select pg_temp.cov(62031, 1, '2024', 10, 40), pg_temp.cov(62032, 1, '2024', 18, 60), pg_temp.cov(62031, 2, '2024', 30, 100),
       pg_temp.cov(62032, 2, '2024', 5, 100), pg_temp.cov(62032, 3, '2024', 7, 9),
       pg_temp.cov(62011, 1, '2024', 45, 50), pg_temp.cov(62011, 2, '2024', 1, 100), pg_temp.cov(62021, 1, '2024', 30, 50);
select pg_temp.lay(62031, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62032, 'q', 1, '2024-Q4', 'T'), pg_temp.lay(62011, 'r', 1, '2024-Q4', 'Y');
select pg_temp.anak(62031, 'a', '2024-08-01', -2.5), pg_temp.anak(62031, 'b', '2024-08-01', 0), pg_temp.anak(62032, 'c', '2024-08-01', 0),
       pg_temp.anak(62011, 'd', '2024-08-01', 0);
insert into dwh.lokus values (2024, '62.03.01.2002', 'SK 1', 'uji');
insert into dwh.deadline
select 'dinkes', f.form, f.period, '', date '2025-01-31', 'surat'
from (values ('dinkes-cakupan', '2024'), ('dinkes-eppgbm', '2024-08'), ('dinkes-eppgbm', '2024-02')) f (form, period);
update audit.submission set reject_count = 3 where form = 'dinkes-cakupan' and scope_key = 6203 and period_key = (select period_key from dwh.dim_period where code = '2024');
