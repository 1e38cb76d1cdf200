-- Partitions out of sight, the dimensions that were lacking, the star as BI tools read it, regions within the boundaries of today,
-- and what every column of bi means, to be read as a table.

-- partitions: the whole is the table above them; ODBC and JDBC list every table of a schema that a role may enter ------------

create schema part;
comment on schema part is 'Partisi tahunan tabel fakta; dibaca lewat tabel induknya di dwh';

do $$
declare
    partition pg_catalog.regclass;
begin
    for partition in
        select i.inhrelid
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhparent
        where c.relnamespace = 'dwh'::pg_catalog.regnamespace
          and c.relkind = 'p'
    loop
        execute format('alter table %s set schema part', partition);
    end loop;
end
$$;

-- dimensions whose code is the key: few members, codes that stay, and part of the facts' own keys ------------------------------

create table dwh.dim_system (
    code text not null,
    name text not null,
    name_en text not null,
    kind text not null,
    known boolean not null,
    constraint dim_system_pk primary key (code)
);
comment on table dwh.dim_system is 'Sistem sumber (etc/catalogue/systems.csv); angka dua sistem, misalnya e-ppgbm dan ssgi, tidak pernah dicampur';
comment on column dwh.dim_system.code is 'Kode sistem sebagaimana disebut tata letak';
comment on column dwh.dim_system.kind is 'layanan: pencatatan layanan, survei, administrasi: isian instansi, rujukan: data acuan; kosong: belum ada di katalog';
comment on column dwh.dim_system.name is 'Nama sistem';
comment on column dwh.dim_system.name_en is 'Nama dalam bahasa Inggris';
comment on column dwh.dim_system.known is 'false: belum ada di katalog; ditambahkan ketika berkas dimuat';

create table dwh.dim_form (
    code text not null,
    name text not null,
    kind text not null,
    agency text not null,
    system text not null,
    known boolean not null,
    constraint dim_form_pk primary key (code)
);
comment on table dwh.dim_form is 'Formulir yang dibaca (etc/layouts)';
comment on column dwh.dim_form.code is 'Id tata letak';
comment on column dwh.dim_form.name is 'Judul formulir';
comment on column dwh.dim_form.kind is 'coverage, measurement, service, atau assessment; kosong: belum diketahui';
comment on column dwh.dim_form.agency is 'Kode instansi pengirim; kosong: sebagaimana berkasnya';
comment on column dwh.dim_form.system is 'Kode sistem sumber; kosong: sebagaimana berkasnya';
comment on column dwh.dim_form.known is 'false: tata letaknya tidak ada pada kp2s-catalog; ditambahkan ketika berkas dimuat';

create table dwh.dim_sex (
    code text not null,
    name text not null,
    name_en text not null,
    constraint dim_sex_pk primary key (code)
);
comment on table dwh.dim_sex is 'Jenis kelamin';
comment on column dwh.dim_sex.code is 'L, P; kosong: keduanya';
comment on column dwh.dim_sex.name is 'Nama';
comment on column dwh.dim_sex.name_en is 'Nama dalam bahasa Inggris';

create table dwh.dim_age_group (
    code text not null,
    name text not null,
    name_en text not null,
    known boolean not null,
    constraint dim_age_group_pk primary key (code)
);
comment on table dwh.dim_age_group is 'Kelompok umur sebagaimana ditulis formulir (etc/catalogue/age-groups.csv)';
comment on column dwh.dim_age_group.code is 'Kelompok umur; kosong: semua';
comment on column dwh.dim_age_group.name is 'Nama';
comment on column dwh.dim_age_group.name_en is 'Nama dalam bahasa Inggris';
comment on column dwh.dim_age_group.known is 'false: belum ada di katalog; ditambahkan ketika berkas dimuat';

