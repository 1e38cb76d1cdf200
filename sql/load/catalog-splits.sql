-- pg_temp.input → dwh.region_split; divisions no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select from_code, to_code, day::date as day, weight::numeric as weight, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.from_code is null as is_new
from pg_temp.wanted w
left join dwh.region_split d using (from_code, to_code)
where d.from_code is null
   or (d.day, d.weight, d.source) is distinct from (w.day, w.weight, w.source);

create temp table removed on commit drop as
select from_code, to_code
from dwh.region_split
except
select from_code, to_code
from pg_temp.wanted;

delete from dwh.region_split
where (from_code, to_code) in (select from_code, to_code from pg_temp.removed);

update dwh.region_split d
set day = w.day,
    weight = w.weight,
    source = w.source
from pg_temp.difference w
where w.from_code = d.from_code
  and w.to_code = d.to_code;

insert into dwh.region_split (from_code, to_code, day, weight, source)
select from_code, to_code, day, weight, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
