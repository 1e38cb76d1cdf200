-- pg_temp.input → dwh.deadline; deadlines no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select form, period, region, agency, due_on::date as due_on, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.form is null as is_new
from pg_temp.wanted w
left join dwh.deadline d using (form, period, region)
where d.form is null
   or (d.agency, d.due_on, d.source) is distinct from (w.agency, w.due_on, w.source);

create temp table removed on commit drop as
select form, period, region
from dwh.deadline
except
select form, period, region
from pg_temp.wanted;

delete from dwh.deadline d
using pg_temp.removed r
where r.form = d.form
  and r.period = d.period
  and r.region = d.region;

update dwh.deadline d
set agency = w.agency,
    due_on = w.due_on,
    source = w.source
from pg_temp.difference w
where w.form = d.form
  and w.period = d.period
  and w.region = d.region;

insert into dwh.deadline (form, period, region, agency, due_on, source)
select form, period, region, agency, due_on, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