-- members for what has no name, as dwh.dim_region has them, and what the facts hold so far
insert into dwh.dim_sex (code, name, name_en)
values ('', 'keduanya', 'both'), ('L', 'laki-laki', 'male'), ('P', 'perempuan', 'female');
insert into dwh.dim_age_group (code, name, name_en, known)
values ('', 'semua umur', 'all ages', true);
do $$
declare
    member record;
begin
    for member in
        select *
        from (values ('?', -1, 'tidak diketahui', 'unknown'),
                     ('-', -2, 'tidak berlaku', 'not applicable'),
                     ('!', -3, 'belum terpetakan', 'not mapped yet')) m (code, key, name, name_en)
    loop
        insert into dwh.dim_system values (member.code, member.name, member.name_en, '', true);
        insert into dwh.dim_form values (member.code, member.name, '', '', '', true);
        insert into dwh.dim_age_group values (member.code, member.name, member.name_en, true);
        insert into dwh.dim_agency (agency_key, code, name) values (member.key, member.code, member.name);
        insert into dwh.dim_service (service_key, code, subject, name, package) values (member.key, member.code, '', member.name, '');
        insert into dwh.dim_indicator (indicator_key, code, name, name_en, kind, type, unit, direction, numerator_owner,
                                       denominator_owner, numerator_definition, denominator_definition, source, valid_from, valid_until)
        values (member.key, member.code, member.name, member.name_en, '', 'count', '', 'none', '', '', '', '', '', 0, 0);
    end loop;
end
$$;
insert into dwh.dim_system (code, name, name_en, kind, known)
select distinct s.system, s.system, '', '', false
from audit.submission s
on conflict do nothing;
insert into dwh.dim_form (code, name, kind, agency, system, known)
select distinct on (s.form) s.form, s.form, s.kind, '', '', false
from audit.submission s
on conflict do nothing;
insert into dwh.dim_age_group (code, name, name_en, known)
select distinct f.age_group, f.age_group, '', false
from dwh.fact_coverage f
on conflict do nothing;

alter table audit.submission
    add constraint submission_form_fk foreign key (form) references dwh.dim_form,
    add constraint submission_system_fk foreign key (system) references dwh.dim_system;
alter table dwh.fact_coverage
    add constraint fact_coverage_sex_fk foreign key (sex) references dwh.dim_sex,
    add constraint fact_coverage_age_group_fk foreign key (age_group) references dwh.dim_age_group;

grant select on dwh.dim_system, dwh.dim_form, dwh.dim_sex, dwh.dim_age_group, dwh.dim_service to kp2s_bi_province, kp2s_bi_regency;

-- today's boundaries: which region each region that ended is now, and shares of those that were divided --------------------------

create table dwh.region_today (
    region_key bigint not null,
    today_key bigint not null,
    constraint region_today_pk primary key (region_key),
    constraint region_today_region_fk foreign key (region_key) references dwh.dim_region,
    constraint region_today_today_fk foreign key (today_key) references dwh.dim_region
);
comment on table dwh.region_today is 'Wilayah yang sudah berganti kode atau nama, dan wilayah yang menjadi lanjutannya kini (etc/catalogue/crosswalk.csv.gz)';
comment on column dwh.region_today.region_key is 'Versi wilayah yang sudah berakhir (dwh.dim_region)';
comment on column dwh.region_today.today_key is 'Lanjutannya kini, atau versi terakhir yang diketahui (dwh.dim_region)';

create table dwh.region_split (
    from_code text not null,
    to_code text not null,
    day date not null,
    weight numeric not null,
    source text not null,
    constraint region_split_pk primary key (from_code, to_code),
    constraint region_split_weight_ck check (weight > 0 and weight <= 1)
);
comment on table dwh.region_split is 'Wilayah yang dibagi, dan bagian yang menjadi milik tiap wilayah kini (etc/catalogue/splits.csv); jumlah bobot setiap wilayah asal 1';
comment on column dwh.region_split.from_code is 'Kode Kemendagri terakhir wilayah asal';
comment on column dwh.region_split.to_code is 'Kode Kemendagri kini wilayah yang mendapat bagian; boleh wilayah asal sendiri';
comment on column dwh.region_split.day is 'Hari pembagian: angka periode yang berakhir sebelumnya yang dibagi';
comment on column dwh.region_split.weight is 'Bagian, 0–1, misalnya menurut jumlah balita';
comment on column dwh.region_split.source is 'Sumber bobot';

