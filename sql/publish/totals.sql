-- $1 level, $2 the smallest cell: which totals of the level are withheld. Those that are small; those below one that is
-- withheld; and, from the smallest up, as many others of the same parent as it takes until what the published ones leave of
-- their parent is no small cell.
with child as (
    select n.measure, n.system, n.period_key, n.code, n.parent, n.total, coalesce(p.total_gone, false) as parent_gone,
           n.is_hidden or n.total < $2::bigint as chosen
    from pg_temp.node n
    left join pg_temp.node p on (p.measure, p.system, p.period_key, p.code) = (n.measure, n.system, n.period_key, n.parent)
    where n.level = $1::smallint
), placed as (
    select c.*, row_number() over so_far as place, sum(c.total) over so_far as left_over,
           count(*) filter (where c.chosen) over (partition by c.measure, c.system, c.period_key, c.parent) as chosen_count
    from child c
    window so_far as (partition by c.measure, c.system, c.period_key, c.parent order by c.chosen desc, c.total, c.code)
), enough as (
    select measure, system, period_key, parent,
           case
               when max(chosen_count) = 0 then 0
               else coalesce(min(place) filter (where place >= chosen_count and left_over >= $2::bigint), max(place))
           end as last_place
    from placed
    group by measure, system, period_key, parent
)
update pg_temp.node n
set total_gone = true
from placed c
join enough e on (e.measure, e.system, e.period_key, e.parent) = (c.measure, c.system, c.period_key, c.parent)
where (c.measure, c.system, c.period_key, c.code) = (n.measure, n.system, n.period_key, n.code)
  and (c.parent_gone or c.place <= e.last_place);

-- the measures of a system's children are of nearly the same persons: what is withheld of one is withheld of the others
update pg_temp.node n
set total_gone = true
from pg_temp.node o
where o.level = $1::smallint
  and o.total_gone
  and o.system <> ''
  and not n.total_gone
  and (o.system, o.period_key, o.code) = (n.system, n.period_key, n.code);
