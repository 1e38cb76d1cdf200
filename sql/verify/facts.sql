-- $1 a submission, $2 whether it is superseded, $3 the columns @within@ as a list: what the submission's file tells now
-- (pg_temp.fresh) beside what the warehouse has of it. A row that another submission's covers stands in the history, once or
-- several times; one there that nothing covers should be current. One row: how many differ, and the first that does.
with fresh as (
    select x.*, r.code as region, @indicator@ as indicator
    from pg_temp.fresh x
    join dwh.dim_region r using (region_key)
), told as (
    select x.*, r.code as region, @indicator@ as indicator
    from (select @columns@
          from dwh.fact_@kind@
          where submission_key = $1::bigint
            and not $2::boolean
          union all
          select @columns@
          from (select distinct on (@key@) n.*
                from dwh.fact_@kind@_history n
                where n.submission_key = $1::bigint
                  and ($2::boolean
                       or exists (select
                                  from dwh.fact_@kind@ f
                                  where @match@
                                    and f.submission_key <> $1::bigint))
                order by @key@, n.known_until desc) h) x
    join dwh.dim_region r using (region_key)
), difference as (
    select case
               when t.region is null then 'missing'
               when n.region is null then 'extra'
               when n.told is distinct from t.told then 'changed'
               else 'version'
           end as what,
           coalesce(n.table_no, t.table_no) as table_no, coalesce(n.row_no, t.row_no) as row_no,
           coalesce(n.cell, t.cell) as cell, n as in_file, t as in_warehouse
    from (select f.*, row(@within@) as told, row(@versions@) as version from fresh f) n
    full join (select f.*, row(@within@) as told, row(@versions@) as version from told f) t using (@pairing@)
    where n.told is distinct from t.told
       or n.version is distinct from t.version
    union all -- rows of a superseded submission that are current
    select 'extra', table_no, row_no, cell, null, null
    from dwh.fact_@kind@
    where submission_key = $1::bigint
      and $2::boolean
), first as (
    select *
    from difference
    order by what = 'version', table_no, row_no, what desc, cell
    limit 1
)
select c.changed, c.missing, c.extra, c.version, f.what, t.sheet, f.row_no, coalesce(nullif(f.cell, ''), d.cell) as cell, d.detail
from (select count(*) filter (where what = 'changed') as changed,
             count(*) filter (where what = 'missing') as missing,
             count(*) filter (where what = 'extra') as extra,
             count(*) filter (where what = 'version') as version
      from difference) c
left join first f on true
left join audit.submission_table t on t.submission_key = $1::bigint and t.table_no = f.table_no
left join lateral (select string_agg(case
                                         when n.key in ('child', 'person', 'household', 'key_id') then n.key
                                         else format('%s: %s in the file, %s in the warehouse', n.key,
                                                     coalesce(nullif(left(n.value, 40), ''), '-'),
                                                     coalesce(nullif(left(w.value, 40), ''), '-'))
                                     end, '; ' order by n.key) as detail,
                          -- the cells of fields that stand in a column of their own
                          string_agg(substring(t.fields from '(?:^| )' || n.key || ':([A-Z]+)') || f.row_no, ' ' order by n.key) as cell
                   from jsonb_each_text(to_jsonb(f.in_file)) n
                   join jsonb_each_text(to_jsonb(f.in_warehouse)) w using (key)
                   where n.value is distinct from w.value
                     and n.key = any (string_to_array($3::text, ', '))) d on true
