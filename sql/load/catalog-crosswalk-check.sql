-- faults of the crosswalk (pg_temp.input): one sentence a row, and the line that it begins on
select *
from (select format('the region ''%s'' of %s became two regions', i.from_code, i.from_since), i.line
      from (select from_code, from_since, max(line::integer)::text as line, count(*) as n
            from pg_temp.input
            where kind <> 'begun'
            group by from_code, from_since) i
      where i.n > 1
      union all
      select format('a region of the kind ''%s'': renamed, recoded, ended or begun', i.kind), i.line
      from pg_temp.input i
      where i.kind not in ('renamed', 'recoded', 'ended', 'begun')
      union all
      select format('the region ''%s'' of %s is not in the register', r.code, r.since), r.line
      from (select from_code, from_since, line from pg_temp.input where kind <> 'begun'
            union all
            select to_code, to_since, line from pg_temp.input where kind <> 'ended') r (code, since, line)
      left join dwh.dim_region d on d.code = r.code and d.valid_from = r.since::date
      where d.region_key is null) f (sentence, line)
order by f.line::integer
limit 1;
