-- the schemas of a database in which nothing but the migrations was applied, as an array
select array_agg(n.nspname order by n.nspname)::text as schemas
from pg_catalog.pg_namespace n
where n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'public')
