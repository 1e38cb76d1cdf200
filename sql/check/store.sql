-- $1 year, $2 province: pg_temp.found takes the place of what was found before; how many of each kind
delete from review.finding t
using dwh.dim_region r
where t.performance_year = $1
  and r.region_key = t.regency_key
  and r.province_code = $2::text;

delete from review.checked
where performance_year = $1
  and province_code = $2::text;

insert into review.finding (performance_year, regency_key, finding_no, kind, severity, region_key, indicator_key, period_key,
                            agency_key, puskesmas, sex, age_group, subject, figure, expected, lower_bound, upper_bound,
                            deviation, peers, sentence, submission_key, table_no, row_no, cell, place, other_submission_key,
                            other_table_no, other_row_no, other_cell, other_place, computed_at)
select $1, f.regency_key,
       row_number() over (partition by f.regency_key
                          order by f.severity desc, f.kind, r.code, i.code, f.period_key, f.agency_key, f.puskesmas, f.sex,
                                   f.age_group, f.subject, f.other_submission_key),
       f.kind, f.severity, f.region_key, f.indicator_key, f.period_key, f.agency_key, f.puskesmas, f.sex, f.age_group,
       f.subject, f.figure, f.expected, f.lower_bound, f.upper_bound, f.deviation, f.peers, f.sentence, f.submission_key,
       f.table_no, f.row_no, f.cells, review.place_text(f.submission_key, f.table_no, f.cells), f.other_submission_key,
       f.other_table_no, f.other_row_no, f.other_cells,
       review.place_text(f.other_submission_key, f.other_table_no, f.other_cells), now()
from (select f.*, review.cells_text(f.cell) as cells, review.cells_text(f.other_cell) as other_cells
      from pg_temp.found f) f
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_indicator i on i.indicator_key = f.indicator_key;

insert into review.checked (performance_year, province_code, figures, compared, findings, computed_at)
select $1, $2::text,
       (select count(*) from pg_temp.figure where year = $1),
       (select count(*) from (select figure_no from pg_temp.peer union select figure_no from pg_temp.since) c),
       (select count(*) from pg_temp.found), now();

select c.figures, c.compared, c.findings,
       (select count(*) from pg_temp.found where severity = 'serious') as serious,
       (select count(distinct regency_key) from pg_temp.found) as regencies
from review.checked c
where c.performance_year = $1
  and c.province_code = $2::text;
