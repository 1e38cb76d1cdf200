-- $1 year, $2 province, $3 kabupaten/kota: the figures of services that its coverage is made of, by village (kecamatan, where they
-- came by kecamatan), in the order of the villages; unserved: denominator − numerator, where less is better the numerator; lacking:
-- to the target, or too much for it
select f.region, f.region_name, f.district_name, f.level, f.is_lokus, f.indicator, f.indicator_name, f.name_en, f.direction, f.numerator,
       f.denominator, f.percent, f.target,
       case when f.denominator > 0 then greatest(0, case f.direction when 'up' then f.denominator - f.numerator else f.numerator end) end as unserved,
       case
           when f.target is not null and f.denominator > 0 then greatest(0, ceil(case f.direction
                                                                                     when 'up' then f.target * f.denominator / 100 - f.numerator
                                                                                     else f.numerator - f.target * f.denominator / 100
                                                                                 end))
       end as lacking
from (select c.*, coalesce(nullif(i.name_en, ''), i.name) as name_en, max(c.level) over (partition by c.indicator) as deepest
      from review_coverage_region c
      join review_indicator i on i.performance_year = c.performance_year and i.province_code = c.province_code
                             and i.indicator = c.indicator and i.version = c.indicator_version and i.kind in ('spesifik', 'sensitif')
      where c.performance_year = $1::smallint
        and c.province_code = $2::text
        and c.regency_key = (select max(o.regency_key)
                             from review_coverage o
                             where o.performance_year = $1::smallint and o.province_code = $2::text and o.region = $3::text)
        and c.villages = 'all'
        and c.level >= 3) f
where f.level = f.deepest
order by f.region collate "C", f.indicator collate "C"
