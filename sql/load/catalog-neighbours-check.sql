-- faults of the list of neighbours (pg_temp.input): a sentence and its line
select *
from (select format('the region ''%s'' is no kabupaten/kota of the register', c.code) as fault, i.line::bigint as line
      from pg_temp.input i
      cross join lateral (values (i.region), (i.neighbour)) c (code)
      where not exists (select from dwh.dim_region r where r.code = c.code and r.level = 2)
      union all
      select format('''%s'' is its own neighbour', i.region), i.line::bigint
      from pg_temp.input i
      where i.region = i.neighbour
      union all
      select format('''%s'' and ''%s'' stand twice', least(i.region, i.neighbour), greatest(i.region, i.neighbour)), max(i.line::bigint)
      from pg_temp.input i
      group by least(i.region, i.neighbour), greatest(i.region, i.neighbour)
      having count(*) > 1) f
order by line
limit 1;
