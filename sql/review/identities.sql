-- $1 year, $2 province: figures that contradict one another, and of how many kabupaten/kota
select count(*), count(distinct regency_code)
from bi.identity_broken
where year = $1::smallint
  and province_code = $2::text
