-- pg_temp.input → dwh.neighbour; pairs no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select region, neighbour, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.region is null as is_new
from pg_temp.wanted w
left join dwh.neighbour d using (region, neighbour)
where d.region is null
   or d.source is distinct from w.source;

create temp table removed on commit drop as
select region, neighbour
from dwh.neighbour
except
select region, neighbour
from pg_temp.wanted;

delete from dwh.neighbour d
using pg_temp.removed r
where r.region = d.region
  and r.neighbour = d.neighbour;

update dwh.neighbour d
set source = w.source
from pg_temp.difference w
where w.region = d.region
  and w.neighbour = d.neighbour;

insert into dwh.neighbour (region, neighbour, source)
select region, neighbour, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
