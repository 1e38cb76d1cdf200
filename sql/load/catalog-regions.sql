-- pg_temp.input → dwh.dim_region. Rows are told apart by code and first day; those no longer in the file stay, for
-- facts may point to them.
drop table if exists pg_temp.region, pg_temp.anchor, pg_temp.filled, pg_temp.changed;

create temp table region on commit drop as
select coalesce(n.region_key, nextval(pg_get_serial_sequence('dwh.dim_region', 'region_key'))) as region_key,
       n.region_key is null as is_new,
       n.code,
       n.name,
       length(n.code) - length(replace(n.code, '.', '')) + 1 as level,
       n.valid_from,
       n.valid_until,
       n.basis
from (select d.region_key, i.code, i.name, i.valid_from::date as valid_from,
             coalesce(nullif(i.valid_until, '')::date, 'infinity') as valid_until, i.basis
      from pg_temp.input i
      left join dwh.dim_region d on d.code = i.code and d.valid_from = i.valid_from::date
      order by i.code, i.valid_from) n;

create unique index on pg_temp.region (code, valid_from);
analyze pg_temp.region;

-- regency_key is the key of the regency's first row ever: it never changes under facts that hold it
create temp table anchor on commit drop as
select code, min(region_key) as regency_key
from (select code, region_key from pg_temp.region where level <= 2
      union all
      select code, region_key from dwh.dim_region where level in (1, 2)) k
group by code;

analyze pg_temp.anchor;

-- names of the regions above: the last ones that held while the row was valid
create temp table filled on commit drop as
select r.region_key,
       r.is_new,
       r.code,
       r.name,
       r.level,
       left(r.code, 2) as province_code,
       p.name as province_name,
       case when r.level >= 2 then left(r.code, 5) else '' end as regency_code,
       case when r.level >= 2 then k.name else '' end as regency_name,
       case when r.level >= 3 then left(r.code, 8) else '' end as district_code,
       case when r.level >= 3 then c.name else '' end as district_name,
       a.regency_key,
       r.valid_from,
       r.valid_until,
       r.basis
from pg_temp.region r
join pg_temp.anchor a on a.code = case when r.level >= 2 then left(r.code, 5) else r.code end
cross join lateral (select x.name
                    from pg_temp.region x
                    where x.code = left(r.code, 2)
                    order by (x.valid_from < r.valid_until) desc, x.valid_from desc
                    limit 1) p
left join lateral (select x.name
                   from pg_temp.region x
                   where x.code = left(r.code, 5)
                   order by (x.valid_from < r.valid_until) desc, x.valid_from desc
                   limit 1) k on r.level >= 2
left join lateral (select x.name
                   from pg_temp.region x
                   where x.code = left(r.code, 8)
                   order by (x.valid_from < r.valid_until) desc, x.valid_from desc
                   limit 1) c on r.level >= 3;

create temp table changed on commit drop as
select f.*
from pg_temp.filled f
join dwh.dim_region d on d.region_key = f.region_key
where not f.is_new
  and (d.name, d.level, d.province_code, d.province_name, d.regency_code, d.regency_name, d.district_code,
       d.district_name, d.regency_key, d.valid_until, d.basis)
      is distinct from
      (f.name, f.level, f.province_code, f.province_name, f.regency_code, f.regency_name, f.district_code,
       f.district_name, f.regency_key, f.valid_until, f.basis);

insert into dwh.dim_region (region_key, code, name, level, province_code, province_name, regency_code, regency_name,
                            district_code, district_name, regency_key, valid_from, valid_until, basis)
select region_key, code, name, level, province_code, province_name, regency_code, regency_name, district_code,
       district_name, regency_key, valid_from, valid_until, basis
from pg_temp.filled
where is_new;

update dwh.dim_region d
set name = f.name,
    level = f.level,
    province_code = f.province_code,
    province_name = f.province_name,
    regency_code = f.regency_code,
    regency_name = f.regency_name,
    district_code = f.district_code,
    district_name = f.district_name,
    regency_key = f.regency_key,
    valid_until = f.valid_until,
    basis = f.basis
from pg_temp.changed f
where f.region_key = d.region_key;

select (select count(*) from pg_temp.filled where is_new) as added,
       (select count(*) from pg_temp.changed) as changed,
       0 as removed;
