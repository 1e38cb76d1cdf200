-- $1 year, $2 province: a form is due when any kabupaten of the province has sent it for the year
insert into review.completeness (performance_year, regency_key, form, received, submissions, records, rejected,
                                 remarks, computed_at)
with sent as (
    select r.regency_key, s.form, count(*) as submissions, sum(s.data_count) as records,
           sum(s.reject_count) as rejected, sum(s.note_count) as remarks
    from audit.submission s
    join dwh.dim_region scope on scope.region_key = s.scope_key -- a kabupaten, or a kecamatan of it
    join review.regency r on r.member_key = scope.regency_key
    join dwh.dim_period p on p.period_key = s.period_key
    where r.province_code = $2::text
      and p.year = $1::smallint
      and s.kind in ('coverage', 'measurement', 'service')
      and s.superseded_by is null
    group by r.regency_key, s.form
), due as (
    select distinct form
    from sent
)
select $1::smallint, r.regency_key, d.form, s.form is not null, coalesce(s.submissions, 0), coalesce(s.records, 0),
       coalesce(s.rejected, 0), coalesce(s.remarks, 0), now()
from review.regency r
cross join due d
left join sent s on s.regency_key = r.regency_key and s.form = d.form
where r.province_code = $2::text
  and r.member_key = r.regency_key
