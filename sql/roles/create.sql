-- $1 province: the group roles that there are not, those of its kabupaten/kota among them
select 'created' as change, w.role, '' as object, '' as privilege, format('create role %I nologin', w.role) as statement
from (select unnest(array['kp2s_owner', 'kp2s_loader', 'kp2s_publisher', 'kp2s_person', 'kp2s_bi_public', 'kp2s_bi_province',
                          'kp2s_bi_regency']) as role
      union all
      select 'kp2s_bi_' || replace(k.code, '.', '_')
      from review.regency k
      where k.province_code = $1::text
        and k.member_key = k.regency_key) w
where not exists (select from pg_catalog.pg_roles r where r.rolname = w.role)
order by w.role
