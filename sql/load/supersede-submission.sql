-- $1 the new submission, $2 the one it supersedes
update audit.submission
set superseded_by = $1::bigint,
    superseded_at = clock_timestamp()
where submission_key = $2::bigint
