-- pg_temp.input → dwh.indicator_owner; owners no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select indicator, part, region, valid_from::date as valid_from,
       coalesce(nullif(valid_until, '')::date, 'infinity') as valid_until, agency, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.indicator is null as is_new
from pg_temp.wanted w
left join dwh.indicator_owner d using (indicator, part, region, valid_from)
where d.indicator is null
   or (d.valid_until, d.agency, d.source) is distinct from (w.valid_until, w.agency, w.source);

create temp table removed on commit drop as
select indicator, part, region, valid_from
from dwh.indicator_owner
except
select indicator, part, region, valid_from
from pg_temp.wanted;

delete from dwh.indicator_owner d
using pg_temp.removed r
where r.indicator = d.indicator
  and r.part = d.part
  and r.region = d.region
  and r.valid_from = d.valid_from;

update dwh.indicator_owner d
set valid_until = w.valid_until,
    agency = w.agency,
    source = w.source
from pg_temp.difference w
where w.indicator = d.indicator
  and w.part = d.part
  and w.region = d.region
  and w.valid_from = d.valid_from;

insert into dwh.indicator_owner (indicator, part, region, valid_from, valid_until, agency, source)
select indicator, part, region, valid_from, valid_until, agency, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
