-- the number of a new submission
select nextval(pg_get_serial_sequence('audit.submission', 'submission_key'))
