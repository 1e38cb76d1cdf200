-- $1 year, $2 province: to publish: the tree of scores of each kabupaten/kota
select performance_year, province_code, region, region_name, instrument, depth, parent, node, node_name, kind, weight, raw, score,
       maximum, score_percent, contribution, parts, parts_given, given
from review_score
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", path, node collate "C"
