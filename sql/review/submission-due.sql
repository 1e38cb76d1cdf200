-- $1 year, $2 province: what is due by a deadline, or because any kabupaten of the province has sent it; and when it came. A
-- correction does not move the day: of each part of a form the first submission counts, of several parts the last part.
insert into review.submission_due (performance_year, regency_key, form, period_key, agency_key, due_on, due_source, came_on,
                                   days_late, submissions, records, rejected, computed_at)
with part as (
    select r.regency_key, s.form, s.period_key, s.scope_key, s.part, min(s.loaded_at) as came_at,
           min(s.agency_key) filter (where s.superseded_by is null) as agency_key,
           count(*) filter (where s.superseded_by is null) as submissions,
           coalesce(sum(s.data_count) filter (where s.superseded_by is null), 0) as records,
           coalesce(sum(s.reject_count) filter (where s.superseded_by is null), 0) as rejected
    from audit.submission s
    join dwh.dim_region scope on scope.region_key = s.scope_key -- a kabupaten, or a kecamatan of it
    join review.regency r on r.member_key = scope.regency_key
    join dwh.dim_period p on p.period_key = s.period_key
    where r.province_code = $2::text
      and p.year = $1::smallint
      and s.kind in ('coverage', 'measurement', 'service')
    group by r.regency_key, s.form, s.period_key, s.scope_key, s.part
), came as (
    select regency_key, form, period_key, min(agency_key) as agency_key,
           (max(came_at) at time zone 'Asia/Jakarta')::date as came_on, sum(submissions) as submissions,
           sum(records) as records, sum(rejected) as rejected
    from part
    where submissions > 0
    group by regency_key, form, period_key
), deadline as (
    select distinct on (r.regency_key, d.form, p.period_key) r.regency_key, d.form, p.period_key, a.agency_key, d.due_on, d.source
    from dwh.deadline d
    join dwh.dim_period p on p.code = d.period
    join dwh.dim_agency a on a.code = d.agency
    join review.regency r on d.region in (r.code, r.province_code, '')
    where p.year = $1::smallint
      and r.province_code = $2::text
      and r.member_key = r.regency_key
    order by r.regency_key, d.form, p.period_key, length(d.region) desc
), due as (
    select regency_key, form, period_key
    from deadline
    union
    select r.regency_key, c.form, c.period_key
    from (select distinct form, period_key from came) c
    cross join review.regency r
    where r.province_code = $2::text
      and r.member_key = r.regency_key
), sender as (
    select form, min(agency_key) as agency_key
    from came
    group by form
)
select $1::smallint, u.regency_key, u.form, u.period_key, coalesce(c.agency_key, d.agency_key, s.agency_key), d.due_on, d.source,
       c.came_on, c.came_on - d.due_on, coalesce(c.submissions, 0), coalesce(c.records, 0), coalesce(c.rejected, 0), now()
from due u
left join deadline d on d.regency_key = u.regency_key and d.form = u.form and d.period_key = u.period_key
left join came c on c.regency_key = u.regency_key and c.form = u.form and c.period_key = u.period_key
left join sender s on s.form = u.form
