-- pg_temp.input → dwh.dim_service; services no longer in the file stay, for facts may point to them
drop table if exists pg_temp.difference;

create temp table difference on commit drop as
select i.*, d.code is null as is_new
from pg_temp.input i
left join dwh.dim_service d on d.code = i.code
where d.code is null
   or (d.subject, d.name, d.package, d.period) is distinct from (i.subject, i.name, i.package, i.period);

update dwh.dim_service d
set subject = i.subject,
    name = i.name,
    package = i.package,
    period = i.period
from pg_temp.difference i
where i.code = d.code;

insert into dwh.dim_service (code, subject, name, package, period)
select code, subject, name, package, period
from pg_temp.difference
where is_new
order by code;

select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed, 0 as removed
from pg_temp.difference;
