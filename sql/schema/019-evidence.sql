-- Evidence: the documents that kabupaten hand in for the items of an instrument, each by the SHA-256 of its bytes; and what of it
-- lacks beside the grades.

create table dwh.fact_evidence (
    regency_key bigint not null,
    region_key bigint not null,
    item text not null,
    document text not null,
    period_key bigint not null,
    agency_key bigint not null,
    sha256 text not null,
    bytes numeric,
    submission_key bigint not null,
    table_no smallint not null,
    row_no integer not null,
    cell text not null,
    known_from bigint not null,
    constraint fact_evidence_pk primary key (regency_key, item, document, period_key),
    constraint fact_evidence_region_fk foreign key (region_key) references dwh.dim_region,
    constraint fact_evidence_period_fk foreign key (period_key) references dwh.dim_period,
    constraint fact_evidence_agency_fk foreign key (agency_key) references dwh.dim_agency,
    constraint fact_evidence_submission_fk foreign key (submission_key) references audit.submission,
    constraint fact_evidence_named_ck check (item <> '' and document <> ''),
    constraint fact_evidence_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint fact_evidence_bytes_ck check (bytes >= 0)
);
create index fact_evidence_submission_ix on dwh.fact_evidence (submission_key);
comment on table dwh.fact_evidence is 'Bukti: kabupaten/kota × butir instrumen × dokumen';
comment on column dwh.fact_evidence.regency_key is 'Kabupaten/kota: region_key versi pertamanya';
comment on column dwh.fact_evidence.region_key is 'Wilayah (dwh.dim_region), versi yang berlaku pada akhir periode';
comment on column dwh.fact_evidence.item is 'Kode butir instrumen, atau simpul di atasnya, misalnya Aksi';
comment on column dwh.fact_evidence.document is 'Nama dokumen sebagaimana diberikan kabupaten/kota; nomor orang disamarkan';
comment on column dwh.fact_evidence.period_key is 'Tahun kinerja (dwh.dim_period)';
comment on column dwh.fact_evidence.agency_key is 'Instansi pengirim daftar (dwh.dim_agency)';
comment on column dwh.fact_evidence.sha256 is 'SHA-256 isi dokumen; dengan ini dokumennya ditemukan dalam arsip';
comment on column dwh.fact_evidence.bytes is 'Ukuran dokumen dalam byte; kosong: tidak disebut';
comment on column dwh.fact_evidence.submission_key is 'Pemuatan (audit.submission)';
comment on column dwh.fact_evidence.table_no is 'Tabelnya (audit.submission_table)';
comment on column dwh.fact_evidence.row_no is 'Barisnya pada lembar';
comment on column dwh.fact_evidence.cell is 'Alamat sel dokumen, SHA-256, ukuran';
comment on column dwh.fact_evidence.known_from is 'submission_key pemuatan yang membuat baris ini berlaku';

create table dwh.fact_evidence_history (like dwh.fact_evidence including comments, known_until bigint not null);
create index fact_evidence_history_ix on dwh.fact_evidence_history (regency_key, item, document, period_key);
create index fact_evidence_history_submission_ix on dwh.fact_evidence_history (submission_key);
comment on table dwh.fact_evidence_history is 'Baris bukti yang pernah berlaku';
comment on column dwh.fact_evidence_history.known_until is 'submission_key pemuatan yang mengakhiri berlakunya baris ini';

create function dwh.evidence_as_of(moment timestamptz)
returns setof dwh.fact_evidence
language sql stable
as $$
    select f.*
    from dwh.fact_evidence f
    join audit.submission a on a.submission_key = f.known_from
    where a.loaded_at <= moment
    union all
    select f.regency_key, f.region_key, f.item, f.document, f.period_key, f.agency_key, f.sha256, f.bytes, f.submission_key,
           f.table_no, f.row_no, f.cell, f.known_from
    from dwh.fact_evidence_history f
    join audit.submission a on a.submission_key = f.known_from
    join audit.submission z on z.submission_key = f.known_until
    where a.loaded_at <= moment
      and z.loaded_at > moment
$$;
comment on function dwh.evidence_as_of(timestamptz) is 'Bukti sebagaimana diketahui pada saat itu';

comment on column audit.submission.kind is 'coverage, measurement, service, assessment, atau evidence';
comment on column dwh.dim_form.kind is 'coverage, measurement, service, assessment, atau evidence; kosong: belum diketahui';

-- the review: the documents beside the grades -----------------------------------------------------------------------------------

