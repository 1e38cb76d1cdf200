-- true when no partition lies outside part
select (select count(*) > 0 and bool_and(c.relnamespace = to_regnamespace('part'))
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_class p on p.oid = i.inhparent
        where p.relnamespace = 'dwh'::regnamespace
          and p.relkind = 'p')
