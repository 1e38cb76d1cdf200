-- true when what is published is frozen with editions, and each of its columns is explained
select exists (select from review.edition_relation where relation = 'review_published')
   and not exists (select
                   from pg_catalog.pg_attribute a
                   where a.attrelid = pg_catalog.to_regclass('bi.review_published')
                     and a.attnum > 0
                     and pg_catalog.col_description(a.attrelid, a.attnum) is null);
