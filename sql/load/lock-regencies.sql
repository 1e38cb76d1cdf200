-- $1 keys of the kabupaten/kota that the source is about, $2 the submission that it supersedes. One load of a kind at a
-- time in each, in the order of their keys: loads of different slots may hold the same fact, and whichever comes later
-- must see what the other one left. Locked until the transaction ends.
select pg_advisory_xact_lock(hashtextextended('kp2s @kind@ ' || k.regency_key, 1))
from (select unnest($1::bigint[]) as regency_key
      union
      select regency_key from dwh.fact_@kind@ where submission_key = $2::bigint
      order by regency_key) k
