-- $1 year, $2 province: to publish: where to learn
select performance_year, province_code, region, region_name, indicator, indicator_name, place, percent, denominator, peer, peer_name,
       peer_percent, peer_denominator, is_neighbour
from review_peer
where performance_year = $1::smallint
  and province_code = $2::text
order by region collate "C", indicator collate "C", place
