-- Policies that were written for login roles look at memberships, as those of 012 do: a role reads what audit.reader says of it, and
-- of every role it is a member of.
create function audit.reads_as(role_name text)
returns boolean
language sql stable
set search_path = ''
as $$
    select exists (select
                   from pg_catalog.pg_roles o
                   where o.rolname = $1
                     and pg_catalog.pg_has_role(o.oid, 'usage'))
$$;
comment on function audit.reads_as(text) is 'true: peran yang bertanya adalah peran itu, atau anggotanya';

do $$
declare
    old record;
begin
    for old in
        select y.polname, y.polrelid::pg_catalog.regclass as relation, pg_catalog.pg_get_expr(y.polqual, y.polrelid) as condition
        from pg_catalog.pg_policy y
        join pg_catalog.pg_class c on c.oid = y.polrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
          and pg_catalog.pg_get_expr(y.polqual, y.polrelid) ~ 'role_name = CURRENT_USER'
    loop
        execute format('alter policy %I on %s using (%s)', old.polname, old.relation,
                       regexp_replace(old.condition, '(\w+\.)?role_name = CURRENT_USER', 'audit.reads_as(\1role_name)', 'g'));
    end loop;
end
$$;
