-- $1 code of a region, $2 period: the regions of its kabupaten/kota. Of a region's versions the one valid at the period's
-- end is taken; if none is, the last before it, else the first after it. No period_key: the period is unknown.
select distinct on (r.code) r.code, r.region_key, r.regency_key, p.period_key
from dwh.dim_region r
left join dwh.dim_period p on p.code = $2::text
where left(r.code, 5) = left($1::text, 5)
order by r.code, r.valid_from <= p.ends_on desc, case when r.valid_from <= p.ends_on then r.valid_from end desc,
         r.valid_from
