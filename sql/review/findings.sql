-- $1 year, $2 province, $3 instrument: what an officer should know of the scores, a sentence each
select format('%s values are given for the whole, not computed from their parts (kp2s-review --print scores)', count(*))
from bi.review_score
where performance_year = $1::smallint and province_code = $2::text and given
having count(*) > 0
union all
select format('%s items of %s kabupaten/kota have grades, but no value: the assessors do not agree, or the chair gave none',
              count(*), count(distinct region))
from bi.review_score
where performance_year = $1::smallint and province_code = $2::text and kind in ('item', 'number') and parts_given > 0
  and raw is null
having count(*) > 0
union all
select format('no scale of 100 can be made of ''%s'': its largest value is 0, or all are the same', node)
from bi.review_score
where performance_year = $1::smallint and province_code = $2::text and raw is not null and score is null
group by node
union all
select format('the parts of ''%s'' reach %s, but the instrument says maximum %s', n.node, trim_scale(p.reach), trim_scale(n.maximum))
from review.instrument_node n
join (select c.instrument, c.parent, s.regency_key, sum(c.weight * s.maximum) as reach
      from review.score s
      join review.instrument_node c on c.instrument = s.instrument and c.node = s.node and c.weight > 0
      join review.regency r on r.member_key = s.regency_key and r.province_code = $2::text
      where s.performance_year = $1::smallint
      group by c.instrument, c.parent, s.regency_key
      having count(*) = count(s.maximum)) p on p.instrument = n.instrument and p.parent = n.node
where n.instrument = $3::text and n.kind in ('sum', 'weighted') and p.reach <> n.maximum
group by n.node, n.maximum, p.reach
union all
select format('%s kabupaten/kota have the same score and no rule parts them: %s', count(*), string_agg(region_name, ', ' order by rank, region))
from bi.review_ranking
where performance_year = $1::smallint and province_code = $2::text and tie = 'unresolved'
having count(*) > 0
union all
select format('%s kabupaten/kota with the same score are parted by a decision without a reason: %s', count(*),
              string_agg(region_name, ', ' order by rank, region))
from bi.review_ranking
where performance_year = $1::smallint and province_code = $2::text and tie = 'unexplained'
having count(*) > 0
union all
select format('the decided rank of %s is %s, its score gives %s', region_name, decided, rank)
from bi.review_ranking
where performance_year = $1::smallint and province_code = $2::text and decided <> rank
union all
select format('of %s published scores %s differ, of %s published ranks %s (kp2s-review --print differences)',
              count(k.published_score), count(*) filter (where abs(k.published_score - k.score_printed) > n.tolerance),
              count(k.published_rank), count(*) filter (where k.published_rank <> k.rank))
from bi.review_ranking k
join review.instrument n on n.instrument = k.instrument
where k.performance_year = $1::smallint and k.province_code = $2::text
having count(*) filter (where abs(k.published_score - k.score_printed) > n.tolerance or k.published_rank <> k.rank) > 0
union all
select format('no evidence is loaded for %s: whether the %s items that require documents have them is not known', $1::smallint, count(*))
from review.instrument_node n
where n.instrument = $3::text and n.requirement <> ''
  and not exists (select from bi.review_evidence e where e.performance_year = $1::smallint and e.province_code = $2::text)
having count(*) > 0
union all
select format('%s items of %s kabupaten/kota are graded and require documents, and none is told (kp2s-review --print evidence)',
              count(*), count(distinct region))
from bi.review_evidence
where performance_year = $1::smallint and province_code = $2::text and finding = 'missing'
having count(*) > 0
union all
select format('%s documents of %s kabupaten/kota are of items that the instrument does not know (kp2s-review --print evidence)',
              count(*), count(distinct region))
from bi.review_evidence
where performance_year = $1::smallint and province_code = $2::text and finding = 'unknown'
having count(*) > 0
