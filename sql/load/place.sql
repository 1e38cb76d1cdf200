-- The regions and periods named in pg_temp.stage. Of a region's versions the one valid at the period's end is taken;
-- if none is, the last before it, else the first after it.
drop table if exists pg_temp.place, pg_temp.fresh, pg_temp.item, pg_temp.gone, pg_temp.yielding, pg_temp.back;

create temp table place on commit drop as
select distinct on (d.region, d.period) d.region, d.period, p.period_key, p.year, r.region_key, r.regency_key
from (select distinct region, period from pg_temp.stage where rec = 'D') d
left join dwh.dim_period p on p.code = d.period
left join dwh.dim_region r on r.code = d.region
order by d.region, d.period, r.valid_from <= p.ends_on desc,
         case when r.valid_from <= p.ends_on then r.valid_from end desc, r.valid_from;

analyze pg_temp.place;
