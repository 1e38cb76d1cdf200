-- pg_temp.input → dwh.lokus; villages no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select year::smallint as year, region, decree, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.year is null as is_new
from pg_temp.wanted w
left join dwh.lokus d using (year, region)
where d.year is null
   or (d.decree, d.source) is distinct from (w.decree, w.source);

create temp table removed on commit drop as
select year, region
from dwh.lokus
except
select year, region
from pg_temp.wanted;

delete from dwh.lokus d
using pg_temp.removed r
where r.year = d.year
  and r.region = d.region;

update dwh.lokus d
set decree = w.decree,
    source = w.source
from pg_temp.difference w
where w.year = d.year
  and w.region = d.region;

insert into dwh.lokus (year, region, decree, source)
select year, region, decree, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
