-- pg_temp.pair, as it was read, → each former token once; two new ones for the same are refused by the index
create temp table token on commit drop as
select distinct former, present
from pg_temp.pair;

create unique index on pg_temp.token (former);

analyze pg_temp.token;
