-- a key in pg_temp.stage that is not the warehouse's, and the warehouse's: at most one row. The table is held against a
-- change of keys until the transaction ends.
select s.key, k.key_id
from (select distinct key from pg_temp.stage where rec = 'D') s
cross join (select key_id from audit.identity_key where until is null for share) k
where s.key <> k.key_id
limit 1
