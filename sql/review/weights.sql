-- $1 instrument: sum of its component weights; must be 1
select coalesce(sum(weight), 0), coalesce(sum(weight), 0) = 1
from review.instrument_component
where instrument = $1::text
