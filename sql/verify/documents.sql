-- $1 submissions, an array: the documents that their current facts tell, those of the same bytes one after the other, and the cell
-- of each one's hash
select s.submission_key, s.form, r.code as scope, p.code as period, s.part, f.document, f.sha256, t.sheet, f.row_no,
       coalesce(substring(f.cell from '^[^ ]+ ([A-Z]+[0-9]+)'), '') as cell
from dwh.fact_evidence f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where f.submission_key = any ($1::bigint[])
order by f.sha256, s.submission_key, f.table_no, f.row_no
