-- $1 year, $2 province, $3 instrument: ranks by the scores of the ranked node, ties by the instrument's rule, and beside them
-- what was decided and published. Scores are held to 12 decimals, so that equal fractions reached by different divisions tie.
insert into review.ranking (performance_year, regency_key, instrument, confirmed, aksi, cakupan, konvergensi, prevalensi, data,
                            score, rank, missing, score_max, score_printed, given, compared, tie, tie_reason, decided,
                            announced, published_score, published_rank, computed_at)
with score as (
    select *
    from review.score
    where performance_year = $1::smallint
      and instrument = $3::text
), told as (
    select item, regency_key, trim_scale(avg(nullif(grade, '')::numeric)) as value, string_agg(distinct nullif(remark, ''), '; ') as reason
    from pg_temp.told
    where item in (select unnest(array[published_score, published_rank, case tie_rule when 'decided' then tie_by end])
                   from review.instrument
                   where instrument = $3::text)
    group by item, regency_key
), component as (
    select r.regency_key,
           max(coalesce(s.score, 0)) filter (where c.component = 'aksi') as aksi,
           max(coalesce(s.score, 0)) filter (where c.component = 'cakupan') as cakupan,
           max(coalesce(s.score, 0)) filter (where c.component = 'konvergensi') as konvergensi,
           max(coalesce(s.score, 0)) filter (where c.component = 'prevalensi') as prevalensi,
           max(coalesce(s.score, 0)) filter (where c.component = 'data') as data
    from review.regency r
    join review.instrument_component c on c.instrument = $3::text and c.weight > 0
    left join score s on s.node = c.component and s.regency_key = r.regency_key
    where r.member_key = r.regency_key
    group by r.regency_key
), missing as (
    select r.regency_key, string_agg(c.node, ',' order by c.place) as nodes
    from review.regency r
    join review.instrument n on n.instrument = $3::text
    join review.instrument_node c on c.instrument = n.instrument and c.weight > 0
                                 and (c.parent = n.ranked
                                      or c.node = n.ranked)
    left join score s on s.node = c.node and s.regency_key = r.regency_key
    left join score g on g.node = n.ranked and g.regency_key = r.regency_key
    where r.member_key = r.regency_key
      and s.score is null
      and g.given is not true
      and (c.node <> n.ranked or s.raw is not null or c.kind in ('item', 'number', 'figure'))
    group by r.regency_key
), scored as (
    select r.regency_key, n.instrument, n.confirmed, n.tie_rule, n.decimals, n.rounding, n.publication, n.best,
           round(coalesce(s.score, 0), 12) as score, s.score is not null as has_score, s.maximum, coalesce(s.given, false) as given,
           round(k.score, 12) as key, d.value::bigint as decided, coalesce(d.reason, '') as reason, p.value as published_score,
           q.value::bigint as published_rank
    from review.regency r
    join review.instrument n on n.instrument = $3::text
    left join score s on s.node = n.ranked and s.regency_key = r.regency_key
    left join score k on n.tie_rule = 'key' and k.node = n.tie_by and k.regency_key = r.regency_key
    left join told d on n.tie_rule = 'decided' and d.item = n.tie_by and d.regency_key = r.regency_key
    left join told p on p.item = n.published_score and p.regency_key = r.regency_key
    left join told q on q.item = n.published_rank and q.regency_key = r.regency_key
    where r.province_code = $2::text
      and r.member_key = r.regency_key
), ranked as (
    select s.*,
           case tie_rule
               when 'dense' then dense_rank() over (order by score desc)
               when 'key' then rank() over (order by score desc, key desc nulls last)
               when 'decided' then rank() over (order by score desc, decided)
               else rank() over (order by score desc)
           end as rank,
           count(*) over (partition by score, has_score) as equals,
           count(*) over (partition by score, has_score, key, decided) as alike,
           count(*) filter (where has_score) over () as compared
    from scored s
)
select $1::smallint, k.regency_key, k.instrument, k.confirmed, c.aksi, c.cakupan, c.konvergensi, c.prevalensi, c.data, k.score,
       k.rank, coalesce(m.nodes, ''), k.maximum, review.rounded(k.score, k.decimals, k.rounding), k.given, k.compared,
       case
           when not k.has_score or k.equals = 1 then ''
           when k.tie_rule in ('competition', 'dense') then 'shared'
           when k.alike > 1 or k.tie_rule = 'decided' and k.decided is null then 'unresolved'
           when k.tie_rule = 'key' then 'key'
           when k.reason = '' then 'unexplained'
           else 'decided'
       end,
       k.reason, k.decided,
       case k.publication when 'all' then true when 'best' then k.has_score and k.rank <= k.best else false end,
       k.published_score, k.published_rank, now()
from ranked k
left join component c on c.regency_key = k.regency_key
left join missing m on m.regency_key = k.regency_key
