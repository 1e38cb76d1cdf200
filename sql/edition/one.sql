-- $1 year, $2 province, $3 number: the edition, its checksum made again, and whether the role sees all of it; at most one row
select e.edition_key, e.status, e.checksum, review.edition_checksum(e.edition_key), review.sees_editions()
from bi.edition e
where e.performance_year = $1::smallint
  and e.province_code = $2::text
  and e.number = $3::integer
