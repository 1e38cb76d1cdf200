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
limit 1;
