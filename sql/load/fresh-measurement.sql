-- $1 submission: pg_temp.stage → rows of the fact
create temp table fresh (like dwh.fact_measurement) on commit drop;

insert into pg_temp.fresh (regency_key, region_key, child, measured_on, period_key, agency_key, system, key_id,
                           household, puskesmas, sex, age_days, weight, height, position, muac, haz, waz, whz, baz, flags,
                           ha_status, wa_status, wh_status, haz_reported, waz_reported, whz_reported, ha_status_reported,
                           submission_key, table_no, row_no, cell, known_from)
select p.regency_key, p.region_key, s.child, s.measured_on, p.period_key, u.agency_key, u.system, s.key, s.household,
       s.puskesmas, s.sex, s.age_days, s.weight, s.height, s.position, s.muac, s.haz, s.waz, s.whz, s.baz, s.flags, s.ha_status,
       s.wa_status, s.wh_status, s.haz_reported, s.waz_reported, s.whz_reported, s.ha_status_reported, $1, s.table_no, s.row_no,
       s.cell, $1
from pg_temp.stage s
join pg_temp.place p on p.region = s.region and p.period = s.period
join audit.submission u on u.submission_key = $1
where s.rec = 'D';

analyze pg_temp.fresh;
