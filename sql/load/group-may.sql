-- Whether this login may exchange partitions, which on Citus lie elsewhere (one that may not cannot even look at them), and nobody
-- else loads facts of the kind
select has_schema_privilege('part', 'create')
   and (select pg_has_role(c.relowner, 'usage') from pg_class c where c.oid = 'dwh.fact_@kind@'::regclass)
   and not exists (select from pg_extension where extname = 'citus')
   and pg_try_advisory_xact_lock(hashtextextended('kp2s group @kind@', 1))
