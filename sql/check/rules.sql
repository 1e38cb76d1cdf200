-- for each indicator and kind of outlier the rule that holds: its own, else the general one; indicators that answer yes or
-- no have none. What is a percentage is compared by points, all else by factor. A temporary table for outlier-*.sql
create temp table rule on commit drop as
select i.indicator_key, c.*
from (select i.indicator_key, i.code,
             case when i.type = 'ratio' or i.type = 'percent' and i.unit = '%' then 'points' else 'factor' end as scale
      from dwh.dim_indicator i
      where i.type <> 'yes_no') i
cross join (values ('outlier-year'), ('outlier-peer')) k (kind)
cross join lateral (select c.*
                    from dwh.check_rule c
                    where c.kind = k.kind
                      and c.scale = i.scale
                      and c.subject in (i.code, '')
                    order by c.subject desc
                    limit 1) c;
