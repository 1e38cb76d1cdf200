-- $1 code of the scope: regions of records that lie outside it, at most one row
select region
from pg_temp.place
where region <> $1::text
  and left(region, length($1::text) + 1) <> $1::text || '.'
order by region
limit 1
