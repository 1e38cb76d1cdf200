-- true when every instrument is a tree whose root is ranked, and the scores are guarded as the assessment is
select (select bool_and(exists (select
                                from review.instrument_node r
                                where r.instrument = n.instrument and r.node = n.ranked and r.parent = '')) is not false
        from review.instrument n)
   and (select count(*) = (select count(*) from review.instrument_node) from review.instrument_tree)
   and (select bool_and(c.relrowsecurity)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'review'
          and c.relname in ('score', 'award'));
