-- E25 is sent by pangan; its denominator, families at risk, is dppkb's, who count them as DS02
insert into dwh.dim_agency (agency_key, code, name) values (4, 'dppkb', 'Dinas KB'), (5, 'pangan', 'Dinas Pangan');
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner,
                               denominator_owner, numerator_definition, denominator_definition, source, valid_from)
values (4, 'E25', 'Pekarangan', '', 'sensitif', 'ratio', '%', 'up', 'pangan', 'dppkb', 'manfaat', 'KRS', 'uji', 2022),
       (5, 'DS02', 'KRS', '', 'sasaran', 'count', 'keluarga', 'none', 'dppkb', '', 'krs', '', 'uji', 2022);
insert into dwh.population (population, indicator, part, position, source)
values ('DS02', 'DS02', 'numerator', 1, 'uji'), ('DS02', 'E25', 'denominator', 2, 'uji'), ('DS09', 'E11', 'denominator', 1, 'uji');
create function pg_temp.lain(region bigint, indicator bigint, n numeric, d numeric, agency bigint, cell text, period text default '2024')
returns void language sql as $$
    insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                                   numerator, denominator, submission_key, table_no, row_no, cell, known_from)
    select r.regency_key, region, indicator, p.period_key, agency, '', '', 'value', n, d, s.key, 1, 8, lain.cell, s.key
    from dwh.dim_region r, dwh.dim_period p, lateral (select pg_temp.sent('dinkes-cakupan', 'coverage', r.regency_key, lain.period) as key) s
    where r.region_key = region and p.code = lain.period
$$;
-- village 1: 30 of 50 by pangan, but dppkb counts 60; village 2: dppkb counted none; 3: for another period; 4: dppkb says 0
select pg_temp.lain(620101, 4, 30, 50, 5, 'D8 E8 F8'), pg_temp.lain(620101, 5, 60, null, 4, 'C8 - -'),
       pg_temp.lain(620102, 4, 10, 20, 5, 'D9 E9 F9'),
       pg_temp.lain(620103, 4, 10, 20, 5, 'D10 E10 F10'), pg_temp.lain(620103, 5, 99, null, 4, 'C10 - -', '2024-S1'),
       pg_temp.lain(620104, 4, 0, 10, 5, 'D11 E11 F11'), pg_temp.lain(620104, 5, 0, null, 4, 'C11 - -');
-- E11 is dinkes's on both sides
select pg_temp.lain(620101, 1, 5, 10, 1, 'G8 H8 -');
