-- HA1 is due from six months on, HA5 for children with a problem of nutrition alone; a mark T beside that is none
insert into dwh.dim_service (service_key, code, subject, name, package) values (6, 'HA5', 'anak', 'Kunjungan rumah', 'konseling');
insert into dwh.service_due values ('HA1', 6, 12, '', 'uji'), ('HA1', 12, 60, '', 'uji'), ('HA5', 0, 60, 'problem', 'uji');
-- m: five months and 30 days at the end of the quarter (born 1 July); n: six months (born 30 June); both without a problem
select pg_temp.anak(62011, 'm', '2024-12-01', -1, days => date '2024-12-01' - date '2024-07-01'), pg_temp.lay(62011, 'm', 3, '2024-Q4', 'T'), pg_temp.lay(62011, 'm', 6, '2024-Q4', 'T');
select pg_temp.anak(62011, 'n', '2024-12-01', -1, days => date '2024-12-01' - date '2024-06-30'), pg_temp.lay(62011, 'n', 3, '2024-Q4', 'T'), pg_temp.lay(62011, 'n', 6, '2024-Q4', 'T');
-- o: stunted at the last measurement before the end of the quarter, no longer later; w: was wasted, is not at the last; both a year old
select pg_temp.anak(62012, 'o', '2024-08-10', -2.5, days => 400), pg_temp.anak(62012, 'o', '2025-02-10', 0, days => 584), pg_temp.lay(62012, 'o', 6, '2024-Q4', 'T');
select pg_temp.anak(62012, 'w', '2024-02-10', 0, days => 300, whz => -2.5), pg_temp.anak(62012, 'w', '2024-08-10', 0, days => 482), pg_temp.lay(62012, 'w', 6, '2024-Q4', 'T');
-- f: the only z-score is not plausible, so nothing is known of its nutrition: what was written stands
select pg_temp.anak(62012, 'f', '2024-08-10', -7, 'hwx', days => 400), pg_temp.lay(62012, 'f', 6, '2024-Q4', 'T');
-- x was never measured: what was written stands; y received what was not due: it was received; g, a mother, has no rule
select pg_temp.lay(62012, 'x', 3, '2024-Q4', 'T'), pg_temp.lay(62012, 'x', 6, '2024-Q4', 'T'), pg_temp.lay(62012, 'g', 1, '2024-Q4', 'T');
select pg_temp.anak(62012, 'y', '2024-12-01', 0, days => 30), pg_temp.lay(62012, 'y', 3, '2024-Q4', 'Y');
