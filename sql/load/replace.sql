-- $1 the new submission, $2 the one it supersedes, 0 for none. Moves what is no longer current to the history, puts
-- the new rows in its place, and lets rows of other slots return where the superseded one had covered them.
create temp table gone on commit drop as
select @key@
from dwh.fact_@kind@ f
left join pg_temp.fresh n using (@key@)
where f.submission_key = $2
  and n.known_from is null;

-- the superseded submission's rows
insert into dwh.fact_@kind@_history
select f.*, $1
from dwh.fact_@kind@ f
where f.submission_key = $2;

delete from dwh.fact_@kind@ f
where f.submission_key = $2;

-- what a form tells that counts before this one stays; the rows here wait in the history for their turn
create temp table yielding on commit drop as
select n.*
from pg_temp.fresh n
join dwh.fact_@kind@ f using (@key@)
where @yields@;

insert into dwh.fact_@kind@_history
select y.*, $1
from pg_temp.yielding y;

delete from pg_temp.fresh n
using pg_temp.yielding f
where @match@;

-- rows of other slots for the same facts: the later load holds
insert into dwh.fact_@kind@_history
select f.*, $1
from dwh.fact_@kind@ f
join pg_temp.fresh n using (@key@);

delete from dwh.fact_@kind@ f
using pg_temp.fresh n
where @match@;

insert into dwh.fact_@kind@
select *
from pg_temp.fresh;

-- what the superseded submission said and the new one does not: of the other slots' current submissions that said
-- something one holds again: of the form that counts first, else the last
create temp table back on commit drop as
select distinct on (@key@) h.*
from pg_temp.gone g
join dwh.fact_@kind@_history h using (@key@)
join audit.submission s on s.submission_key = h.submission_key
where s.superseded_by is null
order by @key@, @turn@h.submission_key desc, h.known_until desc;

update pg_temp.back
set known_from = $1;

alter table pg_temp.back drop column known_until;

insert into dwh.fact_@kind@
select *
from pg_temp.back;

insert into audit.remark (submission_key, remark_no, sheet, row_no, cell, severity, code, field, value, message)
select $1, remark_no, sheet, row_no, cell, severity, code, field, value, message
from pg_temp.stage
where rec = 'R';

select (select count(*) from dwh.fact_@kind@ where submission_key = $1)
           + (select count(*) from pg_temp.yielding) as inserted,
       (select count(*) from pg_temp.gone) as withdrawn,
       (select count(*) from pg_temp.back) as returned;
