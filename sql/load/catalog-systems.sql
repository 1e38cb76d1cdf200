-- pg_temp.input → dwh.dim_system; systems no longer in the file stay, for submissions may point to them
drop table if exists pg_temp.difference;

create temp table difference on commit drop as
select i.*, d.code is null as is_new
from pg_temp.input i
left join dwh.dim_system d on d.code = i.code
where d.code is null
   or (d.name, d.name_en, d.kind, d.known) is distinct from (i.name, i.name_en, i.kind, true);

update dwh.dim_system d
set name = i.name,
    name_en = i.name_en,
    kind = i.kind,
    known = true
from pg_temp.difference i
where i.code = d.code;

insert into dwh.dim_system (code, name, name_en, kind, known)
select code, name, name_en, kind, true
from pg_temp.difference
where is_new
on conflict do nothing;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
