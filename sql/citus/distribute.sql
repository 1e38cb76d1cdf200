-- What kp2s-migrate --citus does, in this order: whatever has no kabupaten/kota is copied to every node, then facts, their history
-- and the review's figures are distributed by theirs. state: applied where Citus holds the table so already. Without the
-- extension no table is. A table whose keys lead to another comes after it.
with recursive relation as (
    select c.oid, n.nspname as schema, c.relname as name, c.oid::pg_catalog.regclass::text as full_name,
           exists (select
                   from pg_catalog.pg_attribute a
                   where a.attrelid = c.oid
                     and a.attname = 'regency_key'
                     and not a.attisdropped)
               and (n.nspname = 'review' or c.relname like 'fact\_%') as is_distributed
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('audit', 'dwh', 'review', 'publish')
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and (n.nspname, c.relname) <> ('audit', 'migration')
), depth (oid, n) as (
    select oid, 0
    from relation
    union
    select k.conrelid, d.n + 1
    from depth d
    join pg_catalog.pg_constraint k on k.confrelid = d.oid and k.contype = 'f' and k.conrelid <> k.confrelid
    where d.n < 20
), statement as (
    select r.full_name, r.is_distributed, max(d.n) as n,
           case
               when r.is_distributed
                   then format('select create_distributed_table(%L, ''regency_key'', colocate_with => %L)', r.full_name,
                               case when r.full_name = 'dwh.fact_coverage' then 'none' else 'dwh.fact_coverage' end)
               else format('select create_reference_table(%L)', r.full_name)
           end as statement
    from relation r
    join depth d on d.oid = r.oid
    group by r.full_name, r.is_distributed
)
select s.full_name, s.statement
from statement s
order by s.is_distributed, s.full_name <> 'dwh.fact_coverage' and s.is_distributed, s.n, s.full_name
