-- $1 edition_key: its checksum
update review.edition
set checksum = review.edition_checksum(edition_key)
where edition_key = $1::bigint
returning checksum
