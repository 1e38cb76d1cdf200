-- $1 year, $2 province, $3 instrument, $4 depth, -1 for the leaves: what these nodes give to the node above: put on a scale
-- of 100 where the instrument says so, turned round where less is better, rounded where decimals are told. Where the scale has
-- no length (the largest is 0, the bounds are the same) there is no score.
update review.score d
set score = case
                when x.decimals is null then x.turned
                else review.rounded(x.turned, x.decimals, x.rounding)
            end,
    maximum = case when x.standard = 'none' then d.maximum else 100 end
from (select regency_key, node, standard, decimals, rounding, case when down then 100 - scaled else scaled end as turned
      from (select s.regency_key, s.node, n.standard, n.down, n.decimals, i.rounding,
                   case n.standard
                       when 'none' then s.raw
                       when 'percent' then 100 * s.raw / nullif(s.maximum, 0)
                       when 'max' then 100 * s.raw / nullif(max(s.raw) over compared, 0)
                       else 100 * (s.raw - coalesce(n.low, min(s.raw) over compared))
                           / nullif(coalesce(n.high, max(s.raw) over compared) - coalesce(n.low, min(s.raw) over compared), 0)
                   end as scaled
            from review.score s
            join review.instrument i on i.instrument = s.instrument
            join review.instrument_node n on n.instrument = s.instrument and n.node = s.node
            join review.instrument_tree t on t.instrument = s.instrument and t.node = s.node
            join review.regency r on r.member_key = s.regency_key and r.province_code = $2::text
            where s.performance_year = $1::smallint
              and s.instrument = $3::text
              and case when n.kind in ('item', 'number', 'figure') then -1 else t.depth end = $4::integer
            window compared as (partition by s.node)) s) x
where d.performance_year = $1::smallint
  and d.regency_key = x.regency_key
  and d.node = x.node
