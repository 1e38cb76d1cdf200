-- true when the facts and their history are there, every fact key holds regency_key, and nothing has triggers of ours
select (select count(*) = 8
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'dwh'
          and c.relname ~ '^fact_(coverage|measurement|service|assessment)(_history)?$')
   and (select count(*) = 4
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class c on c.oid = k.conrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
        where n.nspname = 'dwh'
          and c.relname in ('fact_coverage', 'fact_measurement', 'fact_service', 'fact_assessment')
          and k.contype = 'p'
          and a.attname = 'regency_key')
   and not exists (select
                   from pg_catalog.pg_trigger t
                   join pg_catalog.pg_class c on c.oid = t.tgrelid
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname in ('audit', 'dwh', 'review', 'bi')
                     and not t.tgisinternal);
