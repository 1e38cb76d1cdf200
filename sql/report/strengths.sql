-- $1 year, $2 province: the three weakest and the three strongest coverages of each kabupaten/kota, in the order of their codes
select a.region, a.region_name, a.side, a.place, a.indicator, a.indicator_name as name, i.name_en, a.direction, a.percent,
       a.target, a.target_verified, a.margin, a.reached, a.unserved
from review_aspect a
left join review_indicator i on i.performance_year = a.performance_year and i.province_code = a.province_code
                            and i.indicator = a.indicator
where a.performance_year = $1::smallint
  and a.province_code = $2::text
order by a.region, a.side desc, a.place
