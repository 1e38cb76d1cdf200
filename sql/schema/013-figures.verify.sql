-- true when the new figures are guarded by policies, seen with the reader's rights, explained, and no percentage can overflow
select (select count(*) = 7 and bool_and(c.relrowsecurity)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'review'
          and c.relname in ('coverage_region', 'survey', 'prevalence_region', 'convergence_region', 'submission_due', 'aspect', 'peer'))
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname in ('bi', 'review')
                     and c.relkind = 'v'
                     and not 'security_invoker=true' = any (coalesce(c.reloptions, '{}')))
   and (select a.atttypmod = -1
        from pg_catalog.pg_attribute a
        where a.attrelid = 'review.coverage'::pg_catalog.regclass
          and a.attname = 'percent')
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   join pg_catalog.pg_attribute a on a.attrelid = c.oid
                   where n.nspname in ('dwh', 'review', 'bi')
                     and c.relkind in ('r', 'p', 'v')
                     and not c.relispartition
                     and a.attnum > 0
                     and not a.attisdropped
                     and pg_catalog.col_description(c.oid, a.attnum) is null);
