-- $1 year, $2 province: to publish: figures of persons without small cells, down to the village
select performance_year, province_code, region, region_name, level, measure, system, period, count, total, percent, is_suppressed,
       smallest_cell
from review_published
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", measure collate "C", system collate "C", period collate "C"
