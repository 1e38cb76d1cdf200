-- $1 a submission, $2 form, $3 code of a region, $4 period, each null for all; $5 whether superseded ones are meant, too. The
-- submissions to be compared with their files, those of a file one after the other. A superseded one that tells current facts
-- is always among them.
select s.submission_key, s.form, s.form_version, r.code as scope, p.code as period, s.part, s.file_name, s.sha256, s.content,
       s.sealed, s.superseded_by is not null as superseded, s.kind
from audit.submission s
join dwh.dim_region r on r.region_key = s.scope_key
join dwh.dim_period p on p.period_key = s.period_key
where ($1::bigint is null or s.submission_key = $1::bigint)
  and ($2::text is null or s.form = $2::text)
  and ($3::text is null or r.code = $3::text or starts_with(r.code, $3::text || '.'))
  and ($4::text is null
       or exists (select
                  from dwh.dim_period q
                  where q.code = $4::text
                    and p.starts_on >= q.starts_on
                    and p.ends_on <= q.ends_on))
  and (s.superseded_by is null
       or $5::boolean
       or $1::bigint is not null
       or exists (select from dwh.fact_coverage f where f.submission_key = s.submission_key)
       or exists (select from dwh.fact_measurement f where f.submission_key = s.submission_key)
       or exists (select from dwh.fact_service f where f.submission_key = s.submission_key)
       or exists (select from dwh.fact_assessment f where f.submission_key = s.submission_key)
       or exists (select from dwh.fact_evidence f where f.submission_key = s.submission_key))
order by min(s.submission_key) over (partition by s.sha256, s.file_name), s.sha256, s.file_name, s.submission_key
