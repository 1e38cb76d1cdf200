-- what of the warehouse does not belong to kp2s_owner
with thing as (
    select 'schema' as kind, quote_ident(n.nspname) as name, n.nspowner as owner
    from pg_catalog.pg_namespace n
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
    union all
    select case when c.relkind = 'v' then 'view' else 'table' end, c.oid::pg_catalog.regclass::text, c.relowner
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
      and c.relkind in ('r', 'p', 'v') -- sequences are their columns', and go with them
    union all
    select 'function', p.oid::pg_catalog.regprocedure::text, p.proowner
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
)
select 'owns' as change, 'kp2s_owner' as role, t.name as object, '' as privilege,
       format('alter %s %s owner to kp2s_owner', t.kind, t.name) as statement
from thing t
join pg_catalog.pg_roles r on r.oid = t.owner
where r.rolname <> 'kp2s_owner'
order by t.kind <> 'schema', t.name