-- the star for BI tools: keys and measures, and dimensions with their names -----------------------------------------------------

create view bi.dim_region with (security_invoker = true) as
select r.region_key,
       r.code,
       r.name,
       r.level,
       r.province_code,
       r.province_name,
       r.regency_code,
       r.regency_name,
       r.district_code,
       r.district_name,
       r.valid_from,
       r.valid_until,
       n.code as today_code,
       n.name as today_name,
       n.province_code as today_province_code,
       n.province_name as today_province_name,
       n.regency_code as today_regency_code,
       n.regency_name as today_regency_name,
       n.district_code as today_district_code,
       n.district_name as today_district_name,
       n.level > 0 and n.valid_until = 'infinity' as is_today,
       r.basis
from dwh.dim_region r
left join dwh.region_today t on t.region_key = r.region_key
join dwh.dim_region n on n.region_key = coalesce(t.today_key, r.region_key);
comment on view bi.dim_region is 'Dimensi wilayah, satu baris per versi: sebagaimana waktu itu, dan wilayah yang menjadi lanjutannya kini (today_…)';

create view bi.dim_period with (security_invoker = true) as
select p.period_key, p.code, p.kind, p.year, p.starts_on, p.ends_on, p.name
from dwh.dim_period p;
comment on view bi.dim_period is 'Dimensi periode; jumlahkan periode satu jenis (kind) saja, sebab tahun memuat bulan-bulannya';

create view bi.dim_date with (security_invoker = true) as
select d.date_key,
       d.date,
       d.year,
       d.semester,
       d.quarter,
       d.month,
       extract(day from d.date)::smallint as day,
       d.month_name,
       (array['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
              'December'])[d.month] as month_name_en,
       date_trunc('month', d.date)::date as month_start,
       d.year || '-Q' || d.quarter as quarter_code,
       extract(isoyear from d.date)::smallint as iso_year,
       extract(week from d.date)::smallint as iso_week,
       extract(isodow from d.date)::smallint as weekday,
       (array['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'])[extract(isodow from d.date)::integer] as weekday_name,
       (array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
              'Sunday'])[extract(isodow from d.date)::integer] as weekday_name_en
from dwh.dim_date d;
comment on view bi.dim_date is 'Kalender: satu baris sehari tanpa celah, dari 1 Januari 2015 sampai 31 Desember 2040; tabel tanggal untuk alat BI';

create view bi.dim_agency with (security_invoker = true) as
select a.agency_key, a.code, a.name
from dwh.dim_agency a;
comment on view bi.dim_agency is 'Dimensi instansi (OPD)';

create view bi.dim_indicator with (security_invoker = true) as
select i.indicator_key, i.code, i.version, i.name, i.name_en, i.kind, i.type, i.unit, i.direction, i.numerator_owner,
       i.denominator_owner, i.numerator_definition, i.denominator_definition, i.source, i.valid_from, i.valid_until, i.successor
from dwh.dim_indicator i;
comment on view bi.dim_indicator is 'Dimensi indikator, satu baris per versi definisi';

create view bi.dim_service with (security_invoker = true) as
select s.service_key, s.code, s.subject, s.name, s.package, s.period
from dwh.dim_service s;
comment on view bi.dim_service is 'Dimensi layanan perorangan; faktanya tidak terbuka bagi BI, hasilnya di bi.review_convergence';

create view bi.dim_system with (security_invoker = true) as
select s.code, s.name, s.name_en, s.kind
from dwh.dim_system s;
comment on view bi.dim_system is 'Dimensi sistem sumber; angka dua sistem tidak pernah dijumlahkan atau disambung menjadi satu seri';

