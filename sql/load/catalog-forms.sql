-- pg_temp.input → dwh.dim_form, each form by its latest version; forms that no layout reads any more stay, for submissions may
-- point to them
drop table if exists pg_temp.wanted, pg_temp.difference;

create temp table wanted on commit drop as
select distinct on (id) id as code, title as name, kind, agency, system
from pg_temp.input
order by id, version::integer desc;

create temp table difference on commit drop as
select w.*, d.code is null as is_new
from pg_temp.wanted w
left join dwh.dim_form d on d.code = w.code
where d.code is null
   or (d.name, d.kind, d.agency, d.system, d.known) is distinct from (w.name, w.kind, w.agency, w.system, true);

update dwh.dim_form d
set name = w.name,
    kind = w.kind,
    agency = w.agency,
    system = w.system,
    known = true
from pg_temp.difference w
where w.code = d.code;

insert into dwh.dim_form (code, name, kind, agency, system, known)
select code, name, kind, agency, system, true
from pg_temp.difference
where is_new
on conflict do nothing;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
