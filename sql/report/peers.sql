-- $1 year, $2 province: from whom to learn what each kabupaten/kota is weak at
select region, indicator, peer, peer_name, peer_percent, is_neighbour
from review_peer
where performance_year = $1::smallint
  and province_code = $2::text
order by region, indicator, place
