-- 2023, reviewed by the same instrument under another name: 62.01 was behind, 62.02 ahead; services of another quarter
insert into review.instrument (instrument, performance_year, assessment_year, name, confirmed, score_max, decimals, assessor_rule, tie_rule, source)
select 'uji-2023', 2023, 2024, 'Instrumen uji 2023', true, score_max, decimals, assessor_rule, tie_rule, source
from review.instrument where instrument = 'uji-2024';
insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, standard, maximum, source)
select 'uji-2023', node, parent, place, kind, name, weight, standard, maximum, source from review.instrument_node where instrument = 'uji-2024';
insert into review.instrument_grade (instrument, grade, score)
select 'uji-2023', grade, score from review.instrument_grade where instrument = 'uji-2024';
insert into dwh.target (indicator_code, year, region_code, value, unit, source, verified)
values ('E12', 2023, '', 10, '%', 'BKKBN', true);
select pg_temp.cov(62011, 1, '2023', 10, 100), pg_temp.cov(62021, 1, '2023', 90, 100), pg_temp.cov(62021, 2, '2023', 30, 100);
select pg_temp.lay(62011, 'p', 1, '2023-Q3', 'Y'), pg_temp.lay(62011, 'q', 1, '2023-Q3', 'T');
select pg_temp.anak(62011, 'm', '2023-08-01', -2.5), pg_temp.anak(62011, 'n', '2023-08-01', 0);
