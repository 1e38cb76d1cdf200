-- faults of the precedence of forms (pg_temp.input): a sentence and its line
select *
from (select format('the precedence of an unknown indicator ''%s''', i.indicator) as fault, i.line::bigint as line
      from pg_temp.input i
      where not exists (select from dwh.dim_indicator d where d.code = i.indicator)
      union all
      select format('a form is missing for indicator ''%s''', i.indicator), i.line::bigint
      from pg_temp.input i
      where i.form = ''
      union all
      select format('the form ''%s'' stands twice for indicator ''%s''', i.form, i.indicator), max(i.line::bigint)
      from pg_temp.input i
      group by i.indicator, i.form
      having count(*) > 1) f
order by line
limit 1;
