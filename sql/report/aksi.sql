-- $1 year, $2 province: the Aksi of the instrument, their highest score, and the mean of what was reached
select t.aksi, sum(t.weight) * max(b.best) as maximum, max(a.mean) as mean
from review.instrument_item t
join (select distinct instrument
      from bi.review_ranking
      where performance_year = $1::smallint and province_code = $2::text) k on k.instrument = t.instrument
join (select instrument, max(score) as best from review.instrument_grade group by instrument) b
    on b.instrument = t.instrument
left join (select aksi, round(avg(100 * score / nullif(maximum, 0)), 2) as mean
           from bi.review_assessment
           where performance_year = $1::smallint and province_code = $2::text
           group by aksi) a on a.aksi = t.aksi
group by t.aksi
order by t.aksi
