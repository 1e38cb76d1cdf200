-- $1 year, $2 province: what kp2s-publish left of the year, and whether the review was computed after it; at most one row.
-- Of schema publish, which no edition of a review holds
select p.smallest_cell, extract(epoch from p.published_at)::bigint as published_at, p.cells, p.suppressed,
       p.published_at < (select max(computed_at)
                         from review_ranking
                         where performance_year = $1::smallint
                           and province_code = $2::text) as is_stale
from publish.edition p
where p.performance_year = $1::smallint
  and p.province_code = $2::text
