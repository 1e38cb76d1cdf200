-- $1 province: memberships that are lacking (of its kabupaten's roles in their group, of who runs this in the owner), and
-- those by which a role of readers, or of those who ask about persons, would get more than its own rights
select 'joined' as change, w.role, w.of as object, '' as privilege, format('grant %I to %I', w.of, w.role) as statement
from (select 'kp2s_bi_' || replace(k.code, '.', '_') as role, 'kp2s_bi_regency' as of
      from review.regency k
      where k.province_code = $1::text
        and k.member_key = k.regency_key
      union all
      select current_user, 'kp2s_owner') w
where not exists (select
                  from pg_catalog.pg_auth_members m
                  join pg_catalog.pg_roles g on g.oid = m.roleid
                  join pg_catalog.pg_roles r on r.oid = m.member
                  where g.rolname = w.of
                    and r.rolname = w.role)
union all
select 'left', r.rolname, g.rolname, '', format('revoke %I from %I', g.rolname, r.rolname)
from pg_catalog.pg_auth_members m
join pg_catalog.pg_roles g on g.oid = m.roleid
join pg_catalog.pg_roles r on r.oid = m.member
where (r.rolname in ('kp2s_person', 'kp2s_bi_public', 'kp2s_bi_province', 'kp2s_bi_regency')
       or r.rolname in (select 'kp2s_bi_' || replace(k.code, '.', '_') from review.regency k where k.province_code = $1::text)
          and g.rolname <> 'kp2s_bi_regency')
order by 1, 2, 3
