-- Partitions out of sight, the dimensions that were lacking, the star as BI tools read it, regions within the boundaries of today,
-- and what every column of bi means, to be read as a table.

-- partitions: the whole is the table above them; ODBC and JDBC list every table of a schema that a role may enter ------------

create schema part;
comment on schema part is 'Partisi tahunan tabel fakta; dibaca lewat tabel induknya di dwh';

do $$
declare
    partition pg_catalog.regclass;
begin
    for partition in
        select i.inhrelid
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhparent
        where c.relnamespace = 'dwh'::pg_catalog.regnamespace
          and c.relkind = 'p'
    loop
        execute format('alter table %s set schema part', partition);
    end loop;
end
$$;
