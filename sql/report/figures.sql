-- $1 year, $2 province: sums of the province; one row
select p.measured, p.stunted, round(100.0 * p.stunted / nullif(p.measured, 0), 2) as stunted_percent, c.received, c.due,
       round(100.0 * c.received / nullif(c.due, 0), 2) as percent, c.persons, c.complete,
       round(100.0 * c.complete / nullif(c.persons, 0), 2) as complete_percent, t.reached, t.compared,
       round(100.0 * t.reached / nullif(t.compared, 0), 2) as reached_percent, d.forms, d.forms_due,
       round(100.0 * d.forms / nullif(d.forms_due, 0), 2) as forms_percent, d.records, d.rejected,
       round(100.0 * d.rejected / nullif(d.records + d.rejected, 0), 2) as rejected_percent
from (select coalesce(sum(measured), 0) as measured, coalesce(sum(stunted), 0) as stunted
      from review_prevalence
      where performance_year = $1::smallint and province_code = $2::text and system = 'e-ppgbm') p,
     (select coalesce(sum(received), 0) as received, coalesce(sum(due), 0) as due,
             coalesce(sum(persons), 0) as persons, coalesce(sum(complete), 0) as complete
      from review_convergence
      where performance_year = $1::smallint and province_code = $2::text) c,
     (select count(*) as compared,
             count(*) filter (where case direction
                                        when 'up' then 100 * numerator >= target * denominator
                                        else 100 * numerator <= target * denominator
                                    end) as reached
      from review_coverage
      where performance_year = $1::smallint and province_code = $2::text and denominator <> 0
        and target is not null) t,
     (select count(*) filter (where received) as forms, count(*) as forms_due, coalesce(sum(records), 0) as records,
             coalesce(sum(rejected), 0) as rejected
      from review_completeness
      where performance_year = $1::smallint and province_code = $2::text) d
