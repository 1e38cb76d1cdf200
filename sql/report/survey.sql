-- $1 year, $2 province: estimates of surveys and indices, as published, of the province and its kabupaten/kota
select s.region, s.region_name, s.level, s.indicator, s.indicator_name as name, i.name_en, s.unit, s.value, s.period, s.agency_name
from review_survey s
left join (select distinct on (indicator) indicator, name_en
           from review_indicator
           where performance_year = $1::smallint and province_code = $2::text
           order by indicator, version desc) i on i.indicator = s.indicator
where s.performance_year = $1::smallint
  and s.province_code = $2::text
  and s.level <= 2
order by s.indicator, s.level, s.region
