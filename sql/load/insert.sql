-- $1 the new submission: its rows, whose place displace.sql has made, are current
@members@insert into dwh.fact_@kind@ (@columns@, submission_key, known_from)
select @columns@, $1, $1
from pg_temp.fresh
