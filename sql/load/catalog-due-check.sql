-- faults of the rules for whom a service is due (pg_temp.input): a sentence and its line
select *
from (select format('a rule for an unknown service ''%s''', i.service) as fault, i.line::bigint as line
      from pg_temp.input i
      where not exists (select from dwh.dim_service v where v.code = i.service)
      union all
      select format('''%s'' is not a service of children under two, whose age measurements tell', i.service), i.line::bigint
      from pg_temp.input i
      join dwh.dim_service v on v.code = i.service
      where v.subject <> 'anak'
      union all
      select format('months ''%s'' to ''%s'' of service ''%s'': the first and the one after the last are wanted', i.from_months,
                    i.until_months, i.service), i.line::bigint
      from pg_temp.input i
      where case
                when i.from_months ~ '^[0-9]{1,3}$' and i.until_months ~ '^[0-9]{1,3}$' then i.from_months::integer >= i.until_months::integer
                else true
            end
      union all
      select format('nutrition ''%s'' of service ''%s'' must be problem or empty', i.nutrition, i.service), i.line::bigint
      from pg_temp.input i
      where i.nutrition not in ('problem', '')
      union all
      select format('service ''%s'' has two rules from month %s', i.service, i.from_months), max(i.line::bigint)
      from pg_temp.input i
      group by i.service, i.from_months, i.nutrition
      having count(*) > 1) f
order by line
limit 1;
