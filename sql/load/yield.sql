-- $1 the new submission: of what a form tells that counts before this one, its rows wait in the history for their turn
create temp table yielding on commit drop as
select n.*
from (select * from dwh.fact_@kind@ f where @within@) f
join pg_temp.fresh n using (@key@)
where @yields@;

delete from pg_temp.fresh n
using pg_temp.yielding f
where @match@;

insert into dwh.fact_@kind@_history (@columns@, submission_key, known_from, known_until)
select @columns@, $1, $1, $1
from pg_temp.yielding
