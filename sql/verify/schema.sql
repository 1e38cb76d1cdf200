-- $1 the schemas of the migrations, an array. What they hold: kind, name and definition of each object, in the order of bytes. What belongs to a
-- partition only because it does to its table is told of the table alone: a year's partition that was made by a load has other
-- names for it.
with space as (
    select n.oid, n.nspname, n.nspowner, n.nspacl
    from pg_catalog.pg_namespace n
    where n.nspname = any ($1::text[])
), relation as (
    select c.*, c.oid::pg_catalog.regclass::text as name,
           array_to_string(c.reloptions, ', ') as options
    from pg_catalog.pg_class c
    join space s on s.oid = c.relnamespace
), object as (
    select 'schema' as class, nspname as name, '' as definition, oid, 'pg_namespace' as catalog, 0 as part
    from space
    union all
    select 'table', name,
           concat_ws(' ', case relpersistence when 'u' then 'unlogged' when 't' then 'temporary' end, 'table',
                     'partition by ' || pg_catalog.pg_get_partkeydef(oid),
                     'partition of ' || (select i.inhparent::pg_catalog.regclass from pg_catalog.pg_inherits i where i.inhrelid = oid),
                     pg_catalog.pg_get_expr(relpartbound, oid), 'with (' || options || ')',
                     case when relrowsecurity then 'row level security' end, case when relforcerowsecurity then 'forced' end),
           oid, 'pg_class', 0
    from relation
    where relkind in ('r', 'p', 'f')
    union all
    select 'view', name,
           concat_ws(' ', case relkind when 'm' then 'materialized' end, 'with (' || options || ')', 'as', pg_catalog.pg_get_viewdef(oid)),
           oid, 'pg_class', 0
    from relation
    where relkind in ('v', 'm')
    union all
    select 'sequence', r.name,
           concat_ws(' ', s.seqtypid::pg_catalog.regtype, 'start', s.seqstart, 'increment', s.seqincrement, 'minimum', s.seqmin, 'maximum',
                     s.seqmax, 'cache', s.seqcache, case when s.seqcycle then 'cycle' end),
           r.oid, 'pg_class', 0
    from relation r
    join pg_catalog.pg_sequence s on s.seqrelid = r.oid
    union all
    select 'index', r.name,
           concat_ws(' ', pg_catalog.pg_get_indexdef(r.oid), case when not i.indisvalid then 'invalid' end),
           r.oid, 'pg_class', 0
    from relation r
    join pg_catalog.pg_index i on i.indexrelid = r.oid
    where not r.relispartition
    union all
    select 'column', r.name || '.' || a.attname,
           concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
                     'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), 'identity ' || nullif(a.attidentity::text, ''),
                     'generated ' || nullif(a.attgenerated::text, ''),
                     'collate ' || nullif(a.attcollation, t.typcollation)::pg_catalog.regcollation),
           r.oid, 'pg_class', a.attnum
    from relation r
    join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    where r.relkind in ('r', 'p', 'v', 'm', 'f')
      and not r.relispartition
    union all
    select 'constraint', r.name || '.' || k.conname,
           concat_ws(' ', pg_catalog.pg_get_constraintdef(k.oid), case when not k.convalidated then 'not validated' end),
           k.oid, 'pg_constraint', 0
    from relation r
    join pg_catalog.pg_constraint k on k.conrelid = r.oid
    where k.conparentid = 0
      and k.coninhcount = 0
    union all
    select 'trigger', r.name || '.' || g.tgname, pg_catalog.pg_get_triggerdef(g.oid), g.oid, 'pg_trigger', 0
    from relation r
    join pg_catalog.pg_trigger g on g.tgrelid = r.oid
    where not g.tgisinternal
      and g.tgparentid = 0
    union all
    select 'function', p.oid::pg_catalog.regprocedure::text,
           case when p.prokind = 'a' then 'aggregate' else pg_catalog.pg_get_functiondef(p.oid) end, p.oid, 'pg_proc', 0
    from pg_catalog.pg_proc p
    join space s on s.oid = p.pronamespace
    union all
    select 'policy', r.name || '.' || p.polname,
           concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, 'for', p.polcmd::text, 'to',
                     (select string_agg(coalesce(o.rolname, 'public'), ', ' order by o.rolname)
                      from unnest(p.polroles) g (oid)
                      left join pg_catalog.pg_roles o on o.oid = g.oid),
                     'using ' || pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                     'with check ' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)),
           p.oid, 'pg_policy', 0
    from relation r
    join pg_catalog.pg_policy p on p.polrelid = r.oid
), acl as (
    select 'schema ' || nspname as name, nspowner as owner, coalesce(nspacl, pg_catalog.acldefault('n', nspowner)) as acl
    from space
    union all
    select name, relowner,
           coalesce(relacl, pg_catalog.acldefault(case when relkind = 'S' then 's'::"char" else 'r'::"char" end, relowner))
    from relation
    where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select r.name || '.' || a.attname, r.relowner, a.attacl
    from relation r
    join pg_catalog.pg_attribute a on a.attrelid = r.oid
    where a.attacl is not null
    union all
    select p.oid::pg_catalog.regprocedure::text, p.proowner, coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
    from pg_catalog.pg_proc p
    join space s on s.oid = p.pronamespace
)
select class collate "C" as class, name collate "C" as name, definition
from object
union all
select 'comment', o.class || ' ' || o.name,
       case o.part
           when 0 then pg_catalog.obj_description(o.oid, o.catalog)
           else pg_catalog.col_description(o.oid, o.part)
       end
from object o
where case o.part
          when 0 then pg_catalog.obj_description(o.oid, o.catalog)
          else pg_catalog.col_description(o.oid, o.part)
      end is not null
union all -- what others than the owner may
select 'right', coalesce(o.rolname, 'public') || ' on ' || l.name,
       string_agg(x.privilege_type || case when x.is_grantable then ' with grant option' else '' end, ', '
                  order by x.privilege_type)
from acl l
cross join pg_catalog.aclexplode(l.acl) x
left join pg_catalog.pg_roles o on o.oid = x.grantee
where x.grantee <> l.owner
group by o.rolname, l.name
order by class, name
