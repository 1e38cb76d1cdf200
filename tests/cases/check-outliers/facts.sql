-- what stands out, and what only seems to; villages 620101 … 620112 of one kecamatan
-- E11 2024: about 80 of 100; village 9 20 of 100 (a finding), village 10 0 of 3 (too few to say), village 11 14 of 25 (chance)
select pg_temp.cov(620100 + n, 1, '2024', f, 100) from unnest(array[78, 79, 80, 81, 82, 80, 79, 81, 20]) with ordinality u (f, n);
select pg_temp.cov(620110, 1, '2024', 0, 3), pg_temp.cov(620111, 1, '2024', 14, 25);
-- … 2023: eight points less, and village 9 as the others (a finding); village 8 rose from 30 to 81 (a finding)
select pg_temp.cov(620100 + n, 1, '2023', f, 100) from unnest(array[70, 73, 71, 74, 72, 75, 70, 30, 72]) with ordinality u (f, n);
-- E20 2024: all at 100 %, so that the median deviation is none; village 6 70 of 100 (a finding), village 7 85 of 100 (too near)
select pg_temp.cov(620100 + n, 3, '2024', case n when 6 then 70 when 7 then 85 else 100 end, 100) from generate_series(1, 10) n;
-- E12 2024: five villages alone: too few peers
select pg_temp.cov(620100 + n, 2, '2024', case n when 1 then 90 else 10 end, 100) from generate_series(1, 5) n;
-- a count: about 300 families; village 3 5, village 4 4000 (findings); village 5 900 (big, not strange)
insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner,
                               denominator_owner, numerator_definition, denominator_definition, source, valid_from)
values (4, 'DS01', 'Keluarga', '', 'sasaran', 'count', 'keluarga', 'none', 'dinkes', '', 'keluarga', '', 'uji', 2022),
       (5, 'S03', 'Peraturan', '', 'suplai', 'yes_no', 'ya/tidak', 'up', 'dinkes', '', 'ada', '', 'uji', 2022),
       (6, 'AS01', 'Air layak', '', 'air', 'percent', '%', 'up', 'dinkes', '', 'persen', '', 'uji', 2022);
select pg_temp.cov(620100 + n, 4, '2024', f, null) from unnest(array[300, 280, 5, 4000, 900, 310, 250, 400]) with ordinality u (f, n);
-- yes or no: no finding whatever it is
select pg_temp.cov(620100 + n, 5, '2024', case n when 1 then 0 else 1 end, null) from generate_series(1, 10) n;
-- a percentage without its figures: village 2 is far off; 3 has nothing
select pg_temp.cov(620100 + n, 6, '2024', null, null, 'missing') from generate_series(1, 8) n;
update dwh.fact_coverage set state = 'value', reported = case region_key when 620102 then 15 else 90 + region_key - 620104 end, cell = '- - F7'
where indicator_key = 6 and region_key <> 620103;
