-- pg_temp.input → dwh.identity; identities no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select identity, string_to_array(parts, ' ') as parts, relation, total, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.identity is null as is_new
from pg_temp.wanted w
left join dwh.identity d using (identity)
where d.identity is null
   or (d.parts, d.relation, d.total, d.source) is distinct from (w.parts, w.relation, w.total, w.source);

create temp table removed on commit drop as
select identity
from dwh.identity
except
select identity
from pg_temp.wanted;

delete from dwh.identity
where identity in (select identity from pg_temp.removed);

update dwh.identity d
set parts = w.parts,
    relation = w.relation,
    total = w.total,
    source = w.source
from pg_temp.difference w
where w.identity = d.identity;

insert into dwh.identity (identity, parts, relation, total, source)
select identity, parts, relation, total, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
