-- $1 year, $2 province: whether the review is computed
select exists (select from review.computed where performance_year = $1::smallint and province_code = $2::text)
