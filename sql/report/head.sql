-- $1 year, $2 province: what the workbook is about; one row
select h.province_name, h.instrument, h.instrument_name as name, h.assessment_year, h.confirmed, h.score_max, h.printed_decimals as decimals,
       h.assessor_rule, h.tie_rule, h.instrument_source as source, count(*) as regencies,
       extract(epoch from h.computed_at)::bigint as computed_at
from review_head h
join review_ranking k on k.performance_year = h.performance_year and k.province_code = h.province_code
where h.performance_year = $1::smallint
  and h.province_code = $2::text
group by h.province_name, h.instrument, h.instrument_name, h.assessment_year, h.confirmed, h.score_max, h.printed_decimals, h.assessor_rule,
         h.tie_rule, h.instrument_source, h.computed_at
