-- true when no column of the star, of audit, of the instruments and of what BI sees is left unexplained
select not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   join pg_catalog.pg_attribute a on a.attrelid = c.oid
                   where (n.nspname in ('audit', 'dwh')
                          or (n.nspname = 'review' and c.relname like 'instrument%')
                          or n.nspname = 'bi')
                     and c.relkind in ('r', 'p', 'v')
                     and not c.relispartition
                     and a.attnum > 0
                     and not a.attisdropped
                     and pg_catalog.col_description(c.oid, a.attnum) is null);
