-- true when broken identities can be looked at, with the reader's rights
select exists (select
               from pg_catalog.pg_class c
               where c.oid = pg_catalog.to_regclass('bi.identity_broken')
                 and 'security_invoker=true' = any (c.reloptions))
   and pg_catalog.has_table_privilege('kp2s_bi_regency', 'bi.identity_broken', 'select');
