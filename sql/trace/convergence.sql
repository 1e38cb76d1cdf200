-- $1 year, $2 region, $3 due or received: the services counted in that column of review.convergence (doc/review.md)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from (select c.*, g.code, rank() over (partition by c.regency_key order by p.ends_on desc) as age
      from dwh.fact_service c
      join dwh.dim_region k on k.region_key = c.regency_key
      join dwh.dim_region g on g.region_key = c.region_key
      join dwh.dim_period p on p.period_key = c.period_key
      where p.year = $1::smallint
        and p.kind = 'quarter'
        and c.subject in ('bumil', 'anak')
        and left(k.code, least(length($2::text), 5)) = left($2::text, 5)) f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where f.age = 1
  and (f.code = $2::text or left(f.code, length($2::text) + 1) = $2::text || '.')
  and (f.state = 'Y' or (f.state = 'T' and $3::text = 'due'))
order by s.submission_key, f.table_no, f.row_no, f.cell
