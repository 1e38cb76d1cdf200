-- pg_temp.input → dwh.target; targets no longer in the file are removed
drop table if exists pg_temp.wanted, pg_temp.difference, pg_temp.removed;

create temp table wanted on commit drop as
select indicator, year::smallint as year, region, value::numeric as value, unit, source, verified = 'ya' as verified
from pg_temp.input;

create temp table difference on commit drop as
select w.*, d.indicator_code is null as is_new
from pg_temp.wanted w
left join dwh.target d on d.indicator_code = w.indicator and d.year = w.year and d.region_code = w.region
where d.indicator_code is null
   or (d.value, d.unit, d.source, d.verified) is distinct from (w.value, w.unit, w.source, w.verified);

create temp table removed on commit drop as
select d.indicator_code, d.year, d.region_code
from dwh.target d
where not exists (select
                  from pg_temp.wanted w
                  where w.indicator = d.indicator_code and w.year = d.year and w.region = d.region_code);

delete from dwh.target d
using pg_temp.removed r
where r.indicator_code = d.indicator_code
  and r.year = d.year
  and r.region_code = d.region_code;

update dwh.target d
set value = w.value,
    unit = w.unit,
    source = w.source,
    verified = w.verified
from pg_temp.difference w
where w.indicator = d.indicator_code
  and w.year = d.year
  and w.region = d.region_code;

insert into dwh.target (indicator_code, year, region_code, value, unit, source, verified)
select indicator, year, region, value, unit, source, verified
from pg_temp.difference
where is_new;

select count(*) filter (where is_new) as added,
       count(*) filter (where not is_new) as changed,
       (select count(*) from pg_temp.removed) as removed
from pg_temp.difference;
