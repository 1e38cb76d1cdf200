-- $1 year, $2 province: figures that a survey or an index gives as they stand, of each region the latest in the year, from the
-- agency that owns the indicator if it told one
insert into review.survey (performance_year, regency_key, indicator_key, region_key, level, value, period_key, agency_key,
                           submission_key, table_no, row_no, cell, computed_at)
select distinct on (x.regency_key, x.indicator_key, x.region_key)
       $1::smallint, x.regency_key, x.indicator_key, x.region_key, x.level, x.reported, x.period_key, x.agency_key,
       x.submission_key, x.table_no, x.row_no, x.cell, now()
from (select case g.level when 1 then n.region_key else r.regency_key end as regency_key, f.indicator_key, n.region_key, g.level,
             f.reported, f.period_key, f.agency_key, a.code as agency, p.starts_on, p.ends_on, f.submission_key, f.table_no,
             f.row_no, f.cell,
             a.code = dwh.owner_of(i.code, 'numerator', g.regency_code, p.ends_on) as owner
      from (select indicator_key, code from dwh.dim_indicator where type = 'percent' and kind = 'hasil' offset 0) i
      join dwh.fact_coverage f on f.indicator_key = i.indicator_key
      join dwh.dim_region g on g.region_key = f.region_key
      join review.region_now n on n.code = g.code
      left join review.regency r on r.member_key = f.regency_key
      join dwh.dim_period p on p.period_key = f.period_key
      join dwh.dim_agency a on a.agency_key = f.agency_key
      where g.province_code = $2::text
        and p.year = $1::smallint
        and f.state = 'value'
        and f.puskesmas = ''
        and f.sex = ''
        and f.age_group = '') x
where x.regency_key is not null
  and x.reported is not null
order by x.regency_key, x.indicator_key, x.region_key, x.ends_on desc, x.starts_on, x.owner desc nulls last, x.agency
