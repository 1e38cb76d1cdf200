-- $1 year, $2 province: to publish: which documents each item has, by their hashes, and which items were graded without one. Names of
-- documents, which kabupaten choose, stay inside: they name persons.
select performance_year, province_code, region, region_name, instrument, item, item_name, requirement, sha256, max(bytes) as bytes, finding
from review_evidence
where performance_year = $1::smallint
  and province_code = $2::text
  and finding <> 'unknown'
group by performance_year, province_code, region, region_name, instrument, item, item_name, requirement, sha256, finding
order by region collate "C", item collate "C", sha256 collate "C"
