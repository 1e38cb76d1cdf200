-- $1 the new submission, $2 the one it supersedes, 0 for none. Moves to the history what the new submission's rows cover
-- and what the superseded one told. The last statement tells how many of the new rows wait in the history instead.
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

-- what a form tells that counts before this one stays; the rows here wait for their turn
create temp table yielding on commit drop as
select n.*
from (select * from dwh.fact_@kind@ f where @within@) f
join pg_temp.fresh n using (@key@)
where @yields@;

insert into dwh.fact_@kind@_history (@columns@, submission_key, known_from, known_until)
select @columns@, $1, $1, $1
from pg_temp.yielding;

delete from pg_temp.fresh n
using pg_temp.yielding f
where @match@;

-- rows of other slots for the same facts: the later load holds
insert into dwh.fact_@kind@_history
select f.*, $1
from (select * from dwh.fact_@kind@ f where @within@) f
join pg_temp.fresh n using (@key@);

delete from dwh.fact_@kind@ f
using pg_temp.fresh n
where @match@
  and @within@;

select count(*) from pg_temp.yielding
