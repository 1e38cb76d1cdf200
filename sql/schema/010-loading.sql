-- Periods that are closed, who may load into them nevertheless, and who did.

create table audit.closed_period (
    period text not null,
    region text not null default '',
    closed_at timestamptz not null default now(),
    reason text not null,
    constraint closed_period_pk primary key (period, region),
    constraint closed_period_period_fk foreign key (period) references dwh.dim_period (code),
    constraint closed_period_reason_ck check (reason <> '')
);
comment on table audit.closed_period is 'Periode yang sudah ditutup: pemuatan ditolak, kecuali dengan alasan yang tercatat';
comment on column audit.closed_period.period is 'Kode periode; periode lain yang beririsan dengannya ikut tertutup';
comment on column audit.closed_period.region is 'Kode Kemendagri provinsi, kabupaten/kota atau kecamatan; kosong: semua';
comment on column audit.closed_period.closed_at is 'Sejak kapan ditutup';
comment on column audit.closed_period.reason is 'Mengapa ditutup, misalnya nomor surat';

create table audit.overrider (
    login text not null,
    constraint overrider_pk primary key (login)
);
comment on table audit.overrider is 'Peran login yang boleh memuat ke periode yang sudah ditutup';
comment on column audit.overrider.login is 'Nama peran login PostgreSQL';

create table audit.override (
    submission_key bigint not null,
    login text not null,
    reason text not null,
    at timestamptz not null,
    constraint override_pk primary key (submission_key),
    constraint override_submission_fk foreign key (submission_key) references audit.submission,
    constraint override_reason_ck check (reason <> '')
);
comment on table audit.override is 'Pemuatan ke periode yang sudah ditutup: oleh siapa, mengapa, kapan';
comment on column audit.override.submission_key is 'Pemuatan';
comment on column audit.override.login is 'Peran login yang memuat';
comment on column audit.override.reason is 'Alasan yang diberikan dengan --override';
comment on column audit.override.at is 'Saat pemuatan';

-- the loader fetches a kabupaten's regions at a time: sql/load/places.sql
create index dim_region_part_ix on dwh.dim_region (left(code, 5));
