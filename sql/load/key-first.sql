-- the key of the first persons that are loaded is the warehouse's
insert into audit.identity_key (key_id, since)
select key, clock_timestamp()
from pg_temp.stage
where rec = 'D'
  and not exists (select from audit.identity_key where until is null)
limit 1
on conflict do nothing
