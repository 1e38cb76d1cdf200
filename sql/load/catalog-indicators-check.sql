-- faults of the catalogue of indicators (pg_temp.input): one sentence a row
select format('the indicator ''%s'' has version %s twice', i.code, i.version)
from pg_temp.input i
group by i.code, i.version
having count(*) > 1
union all
select format('the indicator ''%s'' needs a name and the year it is valid from', i.code)
from pg_temp.input i
where i.name = ''
   or i.valid_from = ''
union all
select format('an owner of indicator ''%s'' is an unknown agency ''%s''', i.code, o.agency)
from pg_temp.input i
cross join unnest(array[i.numerator_owner, i.denominator_owner]) o (agency)
where o.agency <> ''
  and not exists (select from dwh.dim_agency a where a.code = o.agency)
union all
select format('the successor ''%s'' of indicator ''%s'' is unknown', i.successor, i.code)
from pg_temp.input i
where i.successor <> ''
  and not exists (select from pg_temp.input s where s.code = i.successor)
limit 1;
