-- 62.06 was split from 62.01 on 1 July 2024: its village was 62.01.01.2009 before. Files of the first half year name it by its former
-- code; kp2s-transform gives it the present one (doc/regions.md), so both halves are of 62.06
insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name, district_code,
                            district_name, regency_key, valid_from, valid_until)
values (6206, '62.06', 'Kabupaten Baru', 2, '62', 'Kalimantan Tengah', '62.06', 'Kabupaten Baru', '', '', 6206, '2024-07-01', 'infinity'),
       (62061, '62.06.01.2001', 'Desa Pindah', 4, '62', 'Kalimantan Tengah', '62.06', 'Kabupaten Baru', '62.06.01', 'Kecamatan Baru', 6206, '2024-07-01', 'infinity'),
       (62019, '62.01.01.2009', 'Desa Pindah', 4, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Kotawaringin Barat', '62.01.01', 'Kecamatan', 6201, '2018-01-01', '2024-07-01');
select pg_temp.cov(62011, 1, '2024-S1', 10, 20), pg_temp.cov(62061, 1, '2024-S1', 3, 10), pg_temp.cov(62011, 1, '2024-S2', 15, 20),
       pg_temp.cov(62061, 1, '2024-S2', 8, 10);
-- last year the village was of 62.01, and it stays so in the review of that year
select pg_temp.cov(62011, 1, '2023', 9, 18), pg_temp.cov(62019, 1, '2023', 1, 9);
insert into review.instrument select 'uji-2023', 2023, 2024, name, confirmed, score_max, decimals, assessor_rule, tie_rule, source from review.instrument;
insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, standard, maximum, source)
select 'uji-2023', node, parent, place, kind, name, weight, standard, maximum, source from review.instrument_node;
insert into review.instrument_grade select 'uji-2023', grade, score from review.instrument_grade;
