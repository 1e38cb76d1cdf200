-- $1 the former key: rows of which a token has no new one, by where they stand, with one of the files they came from
select m.place, count(*), min(u.file_name)
from (select 'facts' as place, f.submission_key
      from dwh.fact_measurement f
      left join pg_temp.token t on t.former = f.child
      left join pg_temp.token h on h.former = f.household
      where f.key_id = $1::text
        and (t.former is null or (f.household <> '' and h.former is null))
      union all
      select 'facts' as place, f.submission_key
      from dwh.fact_service f
      left join pg_temp.token t on t.former = f.person
      left join pg_temp.token h on h.former = f.household
      where f.key_id = $1::text
        and (t.former is null or (f.household <> '' and h.former is null))
      union all
      select 'history' as place, f.submission_key
      from dwh.fact_measurement_history f
      left join pg_temp.token t on t.former = f.child
      left join pg_temp.token h on h.former = f.household
      where f.key_id = $1::text
        and (t.former is null or (f.household <> '' and h.former is null))
      union all
      select 'history' as place, f.submission_key
      from dwh.fact_service_history f
      left join pg_temp.token t on t.former = f.person
      left join pg_temp.token h on h.former = f.household
      where f.key_id = $1::text
        and (t.former is null or (f.household <> '' and h.former is null))) m
join audit.submission u using (submission_key)
group by m.place
order by m.place
