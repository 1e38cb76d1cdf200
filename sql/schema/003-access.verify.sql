-- true when BI roles reach no person rows and coverage is guarded by policies
select not exists (select
                   from unnest(array['kp2s_bi_province', 'kp2s_bi_regency']) r
                   cross join unnest(array['dwh.fact_measurement', 'dwh.fact_service', 'dwh.fact_measurement_history',
                                           'dwh.fact_service_history', 'audit.remark']) t
                   where pg_catalog.has_table_privilege(r, t, 'select'))
   and (select c.relrowsecurity from pg_catalog.pg_class c where c.oid = 'dwh.fact_coverage'::pg_catalog.regclass);
