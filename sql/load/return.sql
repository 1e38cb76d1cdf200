-- $1 the new submission. What the superseded submission said and the new one does not: of the other slots'
-- current submissions that said something one holds again: of the form that counts first, else the last. The last statement tells how many rows.
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
from pg_temp.back
