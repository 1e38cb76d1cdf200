-- filled records of pg_temp.stage whose indicator is a ratio and which lack the denominator: at most one row
select s.table_no, s.row_no, s.indicator
from pg_temp.stage s
join pg_temp.item t on t.name = s.indicator and t.period = s.period
join dwh.dim_indicator i on i.indicator_key = t.item_key
where s.rec = 'D'
  and s.state = 'value'
  and s.denominator is null
  and i.type = 'ratio'
order by s.table_no, s.row_no
limit 1
