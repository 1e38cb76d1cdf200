-- true when nobody may enter the door before kp2s-migrate roles says who, and what is published is there
select not exists (select
                   from pg_catalog.pg_proc p
                   where p.pronamespace = 'audit'::pg_catalog.regnamespace
                     and p.prosecdef
                     and exists (select from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a where a.grantee = 0))
   and pg_catalog.to_regclass('publish.figure') is not null
   and audit.own_regencies() is not null;
