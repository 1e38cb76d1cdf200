-- $1 year, $2 province: to publish: what was scored, with what weight
select performance_year, province_code, instrument, instrument_name, node, depth, parent, node_name, kind, weight, source, grades,
       requirement, standard, down, low, high, maximum, decimals, missing, assessors, roles, given, assessment_year, data_period,
       confirmed, instrument_source, assessor_rule, tie_rule, tie_by, printed_decimals, rounding, publication, best
from review_instrument
where performance_year = $1::smallint
  and province_code = $2::text
order by path, node collate "C"