create table review.evidence (
    performance_year smallint not null,
    regency_key bigint not null,
    item text not null,
    document text not null,
    instrument text not null,
    grades text not null,
    sha256 text not null,
    bytes numeric,
    finding text not null,
    computed_at timestamptz not null,
    constraint evidence_pk primary key (performance_year, regency_key, item, document),
    constraint evidence_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint evidence_instrument_fk foreign key (instrument) references review.instrument,
    constraint evidence_finding_ck check (finding in ('', 'missing', 'unknown')),
    constraint evidence_document_ck check ((document = '') = (finding = 'missing') and (document = '') = (sha256 = ''))
);
comment on table review.evidence is 'Bukti per kabupaten/kota dan butir, di samping nilainya; juga butir bernilai yang tanpa bukti';
comment on column review.evidence.performance_year is 'Tahun kinerja yang direviu';
comment on column review.evidence.regency_key is 'Kabupaten/kota (dwh.dim_region, versi terkini)';
comment on column review.evidence.item is 'Kode butir, atau simpul di atasnya, misalnya Aksi';
comment on column review.evidence.document is 'Nama dokumen; kosong: butir ini tanpa bukti';
comment on column review.evidence.instrument is 'Id instrumen penilaian';
comment on column review.evidence.grades is 'Nilai para penilai pada butir ini; kosong: tidak dinilai';
comment on column review.evidence.sha256 is 'SHA-256 isi dokumen; kosong: tanpa bukti';
comment on column review.evidence.bytes is 'Ukuran dokumen dalam byte; kosong: tidak disebut';
comment on column review.evidence.finding is 'missing: butir dinilai dan memerlukan dokumen, tetapi tidak ada; unknown: dokumen untuk butir yang tidak ada dalam instrumen; kosong: tidak ada temuan';
comment on column review.evidence.computed_at is 'Waktu penghitungan';

-- Which list told a document is not here: every newer list would make another row of one that is the same. kp2s-trace tells it.
create view bi.review_evidence with (security_invoker = true) as
select e.performance_year, r.province_code, r.code as region, r.name as region_name, e.instrument, e.item,
       coalesce(n.name, '') as item_name, coalesce(n.requirement, '') as requirement, e.grades, e.document, e.sha256, e.bytes,
       e.finding,
       case e.finding
           when 'missing' then format('butir %s dinilai %s tanpa bukti; diperlukan: %s', e.item, e.grades, n.requirement)
           when 'unknown' then format('dokumen %s: butir %s tidak ada dalam instrumen', e.document, e.item)
           else ''
       end as sentence,
       e.computed_at, e.regency_key
from review.evidence e
join dwh.dim_region r on r.region_key = e.regency_key
left join lateral (select n.name, n.requirement
                   from review.instrument_node n
                   where n.instrument = e.instrument
                     and e.item = case when n.kind in ('item', 'number') then n.source else regexp_replace(n.node, '^.*/', '') end
                   order by n.requirement = '', n.place
                   limit 1) n on true;
comment on view bi.review_evidence is 'Bukti per kabupaten/kota dan butir instrumen: dokumen dengan SHA-256-nya, dan butir bernilai yang tanpa bukti';
comment on column bi.review_evidence.performance_year is 'Tahun kinerja yang direviu';
comment on column bi.review_evidence.province_code is 'Kode Kemendagri provinsi';
comment on column bi.review_evidence.region is 'Kode Kemendagri kabupaten/kota';
comment on column bi.review_evidence.region_name is 'Nama kabupaten/kota';
comment on column bi.review_evidence.instrument is 'Id instrumen penilaian';
comment on column bi.review_evidence.item is 'Kode butir, atau simpul di atasnya, misalnya Aksi';
comment on column bi.review_evidence.item_name is 'Nama butir; kosong: tidak ada dalam instrumen';
comment on column bi.review_evidence.requirement is 'Dokumen atau syarat yang diminta butir ini';
comment on column bi.review_evidence.grades is 'Nilai para penilai pada butir ini; kosong: tidak dinilai';
comment on column bi.review_evidence.document is 'Nama dokumen; kosong: butir ini tanpa bukti';
comment on column bi.review_evidence.sha256 is 'SHA-256 isi dokumen; kosong: tanpa bukti';
comment on column bi.review_evidence.bytes is 'Ukuran dokumen dalam byte; kosong: tidak disebut';
comment on column bi.review_evidence.finding is 'missing: butir dinilai dan memerlukan dokumen, tetapi tidak ada; unknown: dokumen untuk butir yang tidak ada dalam instrumen; kosong: tidak ada temuan';
comment on column bi.review_evidence.sentence is 'Temuan sebagai kalimat; kosong: tidak ada temuan';
comment on column bi.review_evidence.computed_at is 'Waktu penghitungan';
comment on column bi.review_evidence.regency_key is 'Kabupaten/kota (dwh.dim_region, versi terkini)';

insert into review.edition_relation (relation, key, region)
values ('review_evidence', '{region,item,document}', 'region');

-- rights: as the other tables of the review
alter table review.evidence enable row level security;
create policy evidence_province on review.evidence for select to kp2s_bi_province using (true);
create policy evidence_regency on review.evidence for select to kp2s_bi_regency
    using (regency_key = any ((select audit.own_regencies())::bigint[]));
grant select on review.evidence, bi.review_evidence to kp2s_bi_province, kp2s_bi_regency;
