insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name,
                            district_code, district_name, regency_key, valid_from)
select r.region_key * 100 + n, r.code || '.0' || n, 'Kecamatan', 3, r.province_code, r.province_name, r.code, r.name, r.code || '.0' || n,
       'Kecamatan', r.region_key, r.valid_from
from dwh.dim_region r, generate_series(1, 4) n
where r.level = 2;
create function pg_temp.pkm(region bigint, indicator bigint, period text, puskesmas text, n numeric, d numeric, sex text default '',
                            age text default '', state text default 'value') returns void language sql as $$
    insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, puskesmas, sex, age_group, state,
                                   numerator, denominator, submission_key, table_no, row_no, cell, known_from)
    select r.regency_key, region, indicator, p.period_key, 1, pkm.puskesmas, pkm.sex, age, state, n, d, s.key, 1, 8, 'D8 E8 -', s.key
    from dwh.dim_region r, dwh.dim_period p, lateral (select pg_temp.sent('dinkes-cakupan', 'coverage', r.regency_key, period) as key) s
    where r.region_key = region and p.code = period
$$;
-- 62.01 E11, kecamatan by kecamatan: the first has its total, which holds; the second two puskesmas, one of them by sex beside its total, and
-- a row by sex for all of it; the third one puskesmas by sex and one by age, and an empty total; the fourth parts alone
select pg_temp.pkm(620101, 1, '2024', '', 1, 10), pg_temp.pkm(620101, 1, '2024', 'A', 2, 10), pg_temp.pkm(620101, 1, '2024', 'B', 3, 10);
select pg_temp.pkm(620102, 1, '2024', 'A', 4, 10), pg_temp.pkm(620102, 1, '2024', 'B', 5, 10), pg_temp.pkm(620102, 1, '2024', 'B', 6, 10, 'L'),
       pg_temp.pkm(620102, 1, '2024', '', 7, 10, 'P');
select pg_temp.pkm(620103, 1, '2024', 'A', 8, 10, 'L'), pg_temp.pkm(620103, 1, '2024', 'A', 9, 10, 'P'),
       pg_temp.pkm(620103, 1, '2024', 'B', 11, 20, '', '0-5'), pg_temp.pkm(620103, 1, '2024', 'B', 12, 20, 'L', '0-5'),
       pg_temp.pkm(620103, 1, '2024', '', null, 10, '', '', 'missing');
select pg_temp.pkm(620104, 1, '2024', '', 13, 20, 'L'), pg_temp.pkm(620104, 1, '2024', '', 14, 20, 'P');
-- 62.02 E11: a form without kecamatan; the older quarter of one puskesmas does not mix in
select pg_temp.pkm(6202, 1, '2024-Q4', 'A', 15, 20), pg_temp.pkm(6202, 1, '2024-Q4', 'B', 16, 20), pg_temp.pkm(6202, 1, '2024-Q3', 'C', 17, 20);
