-- true when every view of the review is kept in editions, with a year, a province and its key columns, and what is new is explained
select not exists (select
                   from pg_catalog.pg_class c
                   where c.relnamespace = 'bi'::pg_catalog.regnamespace
                     and (c.relname like 'review\_%' or c.relname = 'finding')
                     and not exists (select from review.edition_relation e where e.relation = c.relname))
   and not exists (select
                   from review.edition_relation e
                   cross join unnest(e.key || '{performance_year,province_code}') k
                   where not exists (select
                                     from pg_catalog.pg_attribute a
                                     where a.attrelid = pg_catalog.to_regclass('bi.' || e.relation)
                                       and a.attname = k))
   and (select c.relrowsecurity from pg_catalog.pg_class c where c.oid = pg_catalog.to_regclass('review.remark'))
   and not exists (select
                   from pg_catalog.pg_attribute a
                   where a.attrelid in (pg_catalog.to_regclass('review.remark'), pg_catalog.to_regclass('bi.review_remark'),
                                        pg_catalog.to_regclass('bi.review_head'), pg_catalog.to_regclass('bi.review_checked'),
                                        pg_catalog.to_regclass('bi.edition'))
                     and a.attnum > 0
                     and pg_catalog.col_description(a.attrelid, a.attnum) is null)
