-- $1 year, $2 province, $3 number: the edition, held until the transaction ends; at most one row
select e.edition_key, e.status, e.checksum, review.edition_checksum(e.edition_key)
from review.edition e
where e.performance_year = $1::smallint
  and e.province_code = $2::text
  and e.number = $3::integer
for update
