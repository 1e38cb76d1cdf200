-- $1 province: the kabupaten/kota that each kabupaten's role reads, which is its own and no other
select 'reads' as change, w.role, w.code as object, '' as privilege,
       format('insert into audit.reader (role_name, regency_code) values (%L, %L)', w.role, w.code) as statement
from (select 'kp2s_bi_' || replace(k.code, '.', '_') as role, k.code
      from review.regency k
      where k.province_code = $1::text
        and k.member_key = k.regency_key) w
where not exists (select from audit.reader a where a.role_name = w.role and a.regency_code = w.code)
union all
select 'no longer reads', a.role_name, a.regency_code, '',
       format('delete from audit.reader where role_name = %L and regency_code = %L', a.role_name, a.regency_code)
from audit.reader a
where a.role_name like 'kp2s\_bi\_%'
  and a.role_name <> 'kp2s_bi_' || replace(a.regency_code, '.', '_')
order by 1, 2, 3
