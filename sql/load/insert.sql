-- $1 the new submission: of its rows those that replace.sql has left become current
@members@insert into dwh.fact_@kind@ (@columns@, submission_key, known_from)
select @columns@, $1, $1
from pg_temp.fresh
