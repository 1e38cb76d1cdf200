-- pg_temp.input → dwh.check_rule; rules no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select kind, scale, subject, threshold::numeric as threshold, peers::integer as peers, base::numeric as base,
       difference::numeric as difference, serious::numeric as serious, source
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.kind is null as is_new
from pg_temp.wanted w
left join dwh.check_rule d using (kind, scale, subject)
where d.kind is null
   or (d.threshold, d.peers, d.base, d.difference, d.serious, d.source)
      is distinct from (w.threshold, w.peers, w.base, w.difference, w.serious, w.source);

create temp table removed on commit drop as
select kind, scale, subject
from dwh.check_rule
except
select kind, scale, subject
from pg_temp.wanted;

delete from dwh.check_rule d
using pg_temp.removed r
where r.kind = d.kind
  and r.scale = d.scale
  and r.subject = d.subject;

update dwh.check_rule d
set threshold = w.threshold,
    peers = w.peers,
    base = w.base,
    difference = w.difference,
    serious = w.serious,
    source = w.source
from pg_temp.difference w
where w.kind = d.kind
  and w.scale = d.scale
  and w.subject = d.subject;

insert into dwh.check_rule (kind, scale, subject, threshold, peers, base, difference, serious, source)
select kind, scale, subject, threshold, peers, base, difference, serious, source
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
