-- $1 the new submission, $2 the one it supersedes, $3 the remark's sentence: a remark for each fact that another slot's
-- submission told, too, and that this one's takes the place of, with both places
insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select $1::bigint,
       (select count(*) from pg_temp.remark) + row_number() over (order by n.table_no, n.row_no),
       coalesce(t.sheet, ''), n.row_no, n.cell, 'note', 'told-twice', '', '',
       $3::text || case when (@fact@) is distinct from (@fresh@) then ': isinya lain' else ': isinya sama' end
       || '; berkas ' || u.file_name || ', lembar ' || coalesce(o.sheet, '') || ', baris ' || f.row_no
       || coalesce(' sel ' || nullif(f.cell, ''), '')
from pg_temp.fresh n
join (select * from dwh.fact_@kind@ f where @within@) f using (@key@)
join audit.submission u on u.submission_key = f.submission_key
left join audit.submission_table t on t.submission_key = $1::bigint and t.table_no = n.table_no
left join audit.submission_table o on o.submission_key = f.submission_key and o.table_no = f.table_no
where f.submission_key <> $2::bigint
  and (@yields@) is not true
