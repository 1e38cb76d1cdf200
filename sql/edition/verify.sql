-- $1 edition_key
update review.edition
set status = 'verified', verified_at = clock_timestamp(), verified_by = session_user
where edition_key = $1::bigint
