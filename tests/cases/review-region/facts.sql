-- kecamatan 62.01.01 and 62.01.02, which has one village; 62.02.01
insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name, district_code,
                            district_name, regency_key, valid_from)
values (620101, '62.01.01', 'Kecamatan', 3, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Kotawaringin Barat', '62.01.01', 'Kecamatan', 6201, '2018-01-01'),
       (620102, '62.01.02', 'Kecamatan Dua', 3, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Kotawaringin Barat', '62.01.02', 'Kecamatan Dua', 6201, '2018-01-01'),
       (620201, '62.02.01', 'Kecamatan', 3, '62', 'Kalimantan Tengah', '62.02', 'Kabupaten Kotawaringin Timur', '62.02.01', 'Kecamatan', 6202, '2018-01-01'),
       (62013, '62.01.02.2001', 'Desa 3', 4, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Kotawaringin Barat', '62.01.02', 'Kecamatan Dua', 6201, '2018-01-01');
insert into dwh.lokus values (2024, '62.01.01.2002', 'SK 1/2023', 'uji'), (2024, '62.01.02.2001', 'SK 1/2023', 'uji'), (2023, '62.01.01.2001', 'SK 1/2022', 'uji');
-- the sum of villages is no mean of their percentages: 1 of 1 and 10 of 100 are 11 of 101
select pg_temp.cov(62011, 1, '2024', 1, 1), pg_temp.cov(62012, 1, '2024', 10, 100), pg_temp.cov(62013, 1, '2024', 120, 100);
-- a denominator of zero has no percentage, and adds nothing; missing is none
select pg_temp.cov(62011, 3, '2024', 0, 0), pg_temp.cov(62012, 3, '2024', null, 5, 'missing');
-- 62.02 tells its kecamatan alone: no villages, so no priority ones either; 62.03 itself alone
select pg_temp.cov(620201, 1, '2024', 30, 40), pg_temp.cov(6203, 1, '2024', 5, 9);
-- 62.04: figures beyond all sense
select pg_temp.cov(62041, 1, '2024', 999999999999999, 1), pg_temp.cov(62042, 1, '2024', 999999999999999, 0);
