-- $1 the new submission, $2 the one that it supersedes, 0 for none: what other slots told of the same facts is history, for the
-- later load holds
insert into dwh.fact_@kind@_history
select f.*, $1
from (select * from dwh.fact_@kind@ f where @within@ and f.submission_key <> $2) f
join pg_temp.fresh n using (@key@);

delete from dwh.fact_@kind@ f
using pg_temp.fresh n
where @match@
  and @within@
  and f.submission_key <> $2
