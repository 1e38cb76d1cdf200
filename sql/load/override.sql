-- $1 the submission that was loaded into a closed period, $2 why
insert into audit.override (submission_key, login, reason, at)
values ($1::bigint, session_user, $2::text, clock_timestamp())
