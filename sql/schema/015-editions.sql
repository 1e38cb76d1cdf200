-- Editions of a review: what it showed on a day, kept for good: figures, definitions, targets, weights, boundaries and the list
-- of submissions. Rows are kept as JSON, so that an edition stays as it was whatever columns the views get later.

-- what a review is made of besides its figures -----------------------------------------------------------------------------

create view review.computed with (security_invoker = true) as
select distinct k.performance_year, r.province_code
from review.ranking k
join dwh.dim_region r on r.region_key = k.regency_key;
comment on view review.computed is 'Tahun kinerja dan provinsi yang reviunya sudah dihitung';

create view bi.review_indicator with (security_invoker = true) as
select c.performance_year, c.province_code, i.code as indicator, i.version, i.name, i.name_en, i.kind, i.type, i.unit, i.direction,
       i.numerator_definition, dwh.owner_of(i.code, 'numerator', c.province_code, make_date(c.performance_year, 12, 31)) as numerator_owner,
       i.denominator_definition,
       dwh.owner_of(i.code, 'denominator', c.province_code, make_date(c.performance_year, 12, 31)) as denominator_owner, i.source
from review.computed c
join dwh.dim_indicator i on i.valid_from <= c.performance_year and coalesce(i.valid_until, c.performance_year) >= c.performance_year;
comment on view bi.review_indicator is 'Definisi indikator yang berlaku pada tahun kinerja sebuah reviu';

create view bi.review_target with (security_invoker = true) as
select c.performance_year, c.province_code, t.indicator_code as indicator, t.region_code as region, t.value, t.unit, t.source, t.verified
from review.computed c
join dwh.target t on t.year = c.performance_year and (t.region_code = '' or left(t.region_code, 2) = c.province_code);
comment on view bi.review_target is 'Target yang berlaku pada tahun kinerja sebuah reviu';

create view bi.review_region with (security_invoker = true) as
select c.performance_year, c.province_code, r.code as region, r.name, r.level, r.valid_from, r.basis
from review.computed c
join dwh.dim_region r on r.province_code = c.province_code and r.valid_from <= make_date(c.performance_year, 12, 31)
    and r.valid_until > make_date(c.performance_year, 12, 31);
comment on view bi.review_region is 'Wilayah provinsi pada akhir tahun kinerja sebuah reviu';

create view bi.review_submission with (security_invoker = true) as
select c.performance_year, c.province_code, s.submission_key, s.form, a.code as agency, a.name as agency_name, r.code as region,
       r.name as region_name, p.code as period, s.part, s.file_name, s.sha256, s.loaded_at, s.data_count, s.reject_count, s.note_count,
       s.superseded_by
from review.computed c
join dwh.dim_period p on p.year = c.performance_year
join audit.submission s on s.period_key = p.period_key
join dwh.dim_region r on r.region_key = s.scope_key and r.province_code = c.province_code
join dwh.dim_agency a on a.agency_key = s.agency_key;
comment on view bi.review_submission is 'Pemuatan tahun kinerja sebuah reviu, juga yang sudah digantikan';

do $$
declare
    entry record;
