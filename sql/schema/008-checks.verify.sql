-- true when findings are guarded by policies, seen with the reader's rights, and every new column is explained
select (select count(*) = 3
        from pg_catalog.pg_class c
        where c.oid in (pg_catalog.to_regclass('bi.finding'), pg_catalog.to_regclass('dwh.population_count'),
                        pg_catalog.to_regclass('bi.population_count'))
          and 'security_invoker=true' = any (c.reloptions))
   and (select bool_and(c.relrowsecurity)
        from pg_catalog.pg_class c
        where c.oid in (pg_catalog.to_regclass('review.finding'), pg_catalog.to_regclass('review.checked')))
   and not exists (select
                   from pg_catalog.pg_attribute a
                   where a.attrelid in (pg_catalog.to_regclass('dwh.check_rule'), pg_catalog.to_regclass('dwh.population'),
                                        pg_catalog.to_regclass('dwh.population_count'),
                                        pg_catalog.to_regclass('dwh.form_precedence'), pg_catalog.to_regclass('bi.finding'),
                                        pg_catalog.to_regclass('bi.population_count'), pg_catalog.to_regclass('review.finding'))
                     and a.attnum > 0
                     and not a.attisdropped
                     and pg_catalog.col_description(a.attrelid, a.attnum) is null);
