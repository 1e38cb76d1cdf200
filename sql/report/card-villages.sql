-- $1 year, $2 province: the villages of each kabupaten/kota, those without any figure too, with stunting (e-PPGBM) and services received
with figure as (
    select region as village, max(region_name) as name, max(district_name) as district_name, bool_or(is_lokus) as is_lokus
    from review_coverage_region
    where performance_year = $1::smallint and province_code = $2::text and level = 4 and villages = 'all'
    group by region
), child as (
    select region as village, region_name, district_name, measured, affected, percent
    from review_prevalence_region
    where performance_year = $1::smallint and province_code = $2::text and level = 4 and system = 'e-ppgbm' and ages = 'under5'
      and measure = 'stunted'
), service as (
    select region as village, region_name, district_name, percent, persons, complete_percent
    from review_convergence_region
    where performance_year = $1::smallint and province_code = $2::text and level = 4 and subject = '' and service = ''
), place as (
    select v.region as village, v.name, d.name as district_name
    from review_region v
    left join review_region d on d.performance_year = v.performance_year and d.province_code = v.province_code
                             and d.region = left(v.region, 8)
    where v.performance_year = $1::smallint and v.province_code = $2::text and v.level = 4
)
select left(village, 5) as region, village, coalesce(p.name, f.name, c.region_name, s.region_name) as village_name,
       coalesce(p.district_name, f.district_name, c.district_name, s.district_name) as district_name,
       coalesce(f.is_lokus, false) as is_lokus, c.measured, c.affected, c.percent as stunted_percent, s.percent as received_percent,
       s.complete_percent
from place p
full join figure f using (village)
full join child c using (village)
full join service s using (village)
order by village collate "C"
