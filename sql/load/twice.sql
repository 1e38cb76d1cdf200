-- two records of a source for the same fact: at most one row
select min(n.row_no), max(n.row_no)
from pg_temp.fresh n
group by @key@
having count(*) > 1
limit 1;
