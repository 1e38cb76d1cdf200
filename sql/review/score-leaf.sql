-- $1 year, $2 province, $3 instrument: items and numbers. What the assessors told becomes one value by the rule of the node,
-- else of the instrument; who is of no role that counts, and an empty cell, say nothing.
insert into review.score (performance_year, regency_key, instrument, node, raw, maximum, parts, parts_given, given, computed_at)
with leaf as (
    select l.node, l.kind, l.source, l.roles, l.maximum, coalesce(nullif(l.assessors, ''), n.assessor_rule) as rule
    from review.instrument_node l
    join review.instrument n on n.instrument = l.instrument
    where l.instrument = $3::text
      and l.kind in ('item', 'number')
), told as (
    select l.node, t.regency_key, t.role, t.chair,
           case l.kind when 'item' then g.score when 'number' then nullif(t.grade, '')::numeric end as value
    from leaf l
    join pg_temp.told t on t.item = l.source and review.has_role(t.role, l.roles)
    left join review.instrument_grade g on g.instrument = $3::text and g.grade = t.grade
), by_role as (
    select node, regency_key, avg(value) as value
    from told
    group by node, regency_key, role
), roles as (
    select node, regency_key, avg(value) as value
    from by_role
    group by node, regency_key
), settled as (
    select t.node, t.regency_key, count(*) as parts, count(t.value) as parts_given, avg(t.value) as mean,
           avg(t.value) filter (where t.chair) as chair,
           array_agg(t.value order by t.value) filter (where t.value is not null) as ordered
    from told t
    group by t.node, t.regency_key
)
select $1::smallint, r.regency_key, $3::text, l.node,
       case l.rule
           when 'mean' then s.mean
           when 'median' then (s.ordered[(s.parts_given + 1) / 2] + s.ordered[(s.parts_given + 2) / 2]) / 2
           when 'chair' then s.chair
           when 'consensus' then case when s.ordered[1] = s.ordered[s.parts_given] then s.mean end
           when 'roles' then o.value
       end,
       coalesce(l.maximum, case l.kind when 'item' then b.best end), coalesce(s.parts, 0), coalesce(s.parts_given, 0),
       false, now()
from leaf l
cross join review.regency r
cross join (select max(score) as best from review.instrument_grade where instrument = $3::text) b
left join settled s on s.node = l.node and s.regency_key = r.regency_key
left join roles o on o.node = l.node and o.regency_key = r.regency_key
where r.province_code = $2::text
  and r.member_key = r.regency_key
