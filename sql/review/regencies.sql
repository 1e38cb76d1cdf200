-- $1 province: how many kabupaten/kota the present register has there
select count(*)
from review.regency
where province_code = $1::text
  and member_key = regency_key
