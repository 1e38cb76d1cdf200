-- $1 edition_key, $2 edition_key, null: the present: what differs, what matters most first: ranks, scores, figures of kabupaten/kota and the
-- province, figures below them, data and definitions; and by which name kp2s-trace knows the figure. Of very many the first.
with difference as (
    select d.relation, d.key, d.field, d.former_value, d.present_value, d.is_number, d.content as c,
           coalesce((d.content ->> 'level')::integer, 2) as level,
           case d.relation when 'finding' then d.content ->> 'region_code' when 'review_aspect_village' then d.content ->> 'village'
                           else d.content ->> 'region' end as region,
           coalesce(d.content ->> 'village_name', d.content ->> 'region_name') as region_name
    from review.edition_difference($1::bigint, $2::bigint) d
), placed as (
    select *,
           case
               when relation = 'review_ranking' and field in ('', 'rank', 'tie', 'decided', 'announced') then 1
               when relation in ('review_ranking', 'review_score', 'review_assessment', 'review_award', 'review_trend', 'review_evidence') then 2
               when relation in ('review_coverage', 'review_prevalence', 'review_convergence', 'review_completeness', 'review_coverage_region',
                                 'review_prevalence_region', 'review_convergence_region', 'review_survey', 'review_aspect', 'review_peer',
                                 'review_agency', 'review_submission_due', 'review_movement') and level <= 2 then 3
               when relation in ('review_coverage_region', 'review_prevalence_region', 'review_convergence_region', 'review_survey',
                                 'review_aspect_village') then 4
               else 5
           end as part
    from difference
)
select part, relation, region, region_name, field, former_value, present_value, is_number,
       coalesce(c ->> 'indicator', c ->> 'indicator_code', c ->> 'node', c ->> 'award', case relation when 'review_assessment' then 'Aksi ' || (c ->> 'aksi') end, c ->> 'agency_code',
                case relation when 'review_movement' then c ->> 'subject' when 'review_submission' then c ->> 'submission_key'
                              when 'review_evidence' then c ->> 'item' end, '') as code,
       coalesce(nullif(c ->> 'document', ''), 'tanpa bukti: ' || (c ->> 'item_name'), c ->> 'indicator_name', c ->> 'node_name', c ->> 'award_name', c ->> 'service_name', c ->> 'file_name',
                concat_ws(' ', c ->> 'form', c ->> 'period', case relation when 'review_remark' then c ->> 'code' end), '') as name,
       concat_ws(' ', case c ->> 'villages' when 'all' then null else c ->> 'villages' end, c ->> 'side', c ->> 'system', c ->> 'ages',
                 c ->> 'measure', case when relation like 'review\_convergence%' then c ->> 'subject' end,
                 case relation when 'review_movement' then c ->> 'figure' end) as codes,
       case -- how large a village's share is, all villages of the kabupaten tell
           when relation = 'review_aspect_village' and field in ('share', 'place') then c ->> 'region'
           else region
       end as figure_region,
       case
           when present_value = 'tidak ada' then null
           when relation in ('review_coverage', 'review_aspect', 'review_aspect_village', 'review_peer')
                or relation = 'review_coverage_region' and c ->> 'villages' = 'all' then 'coverage.' || (c ->> 'indicator')
           when relation = 'review_movement' and c ->> 'figure' = 'coverage' and c ->> 'part' = 'all' then 'coverage.' || (c ->> 'subject')
           when relation = 'review_prevalence' then 'prevalence.' || coalesce(nullif(regexp_replace(field, '_percent$', ''), ''), 'measured')
           when relation = 'review_prevalence_region' then 'prevalence.' || case c ->> 'ages' when 'under2' then 'under2.' else '' end || (c ->> 'measure')
           when relation = 'review_convergence' then 'convergence'
           when relation = 'review_convergence_region' and c ->> 'subject' = '' then concat_ws('.', 'convergence', nullif(c ->> 'service', ''))
           when relation = 'review_assessment' then 'aksi.' || (c ->> 'aksi')
           when relation = 'review_score' then 'score.' || (c ->> 'node')
           when relation = 'review_evidence' and c ->> 'document' <> '' then 'evidence.' || (c ->> 'item')
           when relation = 'review_ranking' then 'score.' || (select h.ranked
                                                              from review_head h
                                                              where h.performance_year = (c ->> 'performance_year')::smallint
                                                                and h.province_code = c ->> 'province_code')
       end as figure,
       case when c ->> 'system' <> 'e-ppgbm' then c ->> 'system' end as system, c ->> 'trace_id' as trace_id,
       count(*) over () as differences, count(*) over (partition by part) as differences_of_part
from placed
order by part, array_position(array['review_ranking', 'review_award', 'review_assessment', 'review_score', 'review_trend', 'review_evidence',
                                    'review_coverage',
                                    'review_prevalence', 'review_convergence'], relation), relation, region collate "C", key collate "C",
         array_position(array['rank', 'score', 'numerator', 'denominator', 'percent'], field), field
limit 10000
