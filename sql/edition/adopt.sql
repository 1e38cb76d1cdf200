-- $1 edition_key, $2 number and $3 date of the decree
update review.edition
set status = 'adopted', adopted_at = clock_timestamp(), adopted_by = session_user, decree = $2::text, decree_date = $3::date
where edition_key = $1::bigint
