-- $1 year, $2 province: to publish: scores of the Aksi
select performance_year, province_code, region, region_name, instrument, aksi, score, maximum, percent, items, items_graded
from review_assessment
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", aksi
