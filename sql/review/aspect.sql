-- $1 year, $2 province: of each kabupaten the three coverages nearest to their targets, or beyond, and the three farthest; where
-- there are fewer than six, none is both, and the one in the middle is strong if it reached its target. For the weak ones the
-- kabupaten to learn from: better, neighbours first, then those of a like size.
with reached as (
    select c.regency_key, c.indicator_key, i.code, i.direction, c.numerator, c.denominator, c.target,
           100 * c.numerator / c.denominator as percent
    from review.coverage c
    join dwh.dim_region r on r.region_key = c.regency_key
    join dwh.dim_indicator i on i.indicator_key = c.indicator_key
    where c.performance_year = $1::smallint
      and r.province_code = $2::text
      and c.target is not null
      and c.denominator <> 0
), measured as (
    select regency_key, indicator_key, code, direction, denominator, percent,
           case
               when direction = 'up' and percent >= target then 100
               when direction = 'up' then 100 * percent / target
               when percent <= target then 100
               else 100 * target / percent
           end as attainment,
           case direction when 'up' then percent - target else target - percent end as margin,
           case direction when 'up' then greatest(denominator - numerator, 0) else numerator end as unserved
    from reached
), placed as (
    select m.*, count(*) over (partition by regency_key) as aspects,
           row_number() over (partition by regency_key order by attainment desc, margin desc, code) as strong,
           row_number() over (partition by regency_key order by attainment, margin, code desc) as weak
    from measured m
), aspect as (
    insert into review.aspect (performance_year, regency_key, side, place, indicator_key, attainment, margin, unserved,
                               computed_at)
    select $1::smallint, p.regency_key, s.side, s.place, p.indicator_key, p.attainment, p.margin, p.unserved, now()
    from placed p
    cross join lateral (values ('strong', p.strong, p.margin >= 0), ('weak', p.weak, p.margin < 0)) s (side, place, middle)
    where s.place <= 3
      and (2 * s.place <= p.aspects or 2 * s.place - 1 = p.aspects and s.middle)
    returning regency_key, indicator_key, side
), peer as (
    select a.regency_key, a.indicator_key, o.regency_key as peer_key, o.percent, o.denominator, b.is_neighbour,
           row_number() over (partition by a.regency_key, a.indicator_key
                              order by b.is_neighbour desc,
                                       greatest(o.denominator, m.denominator) / least(o.denominator, m.denominator),
                                       case o.direction when 'up' then -o.percent else o.percent end, r.code) as place
    from aspect a
    join measured m on m.regency_key = a.regency_key and m.indicator_key = a.indicator_key
    join measured o on o.indicator_key = a.indicator_key
                   and case o.direction when 'up' then o.percent > m.percent else o.percent < m.percent end
    join dwh.dim_region r on r.region_key = o.regency_key
    join dwh.dim_region h on h.region_key = a.regency_key
    cross join lateral (select exists (select
                                       from dwh.neighbour n
                                       where (n.region, n.neighbour) in ((h.code, r.code), (r.code, h.code))) as is_neighbour) b
    where a.side = 'weak'
)
insert into review.peer (performance_year, regency_key, indicator_key, place, peer_key, peer_percent, peer_denominator,
                         is_neighbour, computed_at)
select $1::smallint, regency_key, indicator_key, place, peer_key, round(percent, 2), denominator, is_neighbour, now()
from peer
where place <= 3
