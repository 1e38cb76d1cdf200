-- faults of a catalogue whose rows have a code (pg_temp.input): one sentence a row
select format('the code ''%s'' stands twice', i.code)
from pg_temp.input i
group by i.code
having count(*) > 1
union all
select 'a row without a code or a name'
from pg_temp.input i
where i.code = ''
   or i.name = ''
limit 1;
