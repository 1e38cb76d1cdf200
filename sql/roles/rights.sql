-- Every right on the warehouse's schemas, relations and functions that is not as it should be: lacking, or there and not wanted,
-- whoever has it. Only memberships give rights: what was granted to a login role itself is taken back.
with relation as (
    select c.oid, n.nspname as schema, c.relname as name, c.relkind as kind, c.relowner as owner, c.relispartition as is_part,
           coalesce(c.relacl, pg_catalog.acldefault(case when c.relkind = 'S' then 's'::"char" else 'r'::"char" end, c.relowner)) as acl,
           -- rows of persons: whatever has a token, and what the door keeps of those who asked
           n.nspname = 'audit' and c.relname in ('person_access', 'erased', 'erasure', 'identity_key')
               or exists (select
                          from pg_catalog.pg_attribute a
                          where a.attrelid = c.oid
                            and a.attname in ('child', 'later_child', 'person', 'household', 'token')
                            and not a.attisdropped) as is_person
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
      and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
), wanted as (
    -- readers: never persons, facts of coverage alone, and of audit what says where a figure comes from
    select b.role, r.oid, 'SELECT' as privilege
    from relation r
    cross join unnest(array['kp2s_bi_province', 'kp2s_bi_regency']) b (role)
    where r.kind in ('r', 'p', 'v')
      and not r.is_part
      and not r.is_person
      and (r.schema in ('bi', 'review', 'publish')
           or r.schema = 'dwh' and (r.name not like 'fact\_%' or r.name = 'fact_coverage')
           or r.schema = 'audit' and r.name in ('submission', 'reader'))
    union all
    select 'kp2s_bi_public', r.oid, 'SELECT'
    from relation r
    where r.schema = 'publish'
      and r.kind in ('r', 'p', 'v')
    union all
    select 'kp2s_person', r.oid, 'SELECT' -- whether it is the right key
    from relation r
    where r.schema = 'audit'
      and r.name = 'identity_key'
    union all
    -- jobs: the loader writes what comes in, the publisher what is made of it
    select 'kp2s_loader', r.oid, p.privilege
    from relation r
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p (privilege)
    where r.schema in ('audit', 'dwh', 'review')
      and not r.is_part
      and case
              when r.kind not in ('r', 'p', 'v') or r.name = 'person_access' then false
              when r.kind = 'v' or r.name in ('migration', 'erased') then p.privilege = 'SELECT'
              when r.name = 'erasure' then p.privilege in ('SELECT', 'INSERT')
              else true
          end
    union all
    select 'kp2s_publisher', r.oid, p.privilege
    from relation r
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p (privilege)
    where r.schema not in ('bi', 'part')
      and r.kind in ('r', 'p', 'v')
      and not r.is_part
      and (p.privilege = 'SELECT' and r.name not in ('person_access', 'erased')
           or r.schema in ('review', 'publish') and r.kind <> 'v')
    union all
    select b.role, r.oid, 'SELECT'
    from relation r
    cross join unnest(array['kp2s_loader', 'kp2s_publisher']) b (role)
    where r.schema = 'bi'
      and r.kind = 'v'
    union all
    select b.role, r.oid, 'USAGE'
    from relation r
    cross join unnest(array['kp2s_loader', 'kp2s_publisher']) b (role)
    where r.kind = 'S'
      and (r.schema in ('review', 'publish') or b.role = 'kp2s_loader')
), had as (
    select r.oid, a.grantee, a.privilege_type as privilege
    from relation r
    cross join pg_catalog.aclexplode(r.acl) a
    where a.grantee <> r.owner
), relation_change as (
    select 'granted' as change, w.role, w.oid::pg_catalog.regclass::text as object, w.privilege,
           format('grant %s on %s %s to %I', w.privilege,
                  case when w.privilege = 'USAGE' then 'sequence' else 'table' end, w.oid::pg_catalog.regclass, w.role) as statement
    from wanted w
    join pg_catalog.pg_roles g on g.rolname = w.role
    where not exists (select from had h where h.oid = w.oid and h.grantee = g.oid and h.privilege = w.privilege)
    union all
    select 'revoked', coalesce(g.rolname, 'public'), h.oid::pg_catalog.regclass::text, h.privilege,
           format('revoke %s on %s from %s', h.privilege, h.oid::pg_catalog.regclass, coalesce(quote_ident(g.rolname), 'public'))
    from had h
    left join pg_catalog.pg_roles g on g.oid = h.grantee
    where not exists (select from wanted w where w.oid = h.oid and w.role = g.rolname and w.privilege = h.privilege)
    union all
    select 'revoked', coalesce(g.rolname, 'public'), format('%s (%s)', r.oid::pg_catalog.regclass, t.attname), a.privilege_type,
           format('revoke %s (%I) on %s from %s', a.privilege_type, t.attname, r.oid::pg_catalog.regclass,
                  coalesce(quote_ident(g.rolname), 'public'))
    from relation r
    join pg_catalog.pg_attribute t on t.attrelid = r.oid and t.attacl is not null
    cross join pg_catalog.aclexplode(t.attacl) a
    left join pg_catalog.pg_roles g on g.oid = a.grantee
    where a.grantee <> r.owner
), schema_wanted as (
    select w.role, unnest(w.schemas) as schema
    from (values ('kp2s_bi_province', array['audit', 'dwh', 'review', 'bi', 'publish']),
                 ('kp2s_bi_regency', array['audit', 'dwh', 'review', 'bi', 'publish']),
                 ('kp2s_bi_public', array['publish']),
                 ('kp2s_person', array['audit']),
                 ('kp2s_loader', array['audit', 'dwh', 'review', 'bi']),
                 ('kp2s_publisher', array['audit', 'dwh', 'review', 'bi', 'publish'])) w (role, schemas)
), schema_had as (
    select n.nspname as schema, a.grantee, a.privilege_type as privilege
    from pg_catalog.pg_namespace n
    cross join pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
      and a.grantee <> n.nspowner
), schema_change as (
    select 'granted' as change, w.role, 'schema ' || w.schema as object, 'USAGE' as privilege,
           format('grant usage on schema %I to %I', w.schema, w.role) as statement
    from schema_wanted w
    join pg_catalog.pg_roles g on g.rolname = w.role
    where not exists (select from schema_had h where h.schema = w.schema and h.grantee = g.oid and h.privilege = 'USAGE')
    union all
    select 'revoked', coalesce(g.rolname, 'public'), 'schema ' || h.schema, h.privilege,
           format('revoke %s on schema %I from %s', h.privilege, h.schema, coalesce(quote_ident(g.rolname), 'public'))
    from schema_had h
    left join pg_catalog.pg_roles g on g.oid = h.grantee
    where h.privilege <> 'USAGE'
       or not exists (select from schema_wanted w where w.schema = h.schema and w.role = g.rolname)
), door as ( -- functions with their owner's rights: only for those who may ask about persons
    select p.oid, p.proowner as owner, p.proname as name,
           coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)) as acl
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
      and (p.prosecdef or p.proname = 'asked_for')
), door_change as (
    select 'granted' as change, 'kp2s_person' as role, d.oid::pg_catalog.regprocedure::text as object, 'EXECUTE' as privilege,
           format('grant execute on function %s to kp2s_person', d.oid::pg_catalog.regprocedure) as statement
    from door d
    where d.name in ('ask', 'held', 'erase', 'persons_of_file', 'retention_due', 'retain')
      and not exists (select
                      from pg_catalog.aclexplode(d.acl) a
                      join pg_catalog.pg_roles g on g.oid = a.grantee
                      where g.rolname = 'kp2s_person')
    union all
    select 'revoked', coalesce(g.rolname, 'public'), d.oid::pg_catalog.regprocedure::text, 'EXECUTE',
           format('revoke execute on function %s from %s', d.oid::pg_catalog.regprocedure, coalesce(quote_ident(g.rolname), 'public'))
    from door d
    cross join pg_catalog.aclexplode(d.acl) a
    left join pg_catalog.pg_roles g on g.oid = a.grantee
    where a.grantee <> d.owner
      and (g.rolname is distinct from 'kp2s_person' or d.name = 'asked_for')
)
select *
from (select * from schema_change
      union all
      select * from relation_change
      union all
      select * from door_change) c
order by c.change, c.object, c.role, c.privilege
