-- $1 year, $2 province: from whom a kabupaten/kota may learn at its weakest indicators
select region, indicator, peer, peer_name, peer_percent
from review_peer
where performance_year = $1::smallint
  and province_code = $2::text
order by region, indicator, place
