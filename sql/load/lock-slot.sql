-- $1 form/scope/period/part, $2 kind: one load of a slot at a time, and none while a month or a year is made at once (group.c); held
-- until the transaction ends
select pg_advisory_xact_lock_shared(hashtextextended('kp2s group ' || $2::text, 1)),
       pg_advisory_xact_lock(hashtextextended('kp2s slot ' || $1::text, 1))
