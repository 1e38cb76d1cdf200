-- $1 year, $2 province: one review of a year and province at a time; 1801678 marks kp2s-review
select pg_try_advisory_xact_lock(1801678, hashtext($1::text || ' ' || $2::text))
