-- $1 year, $2 province: services received beside stunting, and on which side of the median of the province each kabupaten/kota is;
-- quadrant: 1 few services and much stunting, 2 many and much, 3 few and little, 4 many and little; on the median is the better side
with figure as (
    select k.region, k.region_name, k.rank, 100.0 * c.received / nullif(c.due, 0) as received,
           100.0 * p.affected / nullif(p.measured, 0) as stunted, p.ds_percent
    from review_ranking k
    left join review_convergence c on c.performance_year = k.performance_year and c.region = k.region
    left join review_prevalence_region p on p.performance_year = k.performance_year and p.region = k.region and p.system = 'e-ppgbm'
                                        and p.ages = 'under5' and p.measure = 'stunted'
    where k.performance_year = $1::smallint
      and k.province_code = $2::text
), middle as (
    select percentile_cont(0.5) within group (order by received) as received, percentile_cont(0.5) within group (order by stunted) as stunted
    from figure
    where received is not null
      and stunted is not null
)
select f.region, f.region_name, round(f.received, 2) as received, round(f.stunted, 2) as stunted, f.ds_percent,
       round(m.received::numeric, 2) as middle_received, round(m.stunted::numeric, 2) as middle_stunted,
       case
           when f.received is null or f.stunted is null then null
           when f.stunted > m.stunted then case when f.received < m.received then 1 else 2 end
           when f.received < m.received then 3
           else 4
       end as quadrant
from figure f
cross join middle m
order by quadrant nulls last, f.stunted desc, f.region
