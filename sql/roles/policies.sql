-- tables with row level security that the roles of jobs could not read
select 'passes' as change, 'kp2s_loader, kp2s_publisher' as role, c.oid::pg_catalog.regclass::text as object, '' as privilege,
       format('create policy jobs on %s to kp2s_loader, kp2s_publisher using (true) with check (true)',
              c.oid::pg_catalog.regclass) as statement
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('audit', 'dwh', 'part', 'review', 'bi', 'publish')
  and c.relrowsecurity
  and not exists (select from pg_catalog.pg_policy y where y.polrelid = c.oid and y.polname = 'jobs')
order by 3
