-- $1 year, $2 region, $3 due, received or a service: the services counted in that column of review.convergence, or those of that
-- service that were due (doc/review.md)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from review.service_figure($1::smallint, left($2::text, 2)) f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where (f.region = $2::text or left(f.region, length($2::text) + 1) = $2::text || '.')
  and (f.counted = 'Y' or (f.counted = 'T' and $3::text <> 'received'))
  and ($3::text in ('due', 'received') or f.service = $3::text)
order by s.submission_key, f.table_no, f.row_no, f.cell
