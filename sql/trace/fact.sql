-- $1 submission, $2 table, $3 row: the facts that were made of that row, current or not
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields, s.superseded_by,
       to_char(s.superseded_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as superseded_at
from (select submission_key, table_no, row_no, cell from dwh.fact_coverage
      union
      select submission_key, table_no, row_no, cell from dwh.fact_coverage_history
      union
      select submission_key, table_no, row_no, cell from dwh.fact_measurement
      union
      select submission_key, table_no, row_no, cell from dwh.fact_measurement_history
      union
      select submission_key, table_no, row_no, cell from dwh.fact_service
      union
      select submission_key, table_no, row_no, cell from dwh.fact_service_history
      union
      select submission_key, table_no, row_no, cell from dwh.fact_assessment
      union
      select submission_key, table_no, row_no, cell from dwh.fact_assessment_history
      union
      select submission_key, table_no, row_no, cell from dwh.fact_evidence
      union
      select submission_key, table_no, row_no, cell from dwh.fact_evidence_history) f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where f.submission_key = $1::bigint
  and f.table_no = $2::smallint
  and f.row_no = $3::integer
order by f.cell
