-- $1 year: instruments of the performance year
select instrument, confirmed::integer, name
from review.instrument
where performance_year = $1::smallint
order by instrument
