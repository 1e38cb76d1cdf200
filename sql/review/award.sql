-- $1 year, $2 province, $3 instrument: the categories beside the ranking, each with its own ranks: by the score of a node, or
-- as somebody decided
insert into review.award (performance_year, regency_key, instrument, award, rank, score, holder, reason, computed_at)
with place as (
    select w.award, s.regency_key, rank() over (partition by w.award order by round(s.score, 12) desc) as rank, s.score, '' as reason
    from review.instrument_award w
    join review.score s on s.performance_year = $1::smallint and s.instrument = w.instrument and s.node = w.node
    join review.regency r on r.member_key = s.regency_key and r.province_code = $2::text
    where w.instrument = $3::text
      and s.score is not null
    union all
    select w.award, t.regency_key, min(t.grade::bigint), null, coalesce(string_agg(distinct nullif(t.remark, ''), '; '), '')
    from review.instrument_award w
    join pg_temp.told t on t.item = w.item and t.grade <> ''
    where w.instrument = $3::text
    group by w.award, t.regency_key
)
select $1::smallint, p.regency_key, w.instrument, p.award, p.rank, p.score, p.rank <= w.holders, p.reason, now()
from place p
join review.instrument_award w on w.instrument = $3::text and w.award = p.award
