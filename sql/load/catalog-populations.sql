-- pg_temp.input → dwh.population, in the order of the file; rows no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select population, indicator, part, source,
       row_number() over (partition by population order by line::bigint)::integer as position
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.indicator is null as is_new
from pg_temp.wanted w
left join dwh.population d using (indicator, part)
where d.indicator is null
   or (d.population, d.position, d.source) is distinct from (w.population, w.position, w.source);

create temp table removed on commit drop as
select indicator, part
from dwh.population
except
select indicator, part
from pg_temp.wanted;

delete from dwh.population d
using pg_temp.removed r
where r.indicator = d.indicator
  and r.part = d.part;

update dwh.population d
set population = w.population,
    position = w.position,
    source = w.source
from pg_temp.difference w
where w.indicator = d.indicator
  and w.part = d.part;

insert into dwh.population (population, indicator, part, position, source)
select population, indicator, part, position, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
