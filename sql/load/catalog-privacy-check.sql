-- faults of the rules of privacy (pg_temp.input): a sentence and its line
select *
from (select format('there is no rule ''%s'' of privacy', i.rule) as fault, i.line::bigint as line
      from pg_temp.input i
      where i.rule not in ('smallest-cell', 'keep-measurement', 'keep-service', 'keep-history', 'keep-remark', 'keep-access')
      union all
      select format('the rule ''%s'' stands twice', i.rule), max(i.line::bigint)
      from pg_temp.input i
      group by i.rule
      having count(*) > 1
      union all
      select format('the value of the rule ''%s'' is ''%s'', no whole number up to 9999', i.rule, i.value), i.line::bigint
      from pg_temp.input i
      where i.value !~ '^[0-9]{1,4}$'
      union all
      select format('the unit of the rule ''%s'' is ''%s'', not %s', i.rule, i.unit, u.unit), i.line::bigint
      from pg_temp.input i
      cross join lateral (select case i.rule when 'smallest-cell' then 'persons' else 'months' end) u (unit)
      where i.unit <> u.unit
      union all
      select 'the rule ''smallest-cell'' is missing, or is 0', coalesce(max(i.line::bigint), 1)
      from pg_temp.input i
      where i.rule = 'smallest-cell'
      having coalesce(max(i.value), '0') ~ '^0*$') f
order by line
limit 1;
