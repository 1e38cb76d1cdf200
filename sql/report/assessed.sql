-- $1 year, $2 province: Aksi total of each kabupaten, all of them
select k.region, k.region_name, sum(a.score) as score, 100 * sum(a.score) / max(h.score_max) as percent
from review_ranking k
join review_head h on h.performance_year = k.performance_year and h.province_code = k.province_code
left join review_assessment a on a.performance_year = k.performance_year and a.region = k.region
where k.performance_year = $1::smallint
  and k.province_code = $2::text
group by k.region, k.region_name
order by sum(a.score) desc nulls last, k.region