begin
    for entry in
        select a.attrelid::pg_catalog.regclass as view, a.attname as name,
               coalesce(w.explanation, pg_catalog.col_description(t.oid, b.attnum)) as explanation
        from (values ('bi.review_indicator', 'dwh.dim_indicator'), ('bi.review_target', 'dwh.target'), ('bi.review_region', 'dwh.dim_region'),
                     ('bi.review_submission', 'audit.submission')) v (view, tab)
        join pg_catalog.pg_class t on t.oid = v.tab::pg_catalog.regclass
        join pg_catalog.pg_attribute a on a.attrelid = v.view::pg_catalog.regclass and a.attnum > 0
        left join pg_catalog.pg_attribute b on b.attrelid = t.oid and b.attname = a.attname
        left join (values ('performance_year', 'Tahun kinerja yang direviu'),
                          ('province_code', 'Kode Kemendagri provinsi'),
                          ('indicator', 'Kode indikator'),
                          ('region', 'Kode Kemendagri wilayah; kosong: nasional'),
                          ('region_name', 'Nama wilayah'),
                          ('name', 'Nama'),
                          ('agency', 'Kode instansi pengirim'),
                          ('agency_name', 'Nama instansi pengirim'),
                          ('period', 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08'),
                          ('valid_from', 'Berlaku sejak'),
                          ('basis', 'Dasar hukum'),
                          ('value', 'Nilai target'),
                          ('source', 'Sumber'),
                          ('submission_key', 'Nomor pemuatan')) w (name, explanation) on w.name = a.attname
    loop
        execute format('comment on column %s.%I is %L', entry.view, entry.name, coalesce(entry.explanation, entry.name));
    end loop;
end
$$;

-- editions -----------------------------------------------------------------------------------------------------------------

create table review.edition_relation (
    relation text not null,
    key text[] not null,
    region text not null default '',
    constraint edition_relation_pk primary key (relation)
);
comment on table review.edition_relation is 'Tampilan skema bi yang dibekukan dalam edisi reviu, dan kolom yang mengenali barisnya';
comment on column review.edition_relation.relation is 'Nama tampilan dalam skema bi, dengan kolom performance_year dan province_code';
comment on column review.edition_relation.key is 'Kolom yang mengenali satu baris dalam tahun dan provinsi';
comment on column review.edition_relation.region is 'Kolom kode kabupaten/kota yang boleh melihat barisnya; kosong: semua pembaca provinsi itu';

insert into review.edition_relation (relation, key, region)
values ('review_ranking', '{region}', ''),
       ('review_coverage', '{region,indicator}', 'region'),
       ('review_prevalence', '{region,system}', 'region'),
       ('review_convergence', '{region}', 'region'),
       ('review_assessment', '{region,aksi}', 'region'),
       ('review_aspect', '{region,side,place}', 'region'),
       ('review_coverage_region', '{region,indicator,villages}', 'regency_code'),
       ('review_prevalence_region', '{region,system,ages,measure}', 'regency_code'),
       ('review_convergence_region', '{region,subject,service}', 'regency_code'),
       ('review_peer', '{region,indicator,place}', 'region'),
       ('review_submission_due', '{region,form,period}', 'region'),
       ('review_survey', '{region,indicator}', 'regency_code'),
       ('review_score', '{region,node}', 'region'),
       ('review_award', '{award,region}', ''),
       ('review_instrument', '{node}', ''),
       ('review_completeness', '{region,form}', 'region'),
       ('finding', '{regency_code,finding_no}', 'regency_code'),
       ('review_indicator', '{indicator,version}', ''),
       ('review_target', '{indicator,region}', ''),
       ('review_region', '{region}', ''),
       ('review_submission', '{submission_key}', 'region');

create table review.edition (
    edition_key bigint generated by default as identity,
    performance_year smallint not null,
    province_code text not null,
    number integer not null,
    status text not null default 'draft',
    note text not null,
    checksum text not null default '',
    frozen_at timestamptz not null,
    frozen_by text not null,
    verified_at timestamptz,
    verified_by text,
    decree text,
    decree_date date,
    adopted_at timestamptz,
    adopted_by text,
    constraint edition_pk primary key (edition_key),
    constraint edition_number_uq unique (performance_year, province_code, number),
    constraint edition_status_ck check (status in ('draft', 'verified', 'adopted')),
    constraint edition_verified_ck check ((status = 'draft') = (verified_at is null) and (verified_at is null) = (verified_by is null)),
    constraint edition_adopted_ck check ((status = 'adopted') = (adopted_at is not null) and (adopted_at is null) = (adopted_by is null)
                                         and (adopted_at is null) = (decree is null) and (adopted_at is null) = (decree_date is null))
);
comment on table review.edition is 'Edisi reviu yang dibekukan: draf, terverifikasi, lalu ditetapkan dengan surat keputusan';
comment on column review.edition.number is 'Nomor edisi dalam tahun dan provinsi; koreksi menjadi edisi berikutnya';
comment on column review.edition.status is 'draft: draf; verified: terverifikasi; adopted: ditetapkan';
comment on column review.edition.note is 'Alasan atau catatan edisi';
comment on column review.edition.checksum is 'SHA-256 semua baris edisi, tanpa waktu pemuatan dan penghitungan';
comment on column review.edition.frozen_at is 'Saat dibekukan';
comment on column review.edition.frozen_by is 'Peran login yang membekukan';
comment on column review.edition.verified_at is 'Saat diverifikasi';
comment on column review.edition.verified_by is 'Peran login yang memverifikasi';
comment on column review.edition.decree is 'Nomor surat keputusan';
comment on column review.edition.decree_date is 'Tanggal surat keputusan';
comment on column review.edition.adopted_at is 'Saat penetapan dicatat';
comment on column review.edition.adopted_by is 'Peran login yang mencatat penetapan';

create table review.edition_row (
    edition_key bigint not null,
    relation text not null,
    key text not null,
    province_code text not null,
    region text not null,
    content jsonb not null,
    constraint edition_row_pk primary key (edition_key, relation, key),
    constraint edition_row_edition_fk foreign key (edition_key) references review.edition,
    constraint edition_row_relation_fk foreign key (relation) references review.edition_relation
);
comment on table review.edition_row is 'Baris sebuah edisi, seperti tampilan bi memperlihatkannya saat dibekukan';
comment on column review.edition_row.relation is 'Tampilan asal dalam skema bi';
comment on column review.edition_row.key is 'Kolom pengenal baris, dipisah garis tegak';
comment on column review.edition_row.region is 'Kabupaten/kota yang boleh melihat baris ini; kode provinsi: hanya pembaca provinsi; kosong: semua pembaca provinsi itu';
comment on column review.edition_row.content is 'Isi baris: nama kolom dan nilainya';

-- the rows of a year and province as the views show them now
create function review.live(year smallint, province text)
returns table (relation text, key text, region text, content jsonb)
language plpgsql stable
as $$
declare
    entry record;
begin
    for entry in
        select e.relation, e.region, (select string_agg(format('v.%I', k), ', ' order by n) from unnest(e.key) with ordinality u (k, n)) as key
        from review.edition_relation e
        order by e.relation
    loop
        return query execute format('select %L::text, concat_ws(''|'', %s), %s, to_jsonb(v) from bi.%I v
                                     where v.performance_year = $1 and v.province_code = $2',
                                    entry.relation, entry.key,
                                    case entry.region when '' then '''''::text' -- a row of the province is no kabupaten's
                                        else format('coalesce(nullif(v.%I, ''''), v.province_code)', entry.region) end, entry.relation)
                     using year, province;
    end loop;
