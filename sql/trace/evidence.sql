-- $1 year, $2 region, $3 aksi (5) or item (5.1): the rows of lists that tell its documents, and those of items below
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from dwh.fact_evidence f
join dwh.dim_region g on g.region_key = f.region_key
join dwh.dim_period p on p.period_key = f.period_key
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where p.year = $1::smallint
  and p.kind = 'year'
  and (g.code = $2::text or left(g.code, length($2::text) + 1) = $2::text || '.')
  and (f.item = $3::text or left(f.item, length($3::text) + 1) = $3::text || '.')
order by s.submission_key, f.table_no, f.row_no, f.cell
