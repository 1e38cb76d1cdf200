-- $1 year, $2 province: counts of the same people beside the owner's, or beside the first of them where the owner told
-- none (dwh.population_count)
insert into pg_temp.found (regency_key, kind, severity, region_key, indicator_key, period_key, agency_key, puskesmas, sex,
                           age_group, subject, figure, expected, lower_bound, upper_bound, sentence, submission_key, table_no,
                           row_no, cell, other_submission_key, other_table_no, other_row_no, other_cell)
select k.regency_key, 'denominator', case when c.factor >= r.serious then 'serious' else 'note' end, c.region_key,
       c.indicator_key, c.period_key, c.agency_key, c.puskesmas, c.sex, c.age_group, c.population, c.count, c.first_count,
       round(c.first_count / r.difference, 2), round(c.first_count * r.difference, 2),
       format('%s: %s menurut %s (%s), %s menurut %s (%s)%s; selisih %s%s', n.name,
              review.figure_text(c.count), a.name, i.code, review.figure_text(c.first_count), ta.name, ti.code,
              case when c.first_is_owner then ', pemilik angkanya' else ' (pemilik angkanya tidak mengirim)' end,
              review.signed_text(c.count - c.first_count),
              ' (' || review.signed_text(100 * (c.count - c.first_count) / nullif(c.first_count, 0)) || '%)'),
       c.submission_key, c.table_no, c.row_no, c.cell, c.first_submission_key, c.first_table_no, c.first_row_no, c.first_cell
from (select c.*, (greatest(count, first_count) + 0.5) / (least(count, first_count) + 0.5) as factor
      from dwh.population_count c
      where c.year = $1
        and c.province_code = $2::text
        and not c.is_first) c
join review.regency k on k.member_key = c.regency_key
join dwh.dim_agency a on a.agency_key = c.agency_key
join dwh.dim_agency ta on ta.agency_key = c.first_agency_key
join dwh.dim_indicator i on i.indicator_key = c.indicator_key
join dwh.dim_indicator ti on ti.indicator_key = c.first_indicator_key
cross join lateral (select n.name
                    from dwh.dim_indicator n
                    where n.code = c.population
                    order by n.version desc
                    limit 1) n
cross join lateral (select r.*
                    from dwh.check_rule r
                    where r.kind = 'denominator'
                      and r.subject in (c.population, '')
                    order by r.subject desc
                    limit 1) r
where greatest(c.count, c.first_count) >= r.base
  and c.factor > r.difference;
