-- $1 period: the indicators, in the version of its year
select distinct on (i.code) i.code, i.indicator_key, i.type
from dwh.dim_indicator i
left join dwh.dim_period p on p.code = $1::text
order by i.code, i.valid_from <= p.year and (i.valid_until is null or i.valid_until >= p.year) desc, i.version desc
