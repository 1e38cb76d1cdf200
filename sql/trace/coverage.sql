-- $1 year, $2 region, $3 indicator: the facts summed in review.coverage (doc/review.md)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from review.coverage_figure($1::smallint, left($2::text, 2)) f
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where i.code = $3::text
  and (f.region = $2::text or left(f.region, length($2::text) + 1) = $2::text || '.')
  and f.counted
order by s.submission_key, f.table_no, f.row_no, f.cell
