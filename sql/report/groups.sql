-- $1 year, $2 province: convergence of each kabupaten/kota (level 2) and of the province (level 1), and apart of mothers and children
select region, region_name, level, max(period) as period,
       max(received) filter (where subject = '') as received, max(due) filter (where subject = '') as due,
       max(percent) filter (where subject = '') as percent, max(persons) filter (where subject = '') as persons,
       max(complete) filter (where subject = '') as complete, max(complete_percent) filter (where subject = '') as complete_percent,
       max(households) filter (where subject = '') as households,
       max(complete_households_percent) filter (where subject = '') as households_percent,
       max(percent) filter (where subject = 'bumil') as mothers_percent,
       max(complete_percent) filter (where subject = 'bumil') as mothers_complete_percent,
       max(percent) filter (where subject = 'anak') as children_percent,
       max(complete_percent) filter (where subject = 'anak') as children_complete_percent
from review_convergence_region
where performance_year = $1::smallint
  and province_code = $2::text
  and level <= 2
  and service = ''
group by region, region_name, level
order by level, percent desc nulls last, region
