-- $1 year, $2 province: remarks of current submissions, by form and code
select form, severity, code, sum(remarks) as remarks, count(distinct region) as scopes
from review_remark
where performance_year = $1::smallint
  and province_code = $2::text
group by form, severity, code
order by form, array_position(array['reject', 'also', 'repair', 'note'], severity), sum(remarks) desc, code
