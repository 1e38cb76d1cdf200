-- a submission of the slot; the one before it was marked by supersede-submission.sql. What no catalogue names becomes a
-- member of its dimension.
with form as (
    insert into dwh.dim_form (code, name, kind, agency, system, known)
    values ($2::text, $2::text, $4::text, '', '', false)
    on conflict do nothing
), system as (
    insert into dwh.dim_system (code, name, name_en, kind, known)
    values ($6::text, $6::text, '', '', false)
    on conflict do nothing
)
insert into audit.submission (submission_key, form, form_version, kind, agency_key, system, scope_key, period_key, part,
                              file_name, sha256, bytes, sealed, loaded_at, data_count, reject_count, note_count,
                              content)
values ($1::bigint, $2::text, $3::text, $4::text, $5::bigint, $6::text, $7::bigint, $8::bigint, $9::text, $10::text,
        $11::text, $12::bigint, $13::boolean, clock_timestamp(), $14::bigint, $15::bigint, $16::bigint, $17::text)