create view bi.dim_form with (security_invoker = true) as
select f.code, f.name, f.kind, f.agency, f.system
from dwh.dim_form f;
comment on view bi.dim_form is 'Dimensi formulir';

create view bi.dim_sex with (security_invoker = true) as
select s.code, s.name, s.name_en
from dwh.dim_sex s;
comment on view bi.dim_sex is 'Dimensi jenis kelamin';

create view bi.dim_age_group with (security_invoker = true) as
select g.code, g.name, g.name_en
from dwh.dim_age_group g;
comment on view bi.dim_age_group is 'Dimensi kelompok umur';

-- where a figure comes from: of every fact there is its file
create view bi.dim_submission with (security_invoker = true) as
select s.submission_key,
       s.form,
       s.form_version,
       s.system,
       s.kind,
       a.code as agency_code,
       s.file_name,
       s.sha256,
       s.loaded_at,
       s.superseded_by is null as is_current,
       s.data_count,
       s.reject_count,
       s.note_count
from audit.submission s
join dwh.dim_agency a on a.agency_key = s.agency_key;
comment on view bi.dim_submission is 'Dimensi asal: satu baris per pemuatan berkas';

-- Of each kabupaten/kota, indicator and period the figures of one agency and one level are summed, and of each region its total,
-- its puskesmas or its parts: the choice of the review (doc/review.md), of every period for itself.
create view bi.fact_coverage with (security_invoker = true) as
with fact as (
    select f.*, s.system, s.form, p.ends_on, g.level, a.code as agency,
           f.state = 'value' and i.type <> 'percent' and g.level >= 2 as is_figure,
           a.code = coalesce((select o.agency
                              from dwh.indicator_owner o
                              where o.indicator = i.code
                                and o.part = 'numerator'
                                and o.region in (g.regency_code, g.province_code, '')
                                and o.valid_from <= p.ends_on
                                and o.valid_until > p.ends_on
                              order by length(o.region) desc
                              limit 1), i.numerator_owner) as is_owner,
           case when f.puskesmas <> '' then 2 when f.sex = '' and f.age_group = '' then 1 else 3 end as whole,
           case when f.sex = '' and f.age_group = '' then 1 when f.age_group = '' then 2 when f.sex = '' then 3 else 4 end as part
    from dwh.fact_coverage f
    join audit.submission s on s.submission_key = f.submission_key
    join dwh.dim_region g on g.region_key = f.region_key
    join dwh.dim_indicator i on i.indicator_key = f.indicator_key
    join dwh.dim_period p on p.period_key = f.period_key
    join dwh.dim_agency a on a.agency_key = f.agency_key
), figure as (
    select f.*,
           min(f.whole) over (partition by f.regency_key, f.indicator_key, f.period_key, f.agency_key, f.is_figure,
                                           f.region_key) as whole_taken,
           min(f.part) over (partition by f.regency_key, f.indicator_key, f.period_key, f.agency_key, f.is_figure, f.region_key,
                                          f.puskesmas) as part_taken,
           max(f.level) over (partition by f.regency_key, f.indicator_key, f.period_key, f.agency_key, f.is_figure) as level_taken,
           dense_rank() over (partition by f.regency_key, f.indicator_key, f.period_key, f.agency_key, f.is_figure
                              order by f.region_key) as region_no
    from fact f
), counted as (
    select f.*, max(f.region_no) over (partition by f.regency_key, f.indicator_key, f.period_key, f.agency_key, f.is_figure) as regions
    from figure f
), choice as (
    select f.*,
           f.is_figure
               and f.level = f.level_taken
               and f.whole = f.whole_taken
               and f.part = f.part_taken
               and f.agency_key = first_value(f.agency_key) over (partition by f.regency_key, f.indicator_key, f.period_key, f.is_figure
                                                                  order by f.is_owner desc, f.regions desc, f.agency) as is_summed
    from counted f
)
select f.region_key,
       f.indicator_key,
       f.period_key,
       f.ends_on as date,
       f.agency_key,
       f.submission_key,
       f.system,
       f.form,
       f.puskesmas,
       f.sex,
       f.age_group,
       f.state,
       f.is_summed,
       case when f.is_summed then f.numerator end as numerator,
       case when f.is_summed then f.denominator end as denominator,
       f.numerator as numerator_told,
       f.denominator as denominator_told,
       f.reported as percent_reported,
       f.submission_key || ':' || f.table_no || ':' || f.row_no
           || coalesce(':' || substring(f.cell from '[A-Z]+[0-9]+'), '') as trace_id,
       f.regency_key
