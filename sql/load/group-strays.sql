-- What was told of other months of the year, which was empty, than of @within@ goes to their partitions. Only asked for when a
-- source told such: it goes through all rows.
with stray as (
    delete from part.fact_@kind@_@within@_new
    where to_char(measured_on, 'YYYY_MM') <> '@within@'
    returning *
)
insert into dwh.fact_@kind@
select *
from stray
