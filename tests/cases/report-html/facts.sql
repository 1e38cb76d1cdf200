-- two kabupaten with figures, one with an empty form, two with nothing; names that are markup
select pg_temp.nilai(k, i, 'P1', 'A') from unnest(array[6201, 6203]) k, unnest(array['1.1', '1.2']) i;
select pg_temp.nilai(6203, '2.1', 'P1', 'D');
select pg_temp.cov(62011, 1, '2024', 30, 100), pg_temp.cov(62012, 1, '2024', 95, 100), pg_temp.cov(62031, 1, '2024', 100, 100),
       pg_temp.cov(62011, 2, '2024', 33, 100), pg_temp.cov(62031, 2, '2024', 1, 999), pg_temp.cov(62032, 3, '2024', 1234, 2000),
       pg_temp.cov(62021, 1, '2024', null, null, 'missing');
select pg_temp.lay(62011, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62012, 'q', 1, '2024-Q4', 'T'), pg_temp.lay(62031, 'r', 1, '2024-Q4', 'Y');
select pg_temp.anak(62011, 'a', '2024-08-01', -2.5), pg_temp.anak(62011, 'b', '2024-08-01', 0), pg_temp.anak(62031, 'c', '2024-08-01', 0);
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner,
                               numerator_definition, denominator_definition, source, valid_from)
values (9, 'DS03', 'Balita', '', 'dasar', 'count', 'orang', 'none', 'dinkes', '', 'balita', '', 'uji', 2015);
insert into dwh.population values ('DS03', 'DS03', 'numerator', 1, 'uji');
select pg_temp.cov(62011, 9, '2024', 4, null), pg_temp.cov(62031, 9, '2024', 4, null);
update dwh.dim_region set name = 'Kabupaten <b>Kapuas</b> & "Hulu"' where code = '62.03';
update dwh.dim_region set name = 'Desa </script><script>alert(1)</script>' where code = '62.01.01.2001';
update dwh.dim_indicator set name_en = 'Unmet need for family planning' where code = 'E12';
update review.instrument set confirmed = false, source = 'uji & ''coba''';
