-- agencies 4 dppkb and 5 bappeda beside 1 dinkes; counts of pregnant women: DS09 is dinkes's, E11's denominator counts them, too
insert into dwh.dim_agency (agency_key, code, name) values (4, 'dppkb', 'Dinas KB'), (5, 'bappeda', 'Bappeda');
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner,
                               denominator_owner, numerator_definition, denominator_definition, source, valid_from)
values (4, 'DS09', 'Ibu hamil', '', 'sasaran', 'count', 'orang', 'none', 'dinkes', '', 'ibu hamil', '', 'uji', 2022),
       (5, 'DS15', 'Rumah tangga', '', 'sasaran', 'count', 'rumah tangga', 'none', 'pupr', '', 'rumah tangga', '', 'uji', 2022),
       (6, 'KR01', 'Keluarga sasaran', '', 'krs', 'count', 'keluarga', 'none', 'dppkb', '', 'keluarga sasaran', '', 'uji', 2022),
       (7, 'KR02', 'Keluarga tidak berisiko', '', 'krs', 'count', 'keluarga', 'none', 'dppkb', '', 'tidak', '', 'uji', 2022),
       (8, 'DS02', 'KRS', '', 'sasaran', 'count', 'keluarga', 'none', 'dppkb', '', 'krs', '', 'uji', 2022);
insert into dwh.population (population, indicator, part, position, source)
values ('DS09', 'DS09', 'numerator', 1, 'uji'), ('DS09', 'E11', 'denominator', 2, 'uji'), ('DS15', 'E20', 'denominator', 1, 'uji');
insert into dwh.identity (identity, parts, relation, total, source)
values ('sasaran', array['DS02', 'KR02'], 'equal', 'KR01', 'uji');
create function pg_temp.lain(region bigint, indicator bigint, n numeric, d numeric, agency bigint, cell text)
returns void language sql as $$
    insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                                   numerator, denominator, submission_key, table_no, row_no, cell, known_from)
    select r.regency_key, region, indicator, 20240000, agency, '', '', 'value', n, d, s.key, 1, 8, lain.cell, s.key
    from dwh.dim_region r, lateral (select pg_temp.sent('dinkes-cakupan', 'coverage', r.regency_key, '2024') as key) s
    where r.region_key = region
$$;
-- village 1: dinkes 100; bappeda 100 (agrees), dppkb 160 (serious); village 2: 105 of 100 is near enough, village 3: 12 of 10 is too few
select pg_temp.lain(620101, 4, 100, null, 1, 'C8 - -'), pg_temp.lain(620101, 1, 80, 160, 4, 'D8 E8 -'),
       pg_temp.lain(620101, 1, 90, 100, 5, 'F8 G8 -');
select pg_temp.lain(620102, 4, 100, null, 1, 'C9 - -'), pg_temp.lain(620102, 1, 80, 105, 4, 'D9 E9 -');
select pg_temp.lain(620103, 4, 10, null, 1, 'C10 - -'), pg_temp.lain(620103, 1, 8, 12, 4, 'D10 E10 -');
-- village 4: the owner of households (pupr) told none: the two others are beside one another
select pg_temp.lain(620104, 3, 50, 200, 1, 'D11 E11 -'), pg_temp.lain(620104, 3, 50, 240, 4, 'F11 G11 -');
-- village 5: 5 + 10 is not 25; village 6: 5 + 10 is 15
select pg_temp.lain(620105, 8, 5, null, 4, 'D12 - -'), pg_temp.lain(620105, 7, 10, null, 4, 'E12 - -'),
       pg_temp.lain(620105, 6, 25, null, 4, 'F12 - -');
select pg_temp.lain(620106, 8, 5, null, 4, 'D13 - -'), pg_temp.lain(620106, 7, 10, null, 4, 'E13 - -'),
       pg_temp.lain(620106, 6, 15, null, 4, 'F13 - -');
-- village 7: E20 of dinkes in two forms: 30 of 100 holds, 40 of 100 is covered by it; village 8: both say the same
select pg_temp.cov(620107, 3, '2024', 30, 100), pg_temp.cov(620108, 3, '2024', 30, 100);
insert into dwh.fact_coverage_history (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                                       numerator, denominator, submission_key, table_no, row_no, cell, known_from, known_until)
select f.regency_key, f.region_key, f.indicator_key, f.period_key, f.agency_key, '', '', 'value',
       case f.region_key when 620107 then 40 else 30 end, 100, s.key, 1, 9, 'D9 E9 -', s.key, f.submission_key
from dwh.fact_coverage f, pg_temp.sent('dinkes-rekap-opd', 'coverage', 6201, '2024') s (key)
where f.region_key in (620107, 620108);
-- … and a submission that was superseded tells nothing more
insert into dwh.fact_coverage_history (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                                       numerator, denominator, submission_key, table_no, row_no, cell, known_from, known_until)
select regency_key, region_key, indicator_key, period_key, agency_key, '', '', 'value', 99, 100, s.key, 1, 9, 'D9 E9 -', s.key,
       submission_key
from dwh.fact_coverage f, pg_temp.sent('lama', 'coverage', 6201, '2024') s (key)
where f.region_key = 620107;
update audit.submission set superseded_by = 1, superseded_at = loaded_at where form = 'lama';
insert into audit.submission_table (submission_key, table_no, sheet, fields)
select submission_key, 1, 'Data', '' from audit.submission;
