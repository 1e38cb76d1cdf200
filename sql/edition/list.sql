-- $1 year, $2 province, empty for all: the editions
select e.performance_year, e.province_code, e.number, e.status, e.in_force, e.frozen_at, coalesce(e.decree, '') as decree,
       coalesce(e.decree_date::text, '') as decree_date, e.checksum, e.note
from bi.edition e
where ($1::text = '' or e.performance_year::text = $1::text)
  and ($2::text = '' or e.province_code = $2::text)
order by e.performance_year, e.province_code, e.number
