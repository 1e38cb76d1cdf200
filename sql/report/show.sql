-- $1 edition_key: its rows take the place of the views, until the transaction ends; what it was frozen without
select array_to_string(review.show_edition($1::bigint), ' ')
