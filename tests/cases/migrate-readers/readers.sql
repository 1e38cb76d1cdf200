-- What each role reads of each relation, beside what its class says: prints a line for each thing that is not so. The setting
-- readers.code restricts it to the kabupaten/kota with such a code.
set client_min_messages = warning;
create temp table relation (name text, class text, region text);
\copy relation from 'relations' (format csv)
create temp table result (role text, relation text, problem text);
create temp table seen (name text, value text, how text);
create temp table shown (name text, value text, is_mine boolean);
grant insert on seen to public;
-- called before the policies' conditions, if anything could be
create function pg_temp.leak(name text, value text) returns boolean language plpgsql cost 0.0000001 as $$
begin
    insert into pg_temp.seen values (name, value, 'a function sees');
    return true;
end $$;
create function pg_temp.told(reader text, query text) returns text language plpgsql as $$
declare
    answer text;
begin
    perform set_config('role', reader, true);
    execute query into answer;
    perform set_config('role', 'none', true);
    return answer;
exception
    when others then
        return 'ERROR ' || sqlerrm;
end $$;
create function pg_temp.explained(reader text, query text) returns text language plpgsql as $$
declare
    line text;
    answer text := '';
begin
    perform set_config('role', reader, true);
    for line in execute 'explain (verbose) ' || query loop
        answer := answer || line || ' ';
    end loop;
    perform set_config('role', 'none', true);
    return answer;
end $$;

-- what holds of the catalogue
insert into result
select '', coalesce(r.name, c.oid::regclass::text), case when r.name is null then 'is not classified' else 'is not there' end
from (select c.oid, n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish') and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition) c
full join relation r on r.name = c.name
where r.name is null or c.name is null
union all
select '', c.oid::regclass::text, 'is a view without security_invoker, or a materialized one'
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
  and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))
union all
select b.role, p.oid::regprocedure::text, 'runs with its owner''s rights'
from pg_proc p, unnest(array['kp2s_bi_province', 'kp2s_bi_regency', 'kp2s_bi_public', 'kp2s_bi_62_01']) b (role)
where p.prosecdef and has_function_privilege(b.role, p.oid, 'execute')
union all
select b.role, c.oid::regclass::text, 'may be written'
from pg_class c
join pg_namespace n on n.oid = c.relnamespace, unnest(array['kp2s_bi_province', 'kp2s_bi_regency', 'kp2s_bi_public', 'kp2s_bi_62_01']) b (role)
where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish') and c.relkind in ('r', 'p', 'v')
  and has_table_privilege(b.role, c.oid, 'insert, update, delete, truncate, references, trigger')
union all
select b.role, c.oid::regclass::text, 'is a partition that may be read, past its policies'
from pg_class c
join pg_namespace n on n.oid = c.relnamespace, unnest(array['kp2s_bi_province', 'kp2s_bi_regency', 'kp2s_bi_public']) b (role)
where n.nspname = 'part' and c.relispartition and has_table_privilege(b.role, c.oid, 'select');

-- what anybody may know: names and codes of the dimensions and catalogues
create temp table reference (value text);
do $$
declare
    c record;
begin
    for c in select r.name, a.attname from relation r join pg_attribute a on a.attrelid = r.name::regclass and a.attnum > 0 and not a.attisdropped
             where r.class = 'all' loop
        execute format('insert into pg_temp.reference select distinct %I::text from %s', c.attname, c.name);
    end loop;
end $$;
delete from reference r using reference o where r.ctid > o.ctid and r.value = o.value;
delete from reference where value is null;
analyze reference;

-- a kabupaten's role: its own rows, all of them, and no other's, nor a trace of one
do $$
declare
    k record;
    r record;
    c record;
    mine text; -- a condition: rows that are the reader's
    answer text;
    plan text;
    columns text;
    leaks text;
    rows bigint;
