-- the services
select s.code, s.service_key, '' as type
from dwh.dim_service s
