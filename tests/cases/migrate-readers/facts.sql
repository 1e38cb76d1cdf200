-- something of every kind in every kabupaten/kota of two provinces, with figures that no other has
-- planning takes the most of the time: without the partitions of years that have nothing
do $$
begin
    for y in 2015..2040 loop
        if y <> 2024 then
            execute format('drop table part.fact_coverage_%1$s, part.fact_measurement_%1$s, part.fact_service_%1$s', y);
        end if;
    end loop;
end
$$;
insert into dwh.dim_agency (agency_key, code, name) values (4, 'dppkb', 'Dinas KB');
insert into dwh.population (population, indicator, part, position, source) values ('E11', 'E11', 'denominator', 1, 'uji');
insert into dwh.check_rule (kind, scale, subject, threshold, peers, base, difference, serious, source)
values ('denominator', 'factor', '', 1, 1, 1, 1.01, 5, 'uji'), ('identity', 'factor', '', 1, 1, 1, 1.01, 5, 'uji');
insert into dwh.identity values ('uji', '{E11,E12}', 'equal', 'E20', 'uji');
insert into audit.privacy_rule values ('smallest-cell', 5, 'persons', 'uji');
select pg_temp.cov(v.region_key, i.indicator_key, '2024', v.region_key * 7 % 10007 + i.indicator_key, 20011 + v.region_key * 11 % 10009)
from dwh.dim_region v, dwh.dim_indicator i
where v.level = 4 and v.regency_code <> '62.99';
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state,
                               numerator, denominator, submission_key, table_no, row_no, cell, known_from, puskesmas)
select regency_key, region_key, indicator_key, period_key, 4, sex, age_group, state, 20, denominator * 2 + 1, submission_key, table_no, 8,
       'D8 E8 -', known_from, 'Puskesmas ' || regency_key
from dwh.fact_coverage
where indicator_key = 1;
select pg_temp.anak(v.region_key, md5(v.code || n), '2024-08-05', case when n % 5 = 0 then -2.5 else 0 end)
from dwh.dim_region v, generate_series(1, 20) n
where v.level = 4 and v.regency_code <> '62.99';
select pg_temp.lay(v.region_key, md5(v.code || n), 1, '2024-Q3', case when n % 3 = 0 then 'T' else 'Y' end)
from dwh.dim_region v, generate_series(1, 9) n
where v.level = 4 and v.regency_code <> '62.99';
select pg_temp.nilai(v.region_key, '1.1', 'Penilai ' || v.code, 'A') from dwh.dim_region v where v.level = 2 and v.regency_code <> '62.99';
insert into dwh.fact_evidence (regency_key, region_key, item, document, period_key, agency_key, sha256, bytes, submission_key, table_no,
                               row_no, cell, known_from)
select v.region_key, v.region_key, '1.1', 'SK ' || v.code || '.pdf', p.period_key, 3, encode(sha256(v.code::bytea), 'hex'), v.region_key, s.key,
       1, 7, 'D7 E7 F7', s.key
from dwh.dim_region v, dwh.dim_period p, lateral (select pg_temp.sent('bukti-butir', 'evidence', 62, '2024') as key) s
where v.level = 2 and v.regency_code <> '62.99' and p.code = '2024';
analyze;
insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select submission_key, 1, 'Lembar', 9, 'F9', 'note', 'over-100', 'numerator', '21', ''
from audit.submission;
