-- where kp2s-migrate writes down what it applied; made before the first migration
create schema if not exists audit;
create table if not exists audit.migration (
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null,
    constraint migration_pk primary key (name)
);
comment on table audit.migration is 'Migrasi skema yang sudah diterapkan';
comment on column audit.migration.name is 'Nama berkas sql/schema tanpa akhiran';
comment on column audit.migration.sha256 is 'SHA-256 teks migrasi ketika diterapkan';
comment on column audit.migration.applied_at is 'Waktu penerapan';
