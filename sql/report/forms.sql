-- $1 year, $2 province: each form due, of which agency, from how many kabupaten it came, and what became of its rows
select f.form, s.agency, count(*) as due, count(*) filter (where f.received) as received, sum(f.records) as records,
       sum(f.rejected) as rejected, round(100.0 * sum(f.rejected) / nullif(sum(f.records + f.rejected), 0), 2) as rejected_percent
from review_completeness f
left join (select form, string_agg(distinct agency_name collate "C", ', ' order by agency_name collate "C") as agency
           from review_submission
           where performance_year = $1::smallint
             and province_code = $2::text
           group by form) s on s.form = f.form
where f.performance_year = $1::smallint
  and f.province_code = $2::text
group by f.form, s.agency
order by s.agency collate "C", f.form collate "C"
