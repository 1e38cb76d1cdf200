-- $1 year, $2 province: published complete packages, a row for each region and quarter as kp2s-publish left it, the latest first
select period, region_level, region_code, regency_name, district_name, region_name,
       max(total) filter (where measure = 'complete-bumil') as bumil_total, max(count) filter (where measure = 'complete-bumil') as bumil,
       max(percent) filter (where measure = 'complete-bumil') as bumil_percent,
       bool_or(is_suppressed) filter (where measure = 'complete-bumil') as bumil_withheld,
       max(total) filter (where measure = 'complete-anak') as anak_total, max(count) filter (where measure = 'complete-anak') as anak,
       max(percent) filter (where measure = 'complete-anak') as anak_percent,
       bool_or(is_suppressed) filter (where measure = 'complete-anak') as anak_withheld
from publish.figure
where performance_year = $1::smallint
  and province_code = $2::text
  and measure in ('complete-bumil', 'complete-anak')
group by period, region_level, region_code, regency_name, district_name, region_name
order by period desc, region_code collate "C"
