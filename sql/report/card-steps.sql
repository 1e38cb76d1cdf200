-- $1 year, $2 province: what to do next in each kabupaten/kota, as it follows from the review: of each weak coverage that misses its
-- target the five villages with most unserved, and who in the province does better; forms that did not come; files with rows rejected; items
-- graded without the document that they require
with weak as (
    select *
    from review_aspect
    where performance_year = $1::smallint and province_code = $2::text and side = 'weak' and not reached
), part as (
    select w.place as aspect, f.*, max(f.level) over (partition by f.regency_code, f.indicator) as deepest,
           case f.direction when 'up' then f.denominator - f.numerator else f.numerator end as unserved,
           greatest(0, ceil(case f.direction
                                when 'up' then f.target * f.denominator / 100 - f.numerator
                                else f.numerator - f.target * f.denominator / 100
                            end)) as lacking
    from weak w
    join review_coverage_region f on f.performance_year = w.performance_year and f.province_code = w.province_code
                                 and f.regency_code = w.region and f.indicator = w.indicator and f.villages = 'all'
                                 and f.level >= 3 and f.denominator > 0
), placed as (
    select p.*, row_number() over (partition by regency_code, indicator order by unserved desc, region) as place
    from part p
    where level = deepest and unserved > 0
), step (regency, part, aspect, kind, place, subject, region_name, district_name, amount, lacking, percent, target, direction, detail, due_on) as (
    select regency_code, 1, aspect, 'village', place, indicator, region_name, case level when 4 then district_name else '' end, unserved, lacking,
           percent, target, direction, '', null::date
    from placed
    where place <= 5
    union all
    select w.region, 1, w.place, 'peer', r.place, r.indicator, r.peer_name, '', c.denominator, null, c.percent, c.target, w.direction,
           case
               when w.direction = 'up' and 100 * c.numerator >= c.target * c.denominator
                    or w.direction <> 'up' and 100 * c.numerator <= c.target * c.denominator then 'reached'
               else ''
           end, null
    from weak w
    join review_peer r on r.performance_year = w.performance_year and r.province_code = w.province_code and r.region = w.region
                      and r.indicator = w.indicator
    join review_coverage c on c.performance_year = w.performance_year and c.province_code = w.province_code and c.region = r.peer
                          and c.indicator = w.indicator
    union all
    select region, 2, 0, 'form', 0, form, agency_name, '', count(*), null, null, null, '', string_agg(period, ', ' order by period), min(due_on)
    from review_submission_due
    where performance_year = $1::smallint and province_code = $2::text and state = 'missing'
    group by region, form, agency_name
    union all
    select region, 3, 0, 'rejected', submission_key, form || ', ' || period, agency_name, '', reject_count, null, null, null, '', file_name, null
    from review_submission
    where performance_year = $1::smallint and province_code = $2::text and superseded_by is null
      and reject_count > 0
    union all
    select region, 4, 0, 'evidence', 0, concat_ws(' ', item, item_name), '', '', null, null, null, null, '', requirement, null
    from review_evidence
    where performance_year = $1::smallint and province_code = $2::text and finding = 'missing'
)
select s.regency as region, s.kind, s.place, s.subject, i.name, coalesce(nullif(i.name_en, ''), i.name) as name_en, s.region_name, s.district_name, s.amount,
       s.lacking, s.percent, s.target, s.direction, s.detail, extract(epoch from s.due_on)::bigint as due_on
from step s
left join (select distinct on (indicator) indicator, name, name_en
           from review_indicator
           where performance_year = $1::smallint and province_code = $2::text
           order by indicator, version desc) i on s.part = 1 and i.indicator = s.subject
order by s.regency collate "C", s.part, s.aspect, s.kind = 'peer', case s.part when 3 then -s.amount end, s.place, s.region_name collate "C", s.subject collate "C"
