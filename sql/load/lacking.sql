-- filled records of pg_temp.stage that lack a figure which the type of their indicator needs, or have one that it cannot
-- have: at most one row, with that field and its figure
select s.table_no, s.row_no, s.indicator, i.type, f.name, coalesce(f.figure::text, '')
from pg_temp.stage s
join pg_temp.item t on t.name = s.indicator and t.period = s.period
join dwh.dim_indicator i on i.indicator_key = t.item_key
cross join lateral (values ('numerator', s.numerator, i.type <> 'percent'),
                           ('denominator', s.denominator, i.type = 'ratio'),
                           ('reported', s.reported, case when i.type = 'percent' then true end)) f (name, figure, needed)
where s.rec = 'D'
  and s.state = 'value'
  and f.needed = (f.figure is null) -- null: there or not
order by s.table_no, s.row_no, f.name
limit 1
