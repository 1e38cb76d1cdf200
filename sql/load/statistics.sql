-- What the planner must know of new partitions of a fact: of all columns but its figures, by which nothing is joined or grouped; theirs
-- take as long as all others together, and the server makes them by itself. What it knows of the fact as a whole, which takes going
-- through every partition, is made anew when its rows have doubled.
do $$
declare
    part regclass;
    columns text := (select string_agg(quote_ident(a.attname), ', ')
                     from pg_attribute a
                     where a.attrelid = 'dwh.fact_@kind@'::regclass
                       and a.attnum > 0
                       and not a.attisdropped
                       and a.atttypid <> 'numeric'::regtype);
begin
    if (select sum(greatest(c.reltuples, 0)) >= 2 * greatest(max(w.reltuples), 0)
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        join pg_class w on w.oid = i.inhparent
        where i.inhparent = 'dwh.fact_@kind@'::regclass) then
        execute format('analyze dwh.fact_@kind@ (%s)', columns);
        return;
    end if;
    for part in
        select s.relid
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid and c.reltuples > 0
        join pg_stat_all_tables s on s.relid = i.inhrelid and s.last_analyze is null and s.last_autoanalyze is null
        where i.inhparent = 'dwh.fact_@kind@'::regclass
    loop
        execute format('analyze %s (%s)', part, columns);
    end loop;
end
$$;
