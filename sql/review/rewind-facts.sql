-- @within@: facts of the year. What was not known yet goes, what was known then is current again: to be rolled back
delete from dwh.fact_@kind@ f
using pg_temp.later l
where l.submission_key = f.known_from
  and @within@;

create temp table back on commit drop as
select f.*
from dwh.fact_@kind@_history f
where @within@
  and f.known_until in (select submission_key from pg_temp.later)
  and f.known_from not in (select submission_key from pg_temp.later);

alter table pg_temp.back drop column known_until;

insert into dwh.fact_@kind@
select *
from pg_temp.back;

drop table pg_temp.back
