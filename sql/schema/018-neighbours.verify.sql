-- true when peers say whether they are neighbours
select exists (select
               from pg_catalog.pg_attribute a
               where a.attrelid = pg_catalog.to_regclass('bi.review_peer')
                 and a.attname = 'is_neighbour')
   and pg_catalog.to_regclass('dwh.neighbour') is not null
