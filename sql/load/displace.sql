-- $1 the new submission, $2 the one it supersedes, 0 for none. Moves to the history what the new submission's rows cover
-- and what the superseded one told.
create temp table gone on commit drop as
select @key@
from dwh.fact_@kind@ f
left join pg_temp.fresh n using (@key@)
where f.submission_key = $2
  and n.row_no is null;

-- the superseded submission's rows
insert into dwh.fact_@kind@_history
select f.*, $1
from dwh.fact_@kind@ f
where f.submission_key = $2;

delete from dwh.fact_@kind@ f
where f.submission_key = $2;

-- rows of other slots for the same facts: the later load holds
insert into dwh.fact_@kind@_history
select f.*, $1
from (select * from dwh.fact_@kind@ f where @within@) f
join pg_temp.fresh n using (@key@);

delete from dwh.fact_@kind@ f
using pg_temp.fresh n
where @match@
  and @within@
