-- $1 year, $2 province: convergence by service, of each kabupaten/kota (level 2) and of the province (level 1)
select region, level, subject, service, service_name, package, received, due, percent
from review_convergence_region
where performance_year = $1::smallint
  and province_code = $2::text
  and level <= 2
  and service <> ''
order by level, subject desc, length(service), service, region
