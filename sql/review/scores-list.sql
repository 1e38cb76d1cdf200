-- $1 year, $2 province: what kp2s-review --print scores prints: the tree of each kabupaten/kota
select s.region, s.node, s.parent, s.kind, s.node_name as name, s.weight, round(s.raw, 6) as raw, round(s.score, 6) as score,
       round(s.maximum, 6) as maximum, s.parts, s.parts_given, case when s.given then 'given' else '' end as given
from bi.review_score s
where s.performance_year = $1::smallint
  and s.province_code = $2::text
order by s.region, s.path
