-- $1 instrument: what was told and the instrument does not know; it would be lost in silence. Item, text, what is wrong
with used as (
    select source as item, kind, max(maximum) as maximum
    from review.instrument_node
    where instrument = $1::text
      and kind in ('item', 'number')
    group by source, kind
    union
    select given, 'number', null
    from review.instrument_node
    where instrument = $1::text
    union
    select item, 'rank', null
    from review.instrument_award
    where instrument = $1::text
    union
    select unnest(array[published_score, published_rank, case tie_rule when 'decided' then tie_by else '' end]),
           unnest(array['number', 'rank', 'rank']), null
    from review.instrument
    where instrument = $1::text
), told as (
    select t.item, t.grade, u.kind, u.maximum, g.grade is not null as is_grade
    from pg_temp.told t
    left join used u on u.item = t.item
    left join review.instrument_grade g on g.instrument = $1::text and g.grade = t.grade
    where t.grade <> ''
), wrong as (
    select item, grade,
           case
               when kind is null then 'item'
               when kind = 'item' and not is_grade then 'grade'
               when kind = 'rank' and grade !~ '^[1-9][0-9]{0,8}$' then 'rank'
               when kind = 'number' and not review.is_number(grade) then 'number'
               when kind = 'number' and maximum is not null
                   then case when grade::numeric > maximum then 'maximum' end
           end as fault
    from told
)
select distinct item, grade, fault
from wrong
where fault is not null
order by item, grade
