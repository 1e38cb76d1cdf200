-- $1 code of the scope, $2 period_key: the closing that holds for it, if any, and whether this login may override it
select p.code, to_char(c.closed_at, 'YYYY-MM-DD') as since, c.reason,
       exists (select from audit.overrider o where o.login = session_user) as may, session_user
from audit.closed_period c
join dwh.dim_period p on p.code = c.period
join dwh.dim_period asked on asked.period_key = $2::bigint
where p.starts_on <= asked.ends_on
  and p.ends_on >= asked.starts_on
  and (c.region = '' or $1::text = c.region or left($1::text, length(c.region) + 1) = c.region || '.')
order by c.closed_at
limit 1
