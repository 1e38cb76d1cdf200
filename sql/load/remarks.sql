-- $1 submission: what was remarked on its records, in the order of its stream
select m.sheet, coalesce(m.row_no::text, ''), m.cell, m.severity, m.code, m.field, m.value, m.message
from audit.remark m
where m.submission_key = $1::bigint
order by m.remark_no
