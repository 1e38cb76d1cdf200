-- $1 year, $2 region, $3 indicator: the facts summed in review.coverage, and the cells of denominators that another agency
-- owns (doc/review.md)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from review.coverage_figure($1::smallint, left($2::text, 2)) c
join dwh.dim_indicator i on i.indicator_key = c.indicator_key
cross join lateral (values (c.submission_key, c.table_no, c.row_no, c.cell),
                           (c.denominator_submission_key, c.denominator_table_no, c.denominator_row_no,
                            '- ' || c.denominator_cell || ' -'))
    f (submission_key, table_no, row_no, cell)
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where i.code = $3::text
  and (c.region = $2::text or left(c.region, length($2::text) + 1) = $2::text || '.')
  and c.counted
order by s.submission_key, f.table_no, f.row_no, f.cell
