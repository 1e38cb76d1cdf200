-- The rows of @within@ take the place of its empty partition.
do $$
declare
    made record;
    bounds text := (select pg_get_expr(c.relpartbound, c.oid) from pg_class c where c.oid = 'part.fact_@kind@_@within@'::regclass);
begin
    alter table dwh.fact_@kind@ detach partition part.fact_@kind@_@within@;
    drop table part.fact_@kind@_@within@;
    alter table part.fact_@kind@_@within@_new rename to fact_@kind@_@within@;
    for made in
        select c.relname
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        where i.indrelid = 'part.fact_@kind@_@within@'::regclass
    loop
        execute format('alter index part.%I rename to %I', made.relname, replace(made.relname, '_new_', '_'));
    end loop;
    execute format('alter table dwh.fact_@kind@ attach partition part.fact_@kind@_@within@ %s', bounds);
end
$$;
