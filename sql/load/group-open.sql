-- Whether the year @within@ can be made anew: nobody else loads facts of the kind, nothing is there yet, and this login may
-- exchange partitions, which on Citus lie elsewhere
select pg_try_advisory_xact_lock(hashtextextended('kp2s group @kind@', 1))
   and not exists (select from part.fact_@kind@_@within@)
   and has_schema_privilege('part', 'create')
   and (select pg_has_role(c.relowner, 'usage') from pg_class c where c.oid = 'dwh.fact_@kind@'::regclass)
   and not exists (select from pg_extension where extname = 'citus')
