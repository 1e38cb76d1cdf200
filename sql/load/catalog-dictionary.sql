-- pg_temp.input → dwh.dictionary; rows no longer in the file are removed
drop table if exists pg_temp.difference, pg_temp.removed;

create temp table difference on commit drop as
select i.*, d.relation is null as is_new
from pg_temp.input i
left join dwh.dictionary d on d.relation = i.relation and d.column_name = i.name
where d.relation is null
   or (d.unit, d.source, d.comment_en) is distinct from (i.unit, i.source, i.comment_en);

create temp table removed on commit drop as
select relation, column_name
from dwh.dictionary
except
select i.relation, i.name
from pg_temp.input i;

delete from dwh.dictionary
where (relation, column_name) in (select relation, column_name from pg_temp.removed);

update dwh.dictionary d
set unit = i.unit,
    source = i.source,
    comment_en = i.comment_en
from pg_temp.difference i
where i.relation = d.relation
  and i.name = d.column_name;

insert into dwh.dictionary (relation, column_name, unit, source, comment_en)
select i.relation, i.name, i.unit, i.source, i.comment_en
from pg_temp.difference i
where i.is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
