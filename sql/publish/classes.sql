-- $1 level, $2 the smallest cell: the same for the classes of a region, all of which are withheld when one is small or their
-- total is withheld; what is left of each class of the parent must be none or no small cell.
with child as (
    select n.measure, n.system, n.period_key, n.code, n.parent, n.total, n.class1, n.class2, n.class3,
           coalesce(p.classes_gone, false) as parent_gone,
           n.is_hidden or n.total_gone or n.class1 between 1 and $2::bigint - 1 or n.class2 between 1 and $2::bigint - 1
               or n.class3 between 1 and $2::bigint - 1 as chosen
    from pg_temp.node n
    left join pg_temp.node p on (p.measure, p.system, p.period_key, p.code) = (n.measure, n.system, n.period_key, n.parent)
    where n.level = $1::smallint
), placed as (
    select c.*, row_number() over so_far as place,
           sum(c.class1) over so_far as left1, sum(c.class2) over so_far as left2, sum(c.class3) over so_far as left3,
           count(*) filter (where c.chosen) over (partition by c.measure, c.system, c.period_key, c.parent) as chosen_count
    from child c
    window so_far as (partition by c.measure, c.system, c.period_key, c.parent order by c.chosen desc, c.total, c.code)
), enough as (
    select measure, system, period_key, parent,
           case
               when max(chosen_count) = 0 then 0
               else coalesce(min(place) filter (where place >= chosen_count
                                                  and left1 not between 1 and $2::bigint - 1
                                                  and left2 not between 1 and $2::bigint - 1
                                                  and left3 not between 1 and $2::bigint - 1), max(place))
           end as last_place
    from placed
    group by measure, system, period_key, parent
)
update pg_temp.node n
set classes_gone = true
from placed c
join enough e on (e.measure, e.system, e.period_key, e.parent) = (c.measure, c.system, c.period_key, c.parent)
where (c.measure, c.system, c.period_key, c.code) = (n.measure, n.system, n.period_key, n.code)
  and (c.parent_gone or c.place <= e.last_place);
