-- the indicators named in pg_temp.stage, in the version of the period's year
create temp table item on commit drop as
select distinct on (d.indicator, d.period) 'indicator' as what, d.indicator as name, d.period,
       i.indicator_key as item_key
from (select distinct indicator, period from pg_temp.stage where rec = 'D') d
left join dwh.dim_period p on p.code = d.period
left join dwh.dim_indicator i on i.code = d.indicator
order by d.indicator, d.period,
         i.valid_from <= p.year and (i.valid_until is null or i.valid_until >= p.year) desc, i.version desc;
