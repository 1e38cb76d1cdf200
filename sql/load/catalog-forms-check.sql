-- faults of the layouts as forms (pg_temp.input): one sentence a row
select format('two layouts of version %s have the id ''%s''', i.version, i.id)
from pg_temp.input i
group by i.id, i.version
having count(*) > 1
union all
select 'a layout without id, kind or title'
from pg_temp.input i
where '' in (i.id, i.kind, i.title)
limit 1;