from choice f;
comment on view bi.fact_coverage is 'Fakta cakupan untuk skema bintang: kunci dan ukuran; jumlah numerator dan denominator satu indikator dan satu jenis periode benar untuk wilayah mana pun';

-- the same figures in the regions of today; the sum over the country stays what it was
create view bi.coverage_today with (security_invoker = true) as
select n.province_code,
       n.province_name,
       n.regency_code,
       n.regency_name,
       n.district_code,
       n.district_name,
       n.code as region_code,
       n.name as region_name,
       n.level as region_level,
       r.code as told_region_code,
       i.code as indicator_code,
       i.name as indicator_name,
       i.unit,
       p.code as period,
       p.kind as period_kind,
       p.year,
       p.ends_on as period_end,
       a.code as agency_code,
       f.system,
       f.puskesmas,
       f.sex,
       f.age_group,
       f.numerator * coalesce(s.weight, 1) as numerator,
       f.denominator * coalesce(s.weight, 1) as denominator,
       coalesce(s.weight, 1) as weight,
       coalesce(s.weight, 1) < 1 as is_estimate,
       f.trace_id,
       f.regency_key
from bi.fact_coverage f
join dwh.dim_region r on r.region_key = f.region_key
left join dwh.region_today t on t.region_key = f.region_key
join dwh.dim_region o on o.region_key = coalesce(t.today_key, f.region_key)
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key
left join dwh.region_split s on s.from_code = o.code and s.day > p.ends_on
left join dwh.dim_region d on d.code = s.to_code and d.valid_until = 'infinity'
join dwh.dim_region n on n.region_key = coalesce(d.region_key, o.region_key)
where f.is_summed;
comment on view bi.coverage_today is 'Angka cakupan yang dijumlahkan, menurut batas wilayah kini; bagian wilayah yang dibagi adalah taksiran menurut bobot (is_estimate)';

-- what everything in bi means, as a table: the ODBC driver knows no comments, and not everybody reads Indonesian -------------------

create table dwh.dictionary (
    relation text not null,
    column_name text not null,
    unit text not null,
    source text not null,
    comment_en text not null,
    constraint dictionary_pk primary key (relation, column_name),
    constraint dictionary_names_ck check (relation <> '' or column_name <> '')
);
comment on table dwh.dictionary is 'Satuan, sumber dan keterangan berbahasa Inggris bagi bi.dictionary (etc/catalogue/dictionary.csv)';
comment on column dwh.dictionary.relation is 'Tampilan bi; kosong: kolom bernama itu di semua tampilan yang tidak disebut sendiri';
comment on column dwh.dictionary.column_name is 'Kolom; kosong: tampilan itu sendiri';
comment on column dwh.dictionary.unit is 'Satuan; kosong: tanpa satuan';
comment on column dwh.dictionary.source is 'Tempat atau cara angka itu diperoleh';
comment on column dwh.dictionary.comment_en is 'Keterangan dalam bahasa Inggris';

create view bi.dictionary with (security_invoker = true) as
select k.relation,
       k.column_name,
       k.position,
       k.type,
       k.comment,
       coalesce(o.comment_en, e.comment_en, '') as comment_en,
       coalesce(o.unit, e.unit, '') as unit,
       coalesce(o.source, e.source, '') as source
