-- true when every relation that is frozen has a year, a province and its key columns, and editions are guarded by policies
select not exists (select
                   from review.edition_relation e
                   cross join unnest(e.key || '{performance_year,province_code}') k
                   where not exists (select
                                     from pg_catalog.pg_attribute a
                                     where a.attrelid = pg_catalog.to_regclass('bi.' || e.relation)
                                       and a.attname = k))
   and (select bool_and(c.relrowsecurity)
        from pg_catalog.pg_class c
        where c.oid in (pg_catalog.to_regclass('review.edition'), pg_catalog.to_regclass('review.edition_row')));
