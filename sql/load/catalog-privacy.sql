-- pg_temp.input → audit.privacy_rule; rules no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select rule, value::integer as value, unit, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.rule is null as is_new
from pg_temp.wanted w
left join audit.privacy_rule d using (rule)
where d.rule is null
   or (d.value, d.unit, d.source) is distinct from (w.value, w.unit, w.source);

create temp table removed on commit drop as
select rule
from audit.privacy_rule
except
select rule
from pg_temp.wanted;

delete from audit.privacy_rule
where rule in (select rule from pg_temp.removed);

update audit.privacy_rule d
set value = w.value,
    unit = w.unit,
    source = w.source
from pg_temp.difference w
where w.rule = d.rule;

insert into audit.privacy_rule (rule, value, unit, source)
select rule, value, unit, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
