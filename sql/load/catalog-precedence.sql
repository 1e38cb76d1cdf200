-- pg_temp.input → dwh.form_precedence, in the order of the file; rows no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select indicator, form, source, row_number() over (partition by indicator order by line::bigint)::integer as position
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.indicator is null as is_new
from pg_temp.wanted w
left join dwh.form_precedence d using (indicator, form)
where d.indicator is null
   or (d.position, d.source) is distinct from (w.position, w.source);

create temp table removed on commit drop as
select indicator, form
from dwh.form_precedence
except
select indicator, form
from pg_temp.wanted;

delete from dwh.form_precedence d
using pg_temp.removed r
where r.indicator = d.indicator
  and r.form = d.form;

update dwh.form_precedence d
set position = w.position,
    source = w.source
from pg_temp.difference w
where w.indicator = d.indicator
  and w.form = d.form;

insert into dwh.form_precedence (indicator, form, position, source)
select indicator, form, position, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
