-- $1 province: group roles that may log in, or may more than what they are granted
select 'restricted' as change, r.rolname as role, '' as object, '' as privilege,
       format('alter role %I %s', r.rolname,
              concat_ws(' ', case when r.rolcanlogin then 'nologin' end, case when r.rolsuper then 'nosuperuser' end,
                        case when r.rolcreatedb then 'nocreatedb' end, case when r.rolcreaterole then 'nocreaterole' end,
                        case when r.rolreplication then 'noreplication' end,
                        case when r.rolbypassrls then 'nobypassrls' end)) as statement
from pg_catalog.pg_roles r
where (r.rolname in ('kp2s_owner', 'kp2s_loader', 'kp2s_publisher', 'kp2s_person', 'kp2s_bi_public', 'kp2s_bi_province',
                     'kp2s_bi_regency')
       or r.rolname in (select 'kp2s_bi_' || replace(k.code, '.', '_') from review.regency k where k.province_code = $1::text))
  and (r.rolcanlogin or r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls)
order by r.rolname
