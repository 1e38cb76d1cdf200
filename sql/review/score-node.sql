-- $1 year, $2 province, $3 instrument, $4 depth: the nodes of this depth, from the scores of their parts below. A node of
-- which no part has a value has none, unless a number is given for it.
insert into review.score (performance_year, regency_key, instrument, node, raw, maximum, parts, parts_given, given, computed_at)
with part as (
    select n.node, s.regency_key, c.weight, s.score, s.maximum, coalesce(s.score, 0) as counted
    from review.instrument_node n
    join review.instrument_tree t on t.instrument = n.instrument and t.node = n.node and t.depth = $4::integer
    join review.instrument_node c on c.instrument = n.instrument and c.parent = n.node and c.weight > 0
    join review.score s on s.performance_year = $1::smallint and s.instrument = n.instrument and s.node = c.node
    join review.regency r on r.member_key = s.regency_key and r.province_code = $2::text
    where n.instrument = $3::text
), whole as (
    select node, regency_key, count(*) as parts, count(score) as parts_given, sum(weight) as weights,
           sum(weight) filter (where score is not null) as weights_given, sum(weight * score) as total,
           case when count(maximum) = count(*) then sum(weight * maximum) end as total_max,
           array_agg(counted order by counted) as every,
           array_agg(score order by score) filter (where score is not null) as ordered,
           case when count(maximum) = count(*) then array_agg(maximum order by maximum) end as maxima
    from part
    group by node, regency_key
), combined as (
    select w.node, w.regency_key, w.parts, w.parts_given,
           case
               when w.parts_given = 0 or (n.missing = 'empty' and w.parts_given < w.parts) then null
               when n.kind = 'sum' or (n.kind = 'weighted' and n.missing <> 'skip') then w.total
               when n.kind = 'median' and n.missing = 'skip'
                   then (w.ordered[(w.parts_given + 1) / 2] + w.ordered[(w.parts_given + 2) / 2]) / 2
               when n.kind = 'median' then (w.every[(w.parts + 1) / 2] + w.every[(w.parts + 2) / 2]) / 2
               when n.missing = 'skip' then w.total / w.weights_given
               else w.total / w.weights
           end as value,
           coalesce(n.maximum, case n.kind
                                   when 'median' then (w.maxima[(w.parts + 1) / 2] + w.maxima[(w.parts + 2) / 2]) / 2
                                   when 'mean' then w.total_max / w.weights
                                   else w.total_max
                               end) as maximum
    from whole w
    join review.instrument_node n on n.instrument = $3::text and n.node = w.node
), given as (
    select n.node, t.regency_key, avg(nullif(t.grade, '')::numeric) as value
    from review.instrument_node n
    join pg_temp.told t on t.item = n.given
    where n.instrument = $3::text
      and n.given <> ''
    group by n.node, t.regency_key
)
select $1::smallint, c.regency_key, $3::text, c.node, coalesce(c.value, g.value), c.maximum, c.parts, c.parts_given,
       c.value is null and g.value is not null, now()
from combined c
left join given g on g.node = c.node and g.regency_key = c.regency_key
