-- Stands in for Citus where the server has none: notes what is distributed, and refuses what Citus refuses of keys.
set allow_system_table_mods = on;
create table pg_catalog.pg_dist_partition (logicalrel regclass primary key, partmethod "char");
grant all on pg_catalog.pg_dist_partition to public;

create function pg_catalog.create_reference_table(t regclass) returns void language plpgsql as $$
begin
    if exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = t and k.confrelid <> t
               and not exists (select from pg_dist_partition d where d.logicalrel = k.confrelid and d.partmethod = 'n')) then
        raise 'a key of % leads to a table that is no reference table', t;
    end if;
    insert into pg_dist_partition values (t, 'n');
end $$;

create function pg_catalog.create_distributed_table(t regclass, by text, colocate_with text) returns void language plpgsql as $$
begin
    if exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = t
               and not exists (select from pg_dist_partition d where d.logicalrel = k.confrelid and d.partmethod = 'n')) then
        raise 'a key of % leads to a table that is no reference table', t;
    end if;
    if exists (select from pg_index i where i.indrelid = t and i.indisunique
               and not exists (select from pg_attribute a where a.attrelid = t and a.attname = by and a.attnum = any (i.indkey))) then
        raise 'a unique key of % does not hold %', t, by;
    end if;
    if colocate_with <> 'none' and not exists (select from pg_dist_partition d where d.logicalrel = colocate_with::regclass) then
        raise '% is not distributed', colocate_with;
    end if;
    if exists (select from pg_trigger g where g.tgrelid = t and not g.tgisinternal) then
        raise '% has a trigger', t;
    end if;
    insert into pg_dist_partition values (t, 'h');
end $$;

insert into pg_catalog.pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
values (99999, 'citus', 10, 11, false, 'stand-in');
