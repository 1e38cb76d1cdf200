-- $1 edition_key, $2 edition_key or null for what is there now: what differs, and where
select d.relation, d.region, d.key, d.field, coalesce(d.former_value, '') as former, coalesce(d.present_value, '') as present
from review.edition_difference($1::bigint, $2::bigint) d
order by array_position(array['review_ranking', 'review_coverage', 'review_convergence', 'review_prevalence', 'review_assessment',
                              'review_completeness'], d.relation) nulls last, d.relation, d.key, d.field
