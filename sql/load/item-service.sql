-- the services named in pg_temp.stage
create temp table item on commit drop as
select 'service' as what, d.service as name, d.period, s.service_key as item_key
from (select distinct service, period from pg_temp.stage where rec = 'D') d
left join dwh.dim_service s on s.code = d.service;
