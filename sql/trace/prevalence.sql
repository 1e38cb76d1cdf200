-- $1 year, $2 region, $3 figure, of children under two with under2. before it, $4 source system: the measurements counted in
-- that column of review.prevalence (doc/review.md). A child is counted where it was measured last in the province.
select s.submission_key, f.table_no, f.row_no, f.cell, s.kind, s.file_name, s.sha256, t.sheet, t.fields
from (select distinct on (m.child) m.submission_key, m.table_no, m.row_no, m.cell, g.code, m.age_days,
             case when position('h' in m.flags) = 0 and m.age_days <= 1826 then m.haz end as haz,
             case when position('w' in m.flags) = 0 then m.waz end as waz,
             case when position('x' in m.flags) = 0 then m.whz end as whz
      from dwh.fact_measurement m
      join dwh.dim_region k on k.region_key = m.regency_key
      join dwh.dim_region g on g.region_key = m.region_key
      where k.province_code = left($2::text, 2)
        and m.system = $4::text
        and m.measured_on between make_date($1::integer, 1, 1) and make_date($1::integer, 12, 31)
      order by m.child, m.measured_on desc, k.code) f
join audit.submission s on s.submission_key = f.submission_key
join audit.submission_table t on t.submission_key = f.submission_key and t.table_no = f.table_no
where (f.code = $2::text or left(f.code, length($2::text) + 1) = $2::text || '.')
  and (f.age_days <= 730 or left($3::text, 7) <> 'under2.')
  and case replace($3::text, 'under2.', '')
          when 'children' then true
          when 'measured' then f.haz is not null
          when 'stunted' then f.haz < -2
          when 'severely_stunted' then f.haz < -3
          when 'waz_measured' then f.waz is not null
          when 'underweight' then f.waz < -2
          when 'whz_measured' then f.whz is not null
          when 'wasted' then f.whz < -2
          when 'overweight' then f.whz > 2
          else false
      end
order by s.submission_key, f.table_no, f.row_no
