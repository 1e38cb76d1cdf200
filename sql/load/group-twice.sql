-- two rows of @within@ for the same fact: of which submission, and where they stand; at most one row
select min(n.submission_key), min(n.row_no), max(n.row_no)
from part.fact_@kind@_@within@_new n
group by @key@
having count(*) > 1
limit 1
