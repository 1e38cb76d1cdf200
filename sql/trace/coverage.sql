-- $1 year, $2 region, $3 indicator: the facts summed in review.coverage (doc/review.md)
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from (select c.*, g.code,
             rank() over (partition by c.regency_key, c.region_key, c.indicator_key
                          order by p.ends_on desc, p.starts_on) as age
      from dwh.fact_coverage c
      join dwh.dim_region g on g.region_key = c.region_key
      join dwh.dim_indicator i on i.indicator_key = c.indicator_key
      join dwh.dim_period p on p.period_key = c.period_key
      where p.year = $1::smallint
        and i.code = $3::text
        and (g.code = $2::text or left(g.code, length($2::text) + 1) = $2::text || '.')) f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where f.age = 1
  and f.state = 'value'
order by s.submission_key, f.table_no, f.row_no, f.cell
