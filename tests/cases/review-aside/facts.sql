-- what is the same figure twice counts once; E11 is dinkes's, E12 dppkb's (numerator_owner)
insert into dwh.dim_agency (agency_key, code, name) values (4, 'dppkb', 'Dinas KB'), (5, 'bappeda', 'Bappeda');
insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name,
                            district_code, district_name, regency_key, valid_from)
select r.region_key * 100, r.code || '.01', 'Kecamatan', 3, r.province_code, r.province_name, r.code, r.name, r.code || '.01',
       'Kecamatan', r.region_key, r.valid_from
from dwh.dim_region r
where r.level = 2;
-- as pg_temp.cov, with agency, sex and age group
create function pg_temp.lain(region bigint, indicator bigint, period text, n numeric, d numeric, agency bigint, sex text default '',
                             age text default '', state text default 'value') returns void language sql as $$
    insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                                   numerator, denominator, submission_key, table_no, row_no, cell, known_from)
    select r.regency_key, region, indicator, p.period_key, agency, lain.sex, age, state, n, d, s.key, 1, 8, 'D8 E8 -', s.key
    from dwh.dim_region r, dwh.dim_period p, lateral (select pg_temp.sent('dinkes-cakupan', 'coverage', r.regency_key, period) as key) s
    where r.region_key = region and p.code = period
$$;
select pg_temp.cov(62011, 1, '2024', 80, 100);
