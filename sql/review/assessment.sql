-- $1 year, $2 province, $3 instrument: the nodes that are Aksi, where at least one item was graded
insert into review.assessment (performance_year, regency_key, aksi, instrument, score, maximum, percent, items,
                               items_graded, computed_at)
select s.performance_year, s.regency_key, s.node::smallint, s.instrument, s.score, s.maximum,
       round(100 * s.score / nullif(s.maximum, 0), 2), s.parts, s.parts_given, now()
from review.score s
join review.regency r on r.member_key = s.regency_key
where s.performance_year = $1::smallint
  and r.province_code = $2::text
  and s.instrument = $3::text
  and s.node ~ '^[1-8]$'
  and s.parts_given > 0
  and s.score is not null
  and s.maximum is not null
