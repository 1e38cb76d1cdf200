-- true when the review tables are there and no view of bi runs with its owner's rights
select (select count(*) = 6
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'review'
          and c.relkind in ('r', 'p')
          and c.relname in ('coverage', 'prevalence', 'convergence', 'assessment', 'completeness', 'ranking'))
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname in ('bi', 'review')
                     and c.relkind = 'v'
                     and not 'security_invoker=true' = any (coalesce(c.reloptions, '{}')));
