-- true when BI roles reach no person rows, and coverage, submissions and every result of the review are guarded by policies
select not exists (select
                   from unnest(array['kp2s_bi_province', 'kp2s_bi_regency']) r
                   cross join unnest(array['dwh.fact_measurement', 'dwh.fact_service', 'dwh.fact_measurement_history',
                                           'dwh.fact_service_history', 'audit.remark']) t
                   where pg_catalog.has_table_privilege(r, t, 'select'))
   and not exists (select
                   from pg_catalog.pg_class c
                   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                   where (n.nspname || '.' || c.relname in ('dwh.fact_coverage', 'audit.submission', 'audit.reader')
                          or (n.nspname = 'review' and c.relkind in ('r', 'p') and c.relname not like 'instrument%'))
                     and not (c.relrowsecurity
                              and exists (select from pg_catalog.pg_policy y where y.polrelid = c.oid)));
