-- $1 year, $2 province: the Aksi of the instrument, their highest score, and the mean of what was reached
select i.parent as aksi, sum(i.weight) * max(h.grade_best) as maximum, max(a.mean) as mean
from review_instrument i
join review_head h on h.performance_year = i.performance_year and h.province_code = i.province_code
left join (select aksi::text as aksi, round(avg(100 * score / nullif(maximum, 0)), 2) as mean
           from review_assessment
           where performance_year = $1::smallint and province_code = $2::text
           group by aksi) a on a.aksi = i.parent
where i.performance_year = $1::smallint
  and i.province_code = $2::text
  and i.kind = 'item'
  and i.parent ~ '^[1-8]$'
group by i.parent
order by i.parent
