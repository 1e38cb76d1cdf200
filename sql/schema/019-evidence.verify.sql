-- true when the fact has its kabupaten in the key, its history is the fact and known_until, the review of it is guarded and kept in
-- editions, readers see no fact, and every column is explained
select (select pg_catalog.pg_get_constraintdef(k.oid) like '%regency_key%'
        from pg_catalog.pg_constraint k
        where k.conrelid = pg_catalog.to_regclass('dwh.fact_evidence')
          and k.contype = 'p')
   and (select array_agg(a.attname order by a.attnum) || 'known_until'::name
        from pg_catalog.pg_attribute a
        where a.attrelid = pg_catalog.to_regclass('dwh.fact_evidence')
          and a.attnum > 0)
     = (select array_agg(a.attname order by a.attnum)
        from pg_catalog.pg_attribute a
        where a.attrelid = pg_catalog.to_regclass('dwh.fact_evidence_history')
          and a.attnum > 0)
   and (select c.relrowsecurity from pg_catalog.pg_class c where c.oid = pg_catalog.to_regclass('review.evidence'))
   and exists (select from review.edition_relation where relation = 'review_evidence')
   and not exists (select
                   from unnest(array['kp2s_bi_province', 'kp2s_bi_regency']) r
                   cross join unnest(array['dwh.fact_evidence', 'dwh.fact_evidence_history']) t
                   where pg_catalog.has_table_privilege(r, t, 'select'))
   and not exists (select
                   from unnest(array['dwh.fact_evidence', 'dwh.fact_evidence_history', 'review.evidence', 'bi.review_evidence']) t
                   join pg_catalog.pg_attribute a on a.attrelid = pg_catalog.to_regclass(t) and a.attnum > 0
                   where pg_catalog.col_description(a.attrelid, a.attnum) is null)