from (select c.relname::text as relation, '' as column_name, 0 as position, 'view' as type,
             pg_catalog.obj_description(c.oid, 'pg_class') as comment
      from pg_catalog.pg_class c
      where c.relnamespace = 'bi'::pg_catalog.regnamespace
        and c.relkind in ('r', 'p', 'v')
      union all
      select c.relname::text, a.attname::text, a.attnum, pg_catalog.format_type(a.atttypid, a.atttypmod),
             pg_catalog.col_description(c.oid, a.attnum)
      from pg_catalog.pg_class c
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'bi'::pg_catalog.regnamespace
        and c.relkind in ('r', 'p', 'v')) k
left join dwh.dictionary o on o.relation = k.relation and o.column_name = k.column_name
left join dwh.dictionary e on e.relation = '' and e.column_name = k.column_name and k.column_name <> '';
comment on view bi.dictionary is 'Kamus data: setiap tampilan bi dan kolomnya, dengan keterangan, satuan dan sumber; juga dalam bahasa Inggris';

-- comments of the new views: as the columns below them say, else here
do $$
declare
    entry record;
begin
    for entry in
        select v.relname as view, a.attname as name,
               coalesce(w.explanation, pg_catalog.col_description(b.attrelid, b.attnum), g.explanation) as explanation
        from pg_catalog.pg_class v
        join pg_catalog.pg_attribute a on a.attrelid = v.oid and a.attnum > 0
        left join pg_catalog.pg_attribute b
               on b.attname = a.attname
              and b.attrelid = pg_catalog.to_regclass(case v.relname when 'dim_submission' then 'audit.submission'
                                                                     when 'coverage_today' then 'bi.coverage'
                                                                     else 'dwh.' || v.relname end)
        left join (values
            ('dim_region.today_code', 'Kode Kemendagri wilayah kini; wilayah yang berakhir tanpa lanjutan: kodenya yang terakhir'),
            ('dim_region.today_name', 'Nama wilayah kini'),
            ('dim_region.today_province_code', 'Kode Kemendagri provinsi yang kini memuatnya'),
            ('dim_region.today_province_name', 'Nama provinsi itu'),
            ('dim_region.today_regency_code', 'Kode Kemendagri kabupaten/kota yang kini memuatnya'),
            ('dim_region.today_regency_name', 'Nama kabupaten/kota itu'),
            ('dim_region.today_district_code', 'Kode Kemendagri kecamatan yang kini memuatnya'),
            ('dim_region.today_district_name', 'Nama kecamatan itu'),
            ('dim_region.is_today', 'true: wilayah today_… ada kini'),
            ('dim_date.day', 'Tanggal dalam bulan, 1–31'),
            ('dim_date.month_name_en', 'Nama bulan dalam bahasa Inggris'),
            ('dim_date.month_start', 'Hari pertama bulan'),
            ('dim_date.quarter_code', 'Triwulan, misalnya 2024-Q3'),
            ('dim_date.iso_year', 'Tahun minggu ISO 8601'),
            ('dim_date.iso_week', 'Minggu ISO 8601, 1–53'),
            ('dim_date.weekday', 'Hari, 1 Senin sampai 7 Minggu'),
            ('dim_date.weekday_name', 'Nama hari'),
            ('dim_date.weekday_name_en', 'Nama hari dalam bahasa Inggris'),
            ('dim_submission.agency_code', 'Kode instansi pengirim'),
            ('dim_submission.is_current', 'true: masih berlaku, belum digantikan'),
            ('fact_coverage.date', 'Hari terakhir periode, bagi tabel tanggal (bi.dim_date)'),
            ('fact_coverage.submission_key', 'Asal baris ini (bi.dim_submission)'),
            ('fact_coverage.system', 'Sistem sumber (bi.dim_system)'),
            ('fact_coverage.form', 'Formulir (bi.dim_form)'),
            ('fact_coverage.is_summed', 'true: baris ini ikut dijumlahkan; yang lain mengulang angka yang sama pada tingkat, instansi atau rincian lain'),
            ('fact_coverage.numerator', 'Pembilang bila ikut dijumlahkan; selain itu kosong'),
            ('fact_coverage.denominator', 'Penyebut bila ikut dijumlahkan; selain itu kosong'),
            ('fact_coverage.numerator_told', 'Pembilang sebagaimana dilaporkan, juga bila tidak ikut dijumlahkan; jangan dijumlahkan'),
            ('fact_coverage.denominator_told', 'Penyebut sebagaimana dilaporkan, juga bila tidak ikut dijumlahkan; jangan dijumlahkan'),
            ('fact_coverage.percent_reported', 'Persentase sebagaimana ditulis instansi (%); jenis percent: angkanya dalam satuannya; jangan dijumlahkan atau dirata-ratakan'),
            ('fact_coverage.trace_id', 'Asal angka untuk kp2s-trace: pemuatan:tabel:baris:sel'),
            ('coverage_today.province_code', 'Kode Kemendagri provinsi kini'),
            ('coverage_today.province_name', 'Nama provinsi kini'),
            ('coverage_today.regency_code', 'Kode Kemendagri kabupaten/kota kini'),
            ('coverage_today.regency_name', 'Nama kabupaten/kota kini'),
            ('coverage_today.district_code', 'Kode Kemendagri kecamatan kini; kosong di atas tingkat itu'),
            ('coverage_today.district_name', 'Nama kecamatan kini'),
            ('coverage_today.region_code', 'Kode Kemendagri wilayah kini'),
            ('coverage_today.region_name', 'Nama wilayah kini'),
            ('coverage_today.told_region_code', 'Kode Kemendagri wilayah sebagaimana dilaporkan'),
            ('coverage_today.system', 'Sistem sumber (bi.dim_system)'),
            ('coverage_today.numerator', 'Pembilang, dikalikan bobot'),
            ('coverage_today.denominator', 'Penyebut, dikalikan bobot'),
            ('coverage_today.weight', 'Bagian angka yang menjadi milik wilayah ini, 0–1'),
            ('coverage_today.is_estimate', 'true: bagian dari wilayah yang dibagi, taksiran menurut bobot'),
            ('coverage_today.regency_key', 'Kabupaten/kota waktu itu (dwh.dim_region, versi pertamanya)'),
            ('dictionary.relation', 'Tampilan'),
            ('dictionary.column_name', 'Kolom; kosong: tampilan itu sendiri'),
            ('dictionary.position', 'Urutan kolom, mulai 1; 0: tampilan itu sendiri'),
            ('dictionary.type', 'Jenis data PostgreSQL'),
            ('dictionary.comment', 'Keterangan')) w (name, explanation) on w.name = v.relname || '.' || a.attname
        left join (values
            ('level', '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan, 0 anggota khusus')) g (name, explanation)
               on g.name = a.attname
        where v.relnamespace = 'bi'::pg_catalog.regnamespace
          and v.relkind = 'v'
          and pg_catalog.col_description(v.oid, a.attnum) is null
    loop
        execute format('comment on column bi.%I.%I is %L', entry.view, entry.name, entry.explanation);
    end loop;
end
$$;

grant select on dwh.region_today, dwh.region_split, dwh.dictionary to kp2s_bi_province, kp2s_bi_regency;
grant select on bi.dim_region, bi.dim_period, bi.dim_date, bi.dim_agency, bi.dim_indicator, bi.dim_service, bi.dim_system,
    bi.dim_form, bi.dim_sex, bi.dim_age_group, bi.dim_submission, bi.fact_coverage, bi.coverage_today, bi.dictionary
    to kp2s_bi_province, kp2s_bi_regency;
