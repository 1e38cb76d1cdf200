-- $1 instrument: what kp2s-catalog would not have let in; sentences
select format('instrument ''%s'' has no node ''%s'' to rank', instrument, ranked)
from review.instrument n
where instrument = $1::text
  and not exists (select from review.instrument_node d where d.instrument = n.instrument and d.node = n.ranked)
union all
select format('the weights below node ''%s'' of instrument ''%s'' sum to %s, not 1', w.node, w.instrument, coalesce(sum(c.weight), 0))
from review.instrument_node w
left join review.instrument_node c on c.instrument = w.instrument and c.parent = w.node
where w.instrument = $1::text
  and w.kind = 'weighted'
group by w.instrument, w.node
having coalesce(sum(c.weight), 0) <> 1
