-- $1 kind, $2 a year or a month of it, $3 the year: what the partition is named by in which it lies; no row without one
select n.name
from (values (1, $2::text), (2, $3)) n (turn, name)
where to_regclass(format('part.fact_%s_%s', $1::text, n.name)) is not null
order by n.turn
limit 1
