-- $1 year, $2 province: what the workbook is about; one row
select k.province_name, n.instrument, n.name, n.assessment_year, n.confirmed, n.score_max, n.decimals,
       n.assessor_rule, n.tie_rule, n.source, count(*) as regencies,
       extract(epoch from max(k.computed_at))::bigint as computed_at
from bi.review_ranking k
join review.instrument n on n.instrument = k.instrument
where k.performance_year = $1::smallint
  and k.province_code = $2::text
group by k.province_name, n.instrument
