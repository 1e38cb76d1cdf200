-- faults of the owners of indicators (pg_temp.input): a sentence and its line
select *
from (select format('an owner of an unknown indicator ''%s''', i.indicator) as fault, i.line
      from pg_temp.input i
      where not exists (select from dwh.dim_indicator d where d.code = i.indicator)
      union all
      select format('the part ''%s'' is neither numerator nor denominator', i.part), i.line
      from pg_temp.input i
      where i.part not in ('numerator', 'denominator')
      union all
      select format('the owner of indicator ''%s'' is an unknown agency ''%s''', i.indicator, i.agency), i.line
      from pg_temp.input i
      where not exists (select from dwh.dim_agency a where a.code = i.agency)
      union all
      select format('the owner of indicator ''%s'' is for ''%s'', which is no province, kabupaten or kota', i.indicator,
                    i.region), i.line
      from pg_temp.input i
      where i.region <> ''
        and not exists (select from dwh.dim_region r where r.code = i.region and r.level in (1, 2))
      union all
      select format('the owner of indicator ''%s'' needs the day it is valid from, as 2024-01-31', i.indicator), i.line
      from pg_temp.input i
      where i.valid_from !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      union all
      select format('the owner of indicator ''%s'' is valid from %s until %s', i.indicator, i.valid_from, i.valid_until),
             i.line
      from pg_temp.input i
      where i.valid_until <> ''
        and i.valid_until <= i.valid_from
      union all
      select format('two owners of the %s of indicator ''%s'' are valid on %s', i.part, i.indicator, i.valid_from), i.line
      from (select i.*, lag(valid_until) over earlier as before_until, lag(valid_from) over earlier as before_from
            from pg_temp.input i
            window earlier as (partition by indicator, part, region order by valid_from, line::bigint)) i
      where i.before_from is not null
        and (i.before_until = '' or i.before_until > i.valid_from)
     ) f
order by line::bigint
limit 1;
