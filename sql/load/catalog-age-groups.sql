-- pg_temp.input → dwh.dim_age_group; age groups no longer in the file stay, for facts may point to them
drop table if exists pg_temp.difference;

create temp table difference on commit drop as
select i.*, d.code is null as is_new
from pg_temp.input i
left join dwh.dim_age_group d on d.code = i.code
where d.code is null
   or (d.name, d.name_en, d.known) is distinct from (i.name, i.name_en, true);

update dwh.dim_age_group d
set name = i.name,
    name_en = i.name_en,
    known = true
from pg_temp.difference i
where i.code = d.code;

insert into dwh.dim_age_group (code, name, name_en, known)
select code, name, name_en, true
from pg_temp.difference
where is_new
on conflict do nothing;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
