-- faults of the list of priority villages (pg_temp.input): a sentence and its line
select *
from (select format('''%s'' is not a year of four digits', i.year) as fault, i.line::bigint as line
      from pg_temp.input i
      where i.year !~ '^[0-9]{4}$'
      union all
      select format('the region ''%s'' is no village of the register', i.region), i.line::bigint
      from pg_temp.input i
      where not exists (select from dwh.dim_region r where r.code = i.region and r.level = 4)
      union all
      select format('the decree that names the village ''%s'' is missing', i.region), i.line::bigint
      from pg_temp.input i
      where i.decree = ''
      union all
      select format('the village ''%s'' stands twice for %s', i.region, i.year), max(i.line::bigint)
      from pg_temp.input i
      group by i.region, i.year
      having count(*) > 1) f
order by line
limit 1;
