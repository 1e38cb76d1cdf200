-- $1 the key of a source's tokens: that of the first persons that are loaded is the warehouse's
insert into audit.identity_key (key_id, since)
select $1, clock_timestamp()
where not exists (select from audit.identity_key where until is null)
on conflict do nothing
