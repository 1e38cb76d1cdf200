-- What the planner must know of a fact with a new year: all but its figures, by which nothing is joined or grouped; theirs take as long
-- as all others together, and the server makes them by itself
do $$
begin
    execute (select format('analyze dwh.fact_@kind@ (%s)', string_agg(quote_ident(a.attname), ', '))
             from pg_attribute a
             where a.attrelid = 'dwh.fact_@kind@'::regclass
               and a.attnum > 0
               and not a.attisdropped
               and a.atttypid <> 'numeric'::regtype);
end
$$;