end
$$;
comment on function review.live(smallint, text) is 'Semua baris reviu satu tahun dan provinsi, seperti akan dibekukan sekarang';

-- when something was computed or loaded is no part of what the figures are
create function review.timeless(content jsonb)
returns jsonb
language sql immutable
as $$
    select $1 - '{computed_at,loaded_at}'::text[]
$$;
comment on function review.timeless(jsonb) is 'Isi baris tanpa waktu penghitungan dan pemuatan';

create function review.edition_checksum(edition_key bigint)
returns text
language sql stable
as $$
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', r.relation, r.key, review.timeless(r.content)::text), E'\n'
                                                        order by r.relation collate "C", r.key collate "C"), ''), 'UTF8')), 'hex')
    from review.edition_row r
    where r.edition_key = $1
$$;
comment on function review.edition_checksum(bigint) is 'SHA-256 isi sebuah edisi, dihitung ulang';

create function review.edition_difference(former bigint, present bigint)
returns table (relation text, region text, key text, field text, former_value text, present_value text)
language sql stable
as $$
    with a as (
        select r.relation, r.key, r.region, review.timeless(r.content) as content
        from review.edition_row r
        where r.edition_key = $1
    ), b as (
        select r.relation, r.key, r.region, review.timeless(r.content) as content
        from review.edition_row r
        where r.edition_key = $2
        union all
        select l.relation, l.key, l.region, review.timeless(l.content)
        from review.edition e
        cross join lateral review.live(e.performance_year, e.province_code) l
        where $2 is null
          and e.edition_key = $1
    )
    select relation, coalesce(b.region, a.region), key, f.field,
           case when f.field = '' then case when a.content is null then 'tidak ada' else 'ada' end else a.content ->> f.field end,
           case when f.field = '' then case when b.content is null then 'tidak ada' else 'ada' end else b.content ->> f.field end
    from a
    full join b using (relation, key)
    cross join lateral (select '' as field
                        where a.content is null or b.content is null
                        union all
                        select o.field
                        from jsonb_object_keys(a.content || b.content) o (field)
                        where a.content -> o.field is distinct from b.content -> o.field) f
    where a.content is distinct from b.content
