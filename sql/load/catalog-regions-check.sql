-- faults of the region register (pg_temp.input): one sentence a row
select format('the code ''%s'' does not have the form 33, 33.01, 33.01.02 or 33.01.02.2001', i.code)
from pg_temp.input i
where i.code !~ '^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$'
union all
select format('the code ''%s'' has two rows valid from %s', i.code, i.valid_from)
from pg_temp.input i
group by i.code, i.valid_from
having count(*) > 1
union all
select format('validity of the code ''%s'' overlaps from %s', i.code, i.next_from)
from (select code, valid_until, lead(valid_from) over (partition by code order by valid_from) as next_from
      from pg_temp.input) i
where i.next_from < i.valid_until
   or (i.next_from is not null and i.valid_until = '')
union all
select format('the code ''%s'' has no row for the code it lies in', i.code)
from pg_temp.input i
where length(i.code) > 2
  and not exists (select
                  from pg_temp.input p
                  where p.code = case length(i.code) when 5 then left(i.code, 2) when 8 then left(i.code, 5)
                                 else left(i.code, 8) end)
limit 1;
