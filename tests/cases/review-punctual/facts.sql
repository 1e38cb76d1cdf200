insert into dwh.deadline values ('dinkes', 'dinkes-cakupan', '2024', '', '2025-01-31', 'SE 1'), ('dinkes', 'dinkes-cakupan', '2024', '62.02', '2025-02-28', 'SE 2'),
    ('dpmd', 'dpmd-konvergensi', '2024-Q4', '62', '2025-01-15', 'SE 1'), ('dinkes', 'dinkes-cakupan', '2023', '', '2024-01-31', 'lama');
-- loaded on 2025-02-03 04:05 UTC: three days late; 62.02 has a later deadline
select pg_temp.cov(62011, 1, '2024', 1, 2), pg_temp.cov(62021, 1, '2024', 1, 2), pg_temp.cov(62031, 1, '2024', 1, 2);
-- a correction does not make 62.01 later than it was
update audit.submission set superseded_by = 1000, superseded_at = '2025-03-01', loaded_at = '2025-01-31 16:59:59+00', data_count = 7 where scope_key = 6201;
insert into audit.submission (submission_key, form, form_version, kind, agency_key, system, scope_key, period_key, file_name, sha256, bytes, sealed, loaded_at,
                              data_count, reject_count, note_count, content)
select 1000, form, form_version, kind, agency_key, system, scope_key, period_key, 'perbaikan.xlsx', 'x', 1, true, '2025-03-01', 9, 1, 0, ''
from audit.submission where scope_key = 6201;
-- 62.03 sends by puskesmas: the last part tells when all of it was there, one second into the next day of Jakarta
insert into audit.submission (form, form_version, kind, agency_key, system, scope_key, period_key, part, file_name, sha256, bytes, sealed, loaded_at,
                              data_count, reject_count, note_count, content)
select form, form_version, kind, agency_key, system, scope_key, period_key, 'P2', 'p2.xlsx', 'y', 1, true, '2025-02-05 17:00:00+00', 5, 0, 0, ''
from audit.submission where scope_key = 6203;
-- a form without a deadline, from 62.01 alone: the others have not sent it
select pg_temp.anak(62011, 'a', '2024-08-10', 0);
