-- $1 form/scope/period/part: one load of a slot at a time; held until the transaction ends
select pg_advisory_xact_lock(hashtextextended('kp2s slot ' || $1::text, 1))
