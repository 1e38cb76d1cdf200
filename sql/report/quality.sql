-- $1 year, $2 province: what was due from each kabupaten/kota, what came, how late, what was rejected; missing: the forms that did not come
select k.region, k.region_name, d.due, d.received, d.received_percent, d.on_time, d.late, d.longest_delay, d.records, d.rejected,
       d.rejected_percent, m.remarks, d.missing
from review_ranking k
left join (select region, count(*) as due, count(came_on) as received, round(100.0 * count(came_on) / count(*), 2) as received_percent,
                  count(*) filter (where state = 'on time') as on_time, count(*) filter (where state = 'late') as late,
                  max(days_late) filter (where days_late > 0) as longest_delay, sum(records) as records, sum(rejected) as rejected,
                  round(100 * sum(rejected) / nullif(sum(records) + sum(rejected), 0), 2) as rejected_percent,
                  string_agg(agency_name || ' (' || form || ')', ', ' order by agency_code, form, period) filter (where came_on is null) as missing
           from review_submission_due
           where performance_year = $1::smallint
             and province_code = $2::text
           group by region) d on d.region = k.region
left join (select region, sum(remarks) as remarks
           from review_completeness
           where performance_year = $1::smallint
             and province_code = $2::text
           group by region) m on m.region = k.region
where k.performance_year = $1::smallint
  and k.province_code = $2::text
order by d.received_percent nulls first, d.late desc nulls last, k.region
