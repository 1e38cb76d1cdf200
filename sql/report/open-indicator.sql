-- $1 year, $2 province: to publish: definitions of the indicators
select performance_year, province_code, indicator, version, name, name_en, kind, type, unit, direction, numerator_definition, numerator_owner,
       denominator_definition, denominator_owner, source
from review_indicator
where performance_year = $1::smallint
  and province_code = $2::text
order by indicator collate "C", version
