-- faults of the list of deadlines (pg_temp.input): a sentence and its line
select *
from (select format('an unknown agency ''%s''', i.agency) as fault, i.line::bigint as line
      from pg_temp.input i
      where not exists (select from dwh.dim_agency a where a.code = i.agency)
      union all
      select format('the form of agency ''%s'' is missing', i.agency), i.line::bigint
      from pg_temp.input i
      where i.form = ''
      union all
      select format('''%s'' is no period', i.period), i.line::bigint
      from pg_temp.input i
      where not exists (select from dwh.dim_period p where p.code = i.period)
      union all
      select format('the region ''%s'' is no province or kabupaten/kota of the register', i.region), i.line::bigint
      from pg_temp.input i
      where i.region <> ''
        and not exists (select from dwh.dim_region r where r.code = i.region and r.level in (1, 2))
      union all
      select format('''%s'' is no day of the form 2025-01-31', i.due_on), i.line::bigint
      from pg_temp.input i
      where i.due_on !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      union all
      select format('form ''%s'' has two deadlines for %s and region ''%s''', i.form, i.period, i.region), max(i.line::bigint)
      from pg_temp.input i
      group by i.form, i.period, i.region
      having count(*) > 1) f
order by line
limit 1;
