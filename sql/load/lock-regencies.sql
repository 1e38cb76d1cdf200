-- One load of a kind at a time in each kabupaten/kota, in the order of their keys: loads of different slots may hold
-- the same fact, and whichever comes later must see what the other one left. Locked until the transaction ends.
select pg_advisory_xact_lock(hashtextextended('kp2s @kind@ ' || k.regency_key, 1))
from (select regency_key from pg_temp.place
      union
      select regency_key from dwh.fact_@kind@ where submission_key = $1
      order by regency_key) k;
