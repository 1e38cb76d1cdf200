-- $1 edition_key: the rows of the review as it is now
insert into review.edition_row (edition_key, relation, key, province_code, region, content)
select e.edition_key, l.relation, l.key, e.province_code, l.region, l.content
from review.edition e
cross join lateral review.live(e.performance_year, e.province_code) l
where e.edition_key = $1::bigint
