-- $1 year, $2 province: findings of kp2s-check, by kabupaten/kota
select regency_code, regency_name, finding_no, case severity when 'serious' then 'BERAT' else 'perlu dilihat' end as severity,
       kind_name, indicator_code, region_code, region_name, period, agency_code, sentence,
       concat_ws(E'\n', place, other_place) as places, kind
from finding
where performance_year = $1::smallint
  and province_code = $2::text
order by regency_code, finding_no
