-- The keys and indexes of the fact for the rows of @within@, as its partition must have them; before them the members
-- that they lead to and no catalogue names.
do $$
declare
    made record;
begin
    if '@kind@' = 'coverage' then
        insert into dwh.dim_age_group (code, name, name_en, known)
        select distinct n.age_group, n.age_group, '', false
        from part.fact_@kind@_@within@_new n
        on conflict do nothing;
    end if;
    execute (select 'alter table part.fact_@kind@_@within@_new ' || string_agg('add ' || pg_get_constraintdef(c.oid), ', ')
             from pg_constraint c
             where c.conrelid = 'dwh.fact_@kind@'::regclass
               and c.contype = 'p');
    for made in
        select string_agg(quote_ident(a.attname), ', ' order by k.n) as columns
        from pg_index i
        cross join unnest(i.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = 'dwh.fact_@kind@'::regclass
          and not i.indisprimary
        group by i.indexrelid
    loop
        execute format('create index on part.fact_@kind@_@within@_new (%s)', made.columns);
    end loop;
    for made in
        select c.conname, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        where c.conrelid = 'dwh.fact_@kind@'::regclass
          and c.contype = 'f'
    loop
        execute format('alter table part.fact_@kind@_@within@_new add constraint %I %s', made.conname, made.definition);
    end loop;
end
$$;
