-- faults of the divided regions (pg_temp.input): one sentence a row, and the line that it begins on
select *
from (select format('the weights of ''%s'' sum to %s, not to 1', i.from_code, sum(i.weight::numeric)), max(i.line::integer)
      from pg_temp.input i
      group by i.from_code
      having sum(i.weight::numeric) <> 1
      union all
      select format('''%s'' is divided on two days', i.from_code), max(i.line::integer)
      from pg_temp.input i
      group by i.from_code
      having count(distinct i.day::date) > 1
      union all
      select format('''%s'' stands twice below ''%s''', i.to_code, i.from_code), max(i.line::integer)
      from pg_temp.input i
      group by i.from_code, i.to_code
      having count(*) > 1
      union all
      select format('''%s'', part of ''%s'', is itself divided: give its parts their weights of ''%s''', i.to_code, i.from_code,
                    i.from_code), i.line::integer
      from pg_temp.input i
      where i.to_code <> i.from_code
        and i.to_code in (select from_code from pg_temp.input)
      union all
      select format('the region ''%s'' is not in the register', i.from_code), i.line::integer
      from pg_temp.input i
      where not exists (select from dwh.dim_region d where d.code = i.from_code)
      union all
      select format('the region ''%s'' is not in the register of today', i.to_code), i.line::integer
      from pg_temp.input i
      where not exists (select from dwh.dim_region d where d.code = i.to_code and d.valid_until = 'infinity')) f (sentence, line)
order by f.line
limit 1;
