-- Under which key the tokens of persons are made, and children who may be told by two tokens.
create table audit.identity_key (
    key_id text not null,
    since timestamptz not null,
    until timestamptz,
    constraint identity_key_pk primary key (key_id)
);
create unique index identity_key_current_uq on audit.identity_key ((true)) where until is null;
comment on table audit.identity_key is 'Kunci identitas yang membuat token orang di gudang ini; satu yang berlaku (until kosong)';
comment on column audit.identity_key.key_id is 'Penanda kunci identitas pembuat token';
comment on column audit.identity_key.since is 'Waktu kunci mulai berlaku di gudang ini';
comment on column audit.identity_key.until is 'Waktu kunci diganti; kosong: masih berlaku';

-- a warehouse that has persons already: the key of what was loaded last
insert into audit.identity_key (key_id, since)
select f.key_id, clock_timestamp()
from (select key_id, submission_key from dwh.fact_measurement
      union all
      select key_id, submission_key from dwh.fact_service) f
order by f.submission_key desc
limit 1;

-- Two tokens of one village, sex and day of birth, of which one is measured only after the other was for the last time: perhaps
-- one child whose NIK came later. Twins are measured on the same days and do not stand here.
create view audit.child_twice as
with child as (
    select regency_key, region_key, sex, measured_on - age_days as born_on, child, min(measured_on) as first_on,
           max(measured_on) as last_on
    from dwh.fact_measurement
    group by regency_key, region_key, sex, measured_on - age_days, child
)
select a.regency_key, a.region_key, a.sex, a.born_on, a.child, a.last_on, f.submission_key, f.table_no, f.row_no,
       b.child as later_child, b.first_on, g.submission_key as later_submission_key, g.table_no as later_table_no,
       g.row_no as later_row_no
from child a
join child b on b.regency_key = a.regency_key
            and b.region_key = a.region_key
            and b.sex = a.sex
            and b.born_on = a.born_on
            and b.first_on > a.last_on
join dwh.fact_measurement f on f.regency_key = a.regency_key and f.child = a.child and f.measured_on = a.last_on
join dwh.fact_measurement g on g.regency_key = b.regency_key and g.child = b.child and g.measured_on = b.first_on;
comment on view audit.child_twice is 'Dua token yang mungkin satu anak: desa, jenis kelamin dan tanggal lahir sama, yang satu mulai ketika yang lain berhenti';
comment on column audit.child_twice.regency_key is 'Kunci kabupaten/kota (dwh.dim_region)';
comment on column audit.child_twice.region_key is 'Kunci wilayah (dwh.dim_region)';
comment on column audit.child_twice.sex is 'L laki-laki, P perempuan';
comment on column audit.child_twice.born_on is 'Tanggal lahir: tanggal ukur dikurangi usia';
comment on column audit.child_twice.child is 'Token yang lebih dahulu';
comment on column audit.child_twice.last_on is 'Pengukuran terakhirnya';
comment on column audit.child_twice.submission_key is 'Pemuatan pengukuran itu';
comment on column audit.child_twice.table_no is 'Tabelnya (audit.submission_table)';
comment on column audit.child_twice.row_no is 'Barisnya pada lembar';
comment on column audit.child_twice.later_child is 'Token yang kemudian';
comment on column audit.child_twice.first_on is 'Pengukuran pertamanya';
comment on column audit.child_twice.later_submission_key is 'Pemuatan pengukuran itu';
comment on column audit.child_twice.later_table_no is 'Tabelnya (audit.submission_table)';
comment on column audit.child_twice.later_row_no is 'Barisnya pada lembar';
