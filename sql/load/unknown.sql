-- what the catalogues do not know: at most one row
select what, name
from (select 1 as turn, 'region' as what, region as name from pg_temp.place where region_key is null
      union all
      select 2, 'period', period from pg_temp.place where period_key is null
      union all
      select 3, what, name from pg_temp.item where item_key is null) u
order by turn, name
limit 1
