-- true when every type and direction of the catalogue is taken, owners are there and nothing new is left unexplained
select (select count(*) = 2
        from pg_catalog.pg_constraint k
        where k.conrelid = 'dwh.dim_indicator'::pg_catalog.regclass
          and (pg_catalog.pg_get_constraintdef(k.oid) like '%percent%'
               or pg_catalog.pg_get_constraintdef(k.oid) like '%none%'))
   and pg_catalog.to_regprocedure('dwh.owner_of(text, text, text, date)') is not null
   and (select pg_catalog.pg_get_constraintdef(k.oid) like '%reported%'
        from pg_catalog.pg_constraint k
        where k.conrelid = 'dwh.fact_coverage'::pg_catalog.regclass
          and k.conname = 'fact_coverage_filled_ck')
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   join pg_catalog.pg_attribute a on a.attrelid = c.oid
                   where n.nspname in ('dwh', 'bi')
                     and c.relkind in ('r', 'p', 'v')
                     and not c.relispartition
                     and a.attnum > 0
                     and not a.attisdropped
                     and pg_catalog.col_description(c.oid, a.attnum) is null);
