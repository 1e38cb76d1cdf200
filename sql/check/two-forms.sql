-- $1 year: facts that another form of the agency tells differently: the row that holds and the ones it covers, whose
-- submissions are current (doc/warehouse.md, Facts told by two slots)
insert into pg_temp.found (regency_key, kind, severity, region_key, indicator_key, period_key, agency_key, puskesmas, sex,
                           age_group, subject, figure, expected, sentence, submission_key, table_no, row_no, cell,
                           other_submission_key, other_table_no, other_row_no, other_cell)
select regency_key, 'two-forms', case when factor >= serious then 'serious' else 'note' end, region_key, indicator_key,
       period_key, agency_key, puskesmas, sex, age_group, other_form, round(shown, 2), round(other_shown, 2),
       format('%s menurut %s, %s menurut %s; dipakai yang pertama, %s', review.value_text(shown, n, d, type, unit), form,
              review.value_text(other_shown, other_n, other_d, type, unit), other_form,
              case when preferred then 'karena formulir itu didahulukan' else 'karena dimuat terakhir' end),
       submission_key, table_no, row_no, cell, other_submission_key, other_table_no, other_row_no, other_cell
from (select distinct on (f.figure_no, h.submission_key) f.*, i.code as indicator, s.form, o.form as other_form,
             h.numerator as other_n, h.denominator as other_d,
             case
                 when f.type = 'ratio' then 100 * h.numerator / nullif(h.denominator, 0)
                 when f.type = 'percent' then h.reported
                 else h.numerator
             end as other_shown,
             greatest((greatest(f.n, h.numerator) + 0.5) / (least(f.n, h.numerator) + 0.5),
                      (greatest(f.d, h.denominator) + 0.5) / (least(f.d, h.denominator) + 0.5),
                      case
                          when f.type = 'percent'
                              then (greatest(f.shown, h.reported) + 0.5) / (least(f.shown, h.reported) + 0.5)
                      end) as factor,
             dwh.form_position(f.indicator_key, f.submission_key) < dwh.form_position(f.indicator_key, h.submission_key)
                 as preferred,
             h.submission_key as other_submission_key, h.table_no as other_table_no, h.row_no as other_row_no,
             h.cell as other_cell
      from pg_temp.figure f
      join dwh.fact_coverage_history h on h.region_key = f.region_key and h.indicator_key = f.indicator_key
                                      and h.period_key = f.period_key and h.agency_key = f.agency_key
                                      and h.puskesmas = f.puskesmas and h.sex = f.sex and h.age_group = f.age_group
      join audit.submission s on s.submission_key = f.submission_key
      join audit.submission o on o.submission_key = h.submission_key and o.superseded_by is null
      join dwh.dim_indicator i on i.indicator_key = f.indicator_key
      where f.year = $1
        and h.submission_key <> f.submission_key
        and h.state = 'value'
      order by f.figure_no, h.submission_key, h.known_until desc) f
cross join lateral (select r.serious, r.difference
                    from dwh.check_rule r
                    where r.kind = 'two-forms'
                      and r.subject in (f.indicator, '')
                    order by r.subject desc
                    limit 1) r
where f.factor > r.difference
  and f.other_shown is not null;
