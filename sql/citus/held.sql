-- $1 a table: a row where Citus holds it
select
from pg_catalog.pg_dist_partition
where logicalrel = $1::pg_catalog.regclass
