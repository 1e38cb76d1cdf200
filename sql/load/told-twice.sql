-- $1 the new submission, $2 the one it supersedes, $3 the remark's sentence: a remark for each fact that another slot's
-- submission told, too, with both places
insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select n.submission_key,
       (select count(*) from pg_temp.stage where rec = 'R') + row_number() over (order by n.table_no, n.row_no),
       coalesce(t.sheet, ''), n.row_no, n.cell, 'note', 'told-twice', '', '',
       $3::text || case when (@fact@) is distinct from (@fresh@) then ': isinya lain' else ': isinya sama' end
       || '; berkas ' || u.file_name || ', lembar ' || coalesce(o.sheet, '') || ', baris ' || f.row_no
       || coalesce(' sel ' || nullif(f.cell, ''), '')
from pg_temp.fresh n
join dwh.fact_@kind@ f using (@key@)
join audit.submission u on u.submission_key = f.submission_key
left join audit.submission_table t on t.submission_key = n.submission_key and t.table_no = n.table_no
left join audit.submission_table o on o.submission_key = f.submission_key and o.table_no = f.table_no
where f.submission_key <> $2::bigint
  and n.submission_key = $1::bigint
