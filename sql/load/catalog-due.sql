-- pg_temp.input → dwh.service_due; rules no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select service, from_months::smallint as from_months, nutrition, until_months::smallint as until_months, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.service is null as is_new
from pg_temp.wanted w
left join dwh.service_due d using (service, from_months, nutrition)
where d.service is null
   or (d.until_months, d.source) is distinct from (w.until_months, w.source);

create temp table removed on commit drop as
select service, from_months, nutrition
from dwh.service_due
except
select service, from_months, nutrition
from pg_temp.wanted;

delete from dwh.service_due d
using pg_temp.removed r
where r.service = d.service
  and r.from_months = d.from_months
  and r.nutrition = d.nutrition;

update dwh.service_due d
set until_months = w.until_months,
    source = w.source
from pg_temp.difference w
where w.service = d.service
  and w.from_months = d.from_months
  and w.nutrition = d.nutrition;

insert into dwh.service_due (service, from_months, nutrition, until_months, source)
select service, from_months, nutrition, until_months, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
