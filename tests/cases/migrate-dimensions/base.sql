-- rows in the schema of migration 010
insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name, district_code,
                            district_name, regency_key, valid_from)
values (6201, '62.01', 'Kabupaten Satu', 2, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Satu', '', '', 6201, '2018-01-01'),
       (620101, '62.01.01.2001', 'Desa', 4, '62', 'Kalimantan Tengah', '62.01', 'Kabupaten Satu', '62.01.01', 'Kecamatan', 6201, '2018-01-01');
insert into dwh.dim_agency (agency_key, code, name) values (1, 'dinkes', 'Dinas Kesehatan');
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner, denominator_owner,
                               numerator_definition, denominator_definition, source, valid_from)
values (1, 'E11', 'TTD', '', 'spesifik', 'ratio', '%', 'up', 'dinkes', 'dinkes', '', '', 'uji', 2022);
insert into dwh.dim_service (service_key, code, subject, name, package) values (1, 'HB1', 'bumil', 'Periksa kehamilan', 'KIA');
insert into audit.submission (submission_key, form, form_version, kind, agency_key, system, scope_key, period_key, file_name, sha256,
                              bytes, sealed, loaded_at, data_count, reject_count, note_count, content)
select n, form, '1', kind, 1, system, 6201, period_key, n || '.xlsx', 'sha' || n, 1, true, '2025-01-01 00:00+00', 1, 0, 0, ''
from (values (1, 'lama', 'coverage', 'administrasi', 20240000), (2, 'lama', 'coverage', 'administrasi', 20230000),
             (3, 'timbang', 'measurement', 'e-ppgbm', 20240308), (4, 'kartu', 'service', 'ehdw', 20240204)) s (n, form, kind, system, period_key);
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, sex, age_group, state, numerator,
                               denominator, submission_key, table_no, row_no, cell, known_from)
select 6201, 620101, 1, period, 1, sex, age, 'value', 1, 2, n, 1, 2, 'B2 C2 -', n
from (values (1, 20240000, '', ''), (1, 20240000, 'L', '0-23'), (2, 20230000, 'P', '0-23'), (2, 20230000, '', '24-59')) f (n, period, sex, age);
insert into dwh.fact_coverage_history select f.*, 2 from dwh.fact_coverage f where sex = 'P';
insert into dwh.fact_measurement (regency_key, region_key, child, measured_on, period_key, agency_key, system, key_id, puskesmas, sex, age_days,
                                  position, flags, ha_status, wa_status, wh_status, ha_status_reported, submission_key, table_no, row_no,
                                  cell, known_from)
select 6201, 620101, 'anak' || n, '2024-08-01', 20240308, 1, 'e-ppgbm', 'k', '', 'L', 100, '', '', '', '', '', '', 3, 1, n, 'B' || n, 3
from generate_series(1, 3) n;
insert into dwh.fact_service (regency_key, region_key, person, subject, service_key, period_key, agency_key, key_id, state, submission_key,
                              table_no, row_no, cell, known_from)
values (6201, 620101, 'ibu', 'bumil', 1, 20240204, 1, 'k', 'Y', 4, 1, 2, 'B2', 4);