begin
    for k in select 'kp2s_bi_' || replace(code, '.', '_') as role, code from review.regency
             where member_key = regency_key and code like coalesce(current_setting('readers.code', true), '%') order by code loop
        for r in select * from relation loop
            answer := pg_temp.told(k.role, format('select count(*) from %s', r.name));
            if r.class = 'none' then
                if answer not like 'ERROR permission denied%' then
                    insert into result values (k.role, r.name, 'may be read');
                end if;
                continue;
            end if;
            mine := case
                        when r.class in ('all', 'published') then 'true'
                        -- of the own kabupaten, or of the province as a whole
                        when r.class = 'shared' then format('province_code = %L and (region = '''' or left(region, 5) = %L)',
                                                            left(k.code, 2), k.code)
                        when r.region = 'submission_key'
                            then format('submission_key in (select s.submission_key from audit.submission s join dwh.dim_region d
                                         on d.region_key = s.scope_key where d.regency_code = %L)', k.code)
                        when r.region = 'province_code' then format('province_code = %L', left(k.code, 2))
                        when r.region like '%\_key' then format('%I in (select region_key from dwh.dim_region where left(code, %s) = %L)',
                                                                r.region, case r.class when 'own' then 5 else 2 end,
                                                                left(k.code, case r.class when 'own' then 5 else 2 end))
                        else format('left(%I, %s) = %L', r.region, case r.class when 'own' then 5 else 2 end,
                                    left(k.code, case r.class when 'own' then 5 else 2 end))
                    end;
            execute format('select count(*) from %s where %s', r.name, mine) into rows;
            if answer is distinct from rows::text then
                insert into result values (k.role, r.name, format('%s rows are read, %s are the reader''s', answer, rows));
            end if;
            answer := pg_temp.told(k.role, format('select count(*) from %s where not coalesce(%s, false)', r.name, mine));
            if answer <> '0' then
                insert into result values (k.role, r.name, format('foreign rows: %s', answer));
            end if;
            continue when r.class in ('all', 'published');
            -- the facts here make no awards, no survey was loaded, and who is best has no better peers
            if rows = 0 and r.name !~ 'award|survey|peer' then
                insert into result values (k.role, r.name, 'holds nothing to look at');
            end if;
            delete from seen;
            delete from shown;
            select string_agg(format('(%L, f.%I::text)', attname, attname), ', '),
                   string_agg(format('pg_temp.leak(%L, f.%I::text)', attname, attname), ' and ')
            into columns, leaks
            from pg_attribute where attrelid = r.name::regclass and attnum > 0 and not attisdropped;
            execute format('insert into shown select distinct v.name, v.value, coalesce(%s, false) from %s f cross join lateral (values %s) v (name, value)',
                           mine, r.name, columns);
            answer := pg_temp.told(k.role, format('select count(*) from %s f where %s', r.name, leaks));
            if answer like 'ERROR%' then
                insert into result values (k.role, r.name, answer);
            end if;
            for c in select attname from pg_attribute where attrelid = r.name::regclass and attnum > 0 and not attisdropped loop
                answer := pg_temp.told(k.role, format('select count(*) from %s where (%I::text || '' probe'')::integer > 0', r.name, c.attname));
                insert into seen select c.attname, m[1], 'an error tells of' from regexp_matches(answer, '"(.*) probe"') m;
            end loop;
            plan := pg_temp.explained(k.role, format('select * from %s', r.name));
            insert into seen
            select name, value, 'a plan tells of' from shown where not is_mine and length(value) > 4 and strpos(plan, value) > 0
              and strpos(coalesce(pg_get_viewdef(r.name::regclass), ''), value) = 0; -- what a view says of every row
            -- of these, what is in foreign rows alone
            insert into result
            select distinct k.role, r.name, s.how || ' ' || s.name
            from seen s
            join shown v on v.name = s.name and v.value = s.value
            where not v.is_mine
              and not exists (select from shown o where o.name = s.name and o.value = s.value and o.is_mine)
              and s.value not in (select value from pg_temp.reference);
            answer := pg_temp.told(k.role, format('select count(*) from pg_stats where format(''%%s.%%s'', schemaname, tablename) = %L', r.name));
            if answer <> '0' then
                insert into result values (k.role, r.name, 'its statistics may be read');
            end if;
        end loop;
    end loop;
end $$;

-- the province: all rows, of the same relations; the public: what was published
do $$
declare
    r record;
    answer text;
    rows bigint;
begin
    for r in select * from relation loop
        execute format('select count(*) from %s', r.name) into rows;
        answer := pg_temp.told('kp2s_bi_province', format('select count(*) from %s', r.name));
        if (answer like 'ERROR permission denied%') <> (r.class = 'none')
           or (r.class <> 'none' and r.name <> 'audit.reader' and answer <> rows::text) then
            insert into result values ('kp2s_bi_province', r.name, format('%s rows are read of %s', answer, rows));
        end if;
        answer := pg_temp.told('kp2s_bi_public', format('select count(*) from %s', r.name));
        if (answer like 'ERROR permission denied%') <> (r.class <> 'published') then
            insert into result values ('kp2s_bi_public', r.name, format('%s rows are read of %s', answer, rows));
        end if;
    end loop;
end $$;
select * from result order by 1, 2, 3;
select count(distinct code) || ' roles of kabupaten/kota',
       (select case when count(*) > 40 then 'all relations' end from relation where class <> 'none')
from review.regency;
