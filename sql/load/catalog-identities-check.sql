-- faults of the identities (pg_temp.input): a sentence and its line
select *
from (select format('the identity ''%s'' stands twice', i.identity) as fault, max(i.line::bigint) as line
      from pg_temp.input i
      group by i.identity
      having count(*) > 1
      union all
      select format('the relation ''%s'' is neither equal nor at_most', i.relation), i.line::bigint
      from pg_temp.input i
      where i.relation not in ('equal', 'at_most')
      union all
      select format('the identity ''%s'' names an unknown indicator ''%s''', i.identity, c.code), i.line::bigint
      from pg_temp.input i
      cross join unnest(string_to_array(i.parts, ' ') || i.total) c (code)
      where not exists (select from dwh.dim_indicator d where d.code = c.code)
      union all
      select format('the identity ''%s'' names the indicator ''%s'' twice', i.identity, c.code), i.line::bigint
      from pg_temp.input i
      cross join unnest(string_to_array(i.parts, ' ') || i.total) c (code)
      group by i.identity, i.line, c.code
      having count(*) > 1) f
order by line
limit 1;
