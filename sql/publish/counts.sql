-- $1 level, $2 the smallest cell: which counts of the level are withheld, by the same rule as totals. A count is withheld also
-- where its total is, and where those whom the measure is not true of are few; what the published ones leave of their parent
-- must be no small cell, nor what is left of those others.
with child as (
    select n.measure, n.system, n.period_key, n.code, n.parent, n.total, n.count,
           coalesce(p.count_gone, false) as parent_gone,
           n.is_hidden or n.total_gone or n.count between 1 and $2::bigint - 1
               or n.total - n.count between 1 and $2::bigint - 1 as chosen
    from pg_temp.node n
    left join pg_temp.node p on (p.measure, p.system, p.period_key, p.code) = (n.measure, n.system, n.period_key, n.parent)
    where n.level = $1::smallint
), placed as (
    select c.*, row_number() over so_far as place,
           sum(c.count) over so_far as count_left, sum(c.total - c.count) over so_far as others_left,
           count(*) filter (where c.chosen) over (partition by c.measure, c.system, c.period_key, c.parent) as chosen_count
    from child c
    window so_far as (partition by c.measure, c.system, c.period_key, c.parent order by c.chosen desc, c.total, c.code)
), enough as (
    select measure, system, period_key, parent,
           case
               when max(chosen_count) = 0 then 0
               else coalesce(min(place) filter (where place >= chosen_count
                                                  and count_left not between 1 and $2::bigint - 1
                                                  and others_left not between 1 and $2::bigint - 1), max(place))
           end as last_place
    from placed
    group by measure, system, period_key, parent
)
update pg_temp.node n
set count_gone = true
from placed c
join enough e on (e.measure, e.system, e.period_key, e.parent) = (c.measure, c.system, c.period_key, c.parent)
where (c.measure, c.system, c.period_key, c.code) = (n.measure, n.system, n.period_key, n.code)
  and (c.parent_gone or c.place <= e.last_place);