$$;
comment on function review.edition_difference(bigint, bigint) is 'Beda dua edisi, kolom demi kolom; edisi kedua kosong: keadaan sekarang';

create view bi.edition with (security_invoker = true) as
select e.edition_key, e.performance_year, e.province_code, e.number, e.status, e.note, e.checksum, e.frozen_at, e.verified_at, e.decree,
       e.decree_date, e.adopted_at,
       e.status = 'adopted' and not exists (select
                                            from review.edition l
                                            where l.performance_year = e.performance_year
                                              and l.province_code = e.province_code
                                              and l.status = 'adopted'
                                              and l.number > e.number) as in_force
from review.edition e;
comment on view bi.edition is 'Edisi reviu yang dibekukan';

create view bi.edition_row with (security_invoker = true) as
select e.performance_year, r.province_code, e.number as edition, e.status, r.relation, r.key, r.region, r.content
from review.edition_row r
join review.edition e on e.edition_key = r.edition_key;
comment on view bi.edition_row is 'Baris edisi reviu, seperti tampilan bi memperlihatkannya saat dibekukan';

do $$
declare
    entry record;
begin
    for entry in
        select v.view, a.attname as name, coalesce(w.explanation, pg_catalog.col_description(b.attrelid, b.attnum)) as explanation
        from (values ('bi.edition', 'review.edition'), ('bi.edition_row', 'review.edition_row'), ('review.edition', 'review.edition'),
                     ('review.edition_row', 'review.edition_row'), ('review.computed', 'review.edition')) v (view, tab)
        join pg_catalog.pg_attribute a on a.attrelid = v.view::pg_catalog.regclass and a.attnum > 0
        left join pg_catalog.pg_attribute b on b.attrelid = v.tab::pg_catalog.regclass and b.attname = a.attname
        left join (values ('edition_key', 'Kunci edisi'),
                          ('performance_year', 'Tahun kinerja yang direviu'),
                          ('province_code', 'Kode Kemendagri provinsi'),
                          ('edition', 'Nomor edisi dalam tahun dan provinsi'),
                          ('status', 'draft: draf; verified: terverifikasi; adopted: ditetapkan'),
                          ('in_force', 'true: edisi yang berlaku, yaitu yang terakhir ditetapkan')) w (name, explanation) on w.name = a.attname
    loop
        execute format('comment on column %s.%I is %L', entry.view, entry.name, entry.explanation);
    end loop;
end
$$;

-- rights: as the tables of the review --------------------------------------------------------------------------------------

alter table review.edition enable row level security;
create policy edition_province on review.edition for select to kp2s_bi_province using (true);
create policy edition_regency on review.edition for select to kp2s_bi_regency
    using (province_code = any (array(select r.province_code
                                      from dwh.dim_region r
                                      where r.region_key = any ((select audit.own_regencies())::bigint[]))));
alter table review.edition_row enable row level security;
create policy edition_row_province on review.edition_row for select to kp2s_bi_province using (true);
create policy edition_row_regency on review.edition_row for select to kp2s_bi_regency
    using (province_code = any (array(select r.province_code
                                      from dwh.dim_region r
                                      where r.region_key = any ((select audit.own_regencies())::bigint[])))
           and (region = '' or left(region, 5) = any (array(select r.code
                                                            from dwh.dim_region r
                                                            where r.region_key = any ((select audit.own_regencies())::bigint[])))));
grant select on review.edition, review.edition_row, review.edition_relation, review.computed, bi.edition, bi.edition_row, bi.review_indicator,
    bi.review_target, bi.review_region, bi.review_submission to kp2s_bi_province, kp2s_bi_regency;
