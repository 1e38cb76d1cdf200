-- faults of the catalogue of targets (pg_temp.input): one sentence a row
select format('the indicator ''%s'' has two targets for %s and region ''%s''', i.indicator, i.year, i.region)
from pg_temp.input i
group by i.indicator, i.year, i.region
having count(*) > 1
union all
select format('the target of %s is for an unknown indicator ''%s''', i.year, i.indicator)
from pg_temp.input i
where not exists (select from dwh.dim_indicator d where d.code = i.indicator)
union all
select format('the target of indicator ''%s'' is for an unknown region ''%s''', i.indicator, i.region)
from pg_temp.input i
where i.region <> ''
  and not exists (select from dwh.dim_region d where d.code = i.region)
union all
select format('''verified'' of the target of indicator ''%s'' must be ya or tidak', i.indicator)
from pg_temp.input i
where i.verified not in ('ya', 'tidak')
union all
select format('the indicator ''%s'' has a target, but no direction and so nothing to reach', i.indicator)
from pg_temp.input i
join dwh.dim_indicator d on d.code = i.indicator
where d.direction = 'none'
limit 1;
