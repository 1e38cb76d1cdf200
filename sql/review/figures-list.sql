-- $1 year, $2 province: every figure of the review, as an edition would keep them; no definitions, submissions and checks
select l.relation, l.region, l.key, f.field, f.value
from review.live($1::smallint, $2::text) l
cross join lateral jsonb_each_text(review.timeless(l.content)) f (field, value)
where l.relation not in ('review_indicator', 'review_target', 'review_region', 'review_instrument', 'review_submission', 'review_checked', 'finding')
  and f.field not in ('performance_year', 'province_code', 'province_name')
order by l.relation collate "C", l.key collate "C", f.field collate "C"
