-- true when no partition lies outside part, every foreign key of the star is filled and leads to one column, and everything new is
-- explained
select (select count(*) > 0 and bool_and(c.relnamespace = to_regnamespace('part'))
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_class p on p.oid = i.inhparent
        where p.relnamespace = 'dwh'::regnamespace
          and p.relkind = 'p')
   and not exists (select
                   from pg_constraint k
                   join pg_class c on c.oid = k.conrelid
                   join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                   where k.contype = 'f'
                     and c.relnamespace = 'dwh'::regnamespace
                     and c.relname like 'fact\_%'
                     and (cardinality(k.conkey) > 1 or not a.attnotnull))
   and not exists (select
                   from pg_class c
                   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                   where (c.relnamespace = 'bi'::regnamespace
                          and (c.relname like 'dim\_%' or c.relname in ('fact_coverage', 'coverage_today', 'dictionary'))
                          or c.relnamespace = 'dwh'::regnamespace
                          and c.relname in ('dim_system', 'dim_form', 'dim_sex', 'dim_age_group', 'region_today', 'region_split',
                                            'dictionary'))
                     and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null
                          or c.relkind = 'v' and not 'security_invoker=true' = any (coalesce(c.reloptions, '{}'))))
