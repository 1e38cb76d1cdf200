-- true when the new columns are there, explained, in key and histories, and the households are out of BI's sight
select (select pg_catalog.pg_get_constraintdef(k.oid) like '%puskesmas%'
        from pg_catalog.pg_constraint k
        where k.conrelid = 'dwh.fact_coverage'::pg_catalog.regclass
          and k.conname = 'fact_coverage_pk')
   and not exists (select -- every history is its fact and known_until, in this order
                   from unnest(array['coverage', 'measurement', 'service', 'assessment']) kind
                   where (select array_agg(a.attname order by a.attnum) || 'known_until'::name
                          from pg_catalog.pg_attribute a
                          where a.attrelid = ('dwh.fact_' || kind)::pg_catalog.regclass
                            and a.attnum > 0
                            and not a.attisdropped)
                         <> (select array_agg(a.attname order by a.attnum)
                             from pg_catalog.pg_attribute a
                             where a.attrelid = ('dwh.fact_' || kind || '_history')::pg_catalog.regclass
                               and a.attnum > 0
                               and not a.attisdropped))
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   join pg_catalog.pg_attribute a on a.attrelid = c.oid
                   where n.nspname in ('dwh', 'bi')
                     and c.relkind in ('r', 'p', 'v')
                     and not c.relispartition
                     and a.attnum > 0
                     and not a.attisdropped
                     and pg_catalog.col_description(c.oid, a.attnum) is null)
   and not exists (select
                   from pg_catalog.pg_attribute a
                   join pg_catalog.pg_class c on c.oid = a.attrelid
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'bi'
                     and a.attname = 'household')
   and not exists (select
                   from unnest(array['kp2s_bi_province', 'kp2s_bi_regency']) r
                   cross join unnest(array['dwh.fact_measurement_history', 'dwh.fact_service_history']) t
                   where pg_catalog.has_table_privilege(r, t, 'select'));
