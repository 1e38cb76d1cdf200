-- faults of the rules of checks (pg_temp.input): a sentence and its line
select *
from (select format('the check ''%s'' is none of identity, outlier-year, outlier-peer, denominator, two-forms', i.kind) as fault,
             i.line::bigint as line
      from pg_temp.input i
      where i.kind not in ('identity', 'outlier-year', 'outlier-peer', 'denominator', 'two-forms')
      union all
      select format('the scale ''%s'' is neither points nor factor', i.scale), i.line::bigint
      from pg_temp.input i
      where i.scale not in ('points', 'factor')
      union all
      select format('the check %s in %s compares by factor alone', i.kind, i.scale), i.line::bigint
      from pg_temp.input i
      where i.scale = 'points'
        and i.kind not in ('outlier-year', 'outlier-peer')
      union all
      select format('the check %s in %s has two rows for ''%s''', i.kind, i.scale, i.subject), max(i.line::bigint)
      from pg_temp.input i
      group by i.kind, i.scale, i.subject
      having count(*) > 1
      union all
      select format('the %s of the check %s is ''%s'', no number', n.name, i.kind, n.figure), i.line::bigint
      from pg_temp.input i
      cross join lateral (values ('threshold', i.threshold), ('peers', i.peers), ('base', i.base),
                                 ('difference', i.difference), ('serious', i.serious)) n (name, figure)
      where n.figure !~ (case n.name when 'peers' then '^[0-9]{1,6}$' else '^[0-9]{1,9}([.][0-9]+)?$' end)
      union all
      select format('the difference of the check %s is a factor and cannot be %s: 1 is none', i.kind, i.difference),
             i.line::bigint
      from pg_temp.input i
      where i.scale = 'factor'
        and i.difference ~ '^0*([.][0-9]*)?$|^0+[.]'
      union all
      select format('the check %s names an unknown indicator ''%s''', i.kind, i.subject), i.line::bigint
      from pg_temp.input i
      where i.subject <> ''
        and i.kind <> 'identity'
        and not exists (select from dwh.dim_indicator d where d.code = i.subject)
      union all
      select format('the check identity names an unknown identity ''%s''', i.subject), i.line::bigint
      from pg_temp.input i
      where i.subject <> ''
        and i.kind = 'identity'
        and not exists (select from dwh.identity d where d.identity = i.subject)) f
order by line
limit 1;
