-- faults of the populations (pg_temp.input): a sentence and its line
select *
from (select format('the part ''%s'' is neither numerator nor denominator', i.part) as fault, i.line::bigint as line
      from pg_temp.input i
      where i.part not in ('numerator', 'denominator')
      union all
      select format('the population ''%s'' is no indicator of type count', i.population), i.line::bigint
      from pg_temp.input i
      where not exists (select from dwh.dim_indicator d where d.code = i.population and d.type = 'count')
      union all
      select format('the population ''%s'' names an unknown indicator ''%s''', i.population, i.indicator), i.line::bigint
      from pg_temp.input i
      where not exists (select from dwh.dim_indicator d where d.code = i.indicator)
      union all
      select format('the indicator ''%s'' has no denominator', i.indicator), i.line::bigint
      from pg_temp.input i
      where i.part = 'denominator'
        and exists (select from dwh.dim_indicator d where d.code = i.indicator)
        and not exists (select from dwh.dim_indicator d where d.code = i.indicator and d.type = 'ratio')
      union all
      select format('the %s of indicator ''%s'' stands twice', i.part, i.indicator), max(i.line::bigint)
      from pg_temp.input i
      group by i.indicator, i.part
      having count(*) > 1) f
order by line
limit 1;
