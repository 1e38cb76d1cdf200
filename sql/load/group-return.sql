-- $1 a submission that is not taken into @within@ after all: its rows are staged as any others
insert into pg_temp.fresh (@columns@)
select @columns@
from part.fact_@kind@_@within@_new
where submission_key = $1;

delete from part.fact_@kind@_@within@_new
where submission_key = $1
