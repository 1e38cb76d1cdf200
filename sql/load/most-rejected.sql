-- of pg_temp.remark: the code that rejected most records, how many, and where the first one stands; at most one row
select code, count(*) as records,
       (array_agg(sheet || coalesce('!' || nullif(cell, ''), ' row ' || row_no, '') order by remark_no))[1] as first_place
from pg_temp.remark
where severity = 'reject'
group by code
order by records desc, code
limit 1
