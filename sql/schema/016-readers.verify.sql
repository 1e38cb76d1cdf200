-- true when no policy looks at the login role alone
select not exists (select
                   from pg_catalog.pg_policy y
                   join pg_catalog.pg_class c on c.oid = y.polrelid
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
                     and pg_catalog.pg_get_expr(y.polqual, y.polrelid) ~ 'role_name = CURRENT_USER');
