-- 62.02 E12: the owner's two villages, though another agency sent as many and for a later period
select pg_temp.lain(62021, 2, '2024-Q1', 1, 10, 4), pg_temp.lain(62022, 2, '2024-Q1', 2, 10, 4),
       pg_temp.lain(62021, 2, '2024-Q4', 9, 10, 1), pg_temp.lain(62022, 2, '2024-Q4', 9, 10, 1);
-- 62.02 E11: the owner has said missing only, so the other holds
select pg_temp.lain(62021, 1, '2024', null, null, 1, '', '', 'missing'), pg_temp.lain(62021, 1, '2024', 3, 10, 5);
-- 62.03 E11: not the owner's: the one with more regions; E12: as many, so the first by code (bappeda, not dinkes)
select pg_temp.lain(62031, 1, '2024', 1, 10, 4), pg_temp.lain(62032, 1, '2024', 2, 10, 4), pg_temp.lain(62031, 1, '2024', 5, 10, 5),
       pg_temp.lain(62031, 2, '2024', 4, 10, 1), pg_temp.lain(62031, 2, '2024', 6, 10, 5);
-- 62.03 E20: parts only: by sex and by age: sex; the second village by age only and by both: age
select pg_temp.lain(62031, 3, '2024', 1, 10, 1, 'L'), pg_temp.lain(62031, 3, '2024', 2, 10, 1, 'P'),
       pg_temp.lain(62031, 3, '2024', 3, 20, 1, '', '0-5'), pg_temp.lain(62031, 3, '2024', 1, 10, 1, 'L', '0-5'),
       pg_temp.lain(62032, 3, '2024', 4, 10, 1, '', '0-1'), pg_temp.lain(62032, 3, '2024', 5, 10, 1, '', '2-5'),
       pg_temp.lain(62032, 3, '2024', 9, 20, 1, 'P', '0-5');
-- 62.04 E20: by both only: all of them; an empty total does not hide its parts; E11: kecamatan, not the kabupaten
select pg_temp.lain(62041, 3, '2024', 1, 10, 1, 'L', '0-5'), pg_temp.lain(62041, 3, '2024', 2, 10, 1, 'P', '0-5'),
       pg_temp.lain(62042, 3, '2024', null, 20, 1, '', '', 'missing'), pg_temp.lain(62042, 3, '2024', 3, 10, 1, 'L'),
       pg_temp.lain(62042, 3, '2024', 4, 10, 1, 'P'), pg_temp.lain(620400, 1, '2024', 7, 9, 1), pg_temp.lain(6204, 1, '2024', 70, 90, 1);
-- 62.05: the older version's village and the present one's are the same village: the later quarter counts
insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name,
                            district_code, district_name, regency_key, valid_from)
select 99, code, name || ' Baru', 4, province_code, province_name, regency_code, regency_name, district_code, district_name,
       regency_key, '2024-06-01' from dwh.dim_region where region_key = 62951;
select pg_temp.lain(62951, 1, '2024-Q1', 1, 100, 1), pg_temp.lain(99, 1, '2024-Q3', 50, 100, 1);
