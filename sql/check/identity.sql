-- $1 year, $2 province: figures of one region and period that contradict one another (bi.identity_broken), at their total
insert into pg_temp.found (regency_key, kind, severity, region_key, indicator_key, period_key, agency_key, puskesmas, sex,
                           age_group, subject, figure, expected, sentence, submission_key, table_no, row_no, cell)
select k.regency_key, 'identity',
       case
           when (greatest(b.parts_sum, b.total) + 0.5) / (least(b.parts_sum, b.total) + 0.5) >= r.serious then 'serious'
           else 'note'
       end, f.region_key, f.indicator_key, f.period_key, f.agency_key, f.puskesmas, f.sex, f.age_group, b.identity,
       b.parts_sum, b.total,
       format('%s berjumlah %s, %s %s; seharusnya %s', array_to_string(d.parts, ' + '), review.figure_text(b.parts_sum), d.total,
              review.figure_text(b.total), case d.relation when 'equal' then 'sama' else 'tidak lebih' end),
       f.submission_key, f.table_no, f.row_no, f.cell
from bi.identity_broken b
join dwh.identity d on d.identity = b.identity
join review.regency k on k.member_key = b.regency_key
join dwh.dim_period p on p.code = b.period
join dwh.dim_agency a on a.code = b.agency_code
join dwh.dim_indicator i on i.code = d.total
join dwh.fact_coverage f on f.regency_key = b.regency_key and f.indicator_key = i.indicator_key
                        and f.period_key = p.period_key and f.agency_key = a.agency_key and f.puskesmas = b.puskesmas
                        and f.sex = b.sex and f.age_group = b.age_group
join dwh.dim_region g on g.region_key = f.region_key and g.code = b.region_code and g.name = b.region_name
cross join lateral (select r.*
                    from dwh.check_rule r
                    where r.kind = 'identity'
                      and r.subject in (b.identity, '')
                    order by r.subject desc
                    limit 1) r
where b.year = $1
  and b.province_code = $2::text;
