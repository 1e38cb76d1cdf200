-- $1 instrument: how deep its tree is; its nodes are computed from there up
select coalesce(max(depth), 0)
from review.instrument_tree
where instrument = $1::text
