-- $1 year, $2 province: whether kp2s-check looked at the year, and at how much; at most one row
select figures, compared, findings, extract(epoch from computed_at)::bigint as computed_at
from review_checked
where performance_year = $1::smallint
  and province_code = $2::text
