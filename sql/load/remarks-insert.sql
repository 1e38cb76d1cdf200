-- $1 the new submission
insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select $1::bigint, remark_no, sheet, row_no, cell, severity, code, field, value, message
from pg_temp.remark
