-- $1 the new submission; @within@: the span of time
insert into part.fact_@kind@_@within@_new (@columns@, submission_key, known_from)
select @columns@, $1, $1
from pg_temp.fresh
