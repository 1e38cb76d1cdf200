-- Tables of the annual review (doc/review.md) and what officers may see of them (bi). kp2s-review fills them, and
-- replaces the rows of one year and province whole. Rules as in 001: regency_key in every key, no triggers.

-- Facts may carry the region_key of an older version of a kabupaten (renamed, same code); this leads to the present one.
create view review.regency with (security_invoker = true) as
select v.region_key as member_key,
       c.region_key as regency_key,
       c.code,
       c.name,
       c.province_code,
       c.province_name
from dwh.dim_region v
join dwh.dim_region c on c.code = v.code and c.level = 2 and c.valid_until = 'infinity'
where v.level = 2;
comment on view review.regency is 'Kabupaten/kota menurut register terkini; member_key: region_key setiap versi dengan kode yang sama';
comment on column review.regency.member_key is 'region_key versi mana pun yang dipakai fakta';
comment on column review.regency.regency_key is 'region_key versi terkini';
comment on column review.regency.code is 'Kode Kemendagri bertitik';
comment on column review.regency.name is 'Nama terkini';
comment on column review.regency.province_code is 'Kode provinsi';
comment on column review.regency.province_name is 'Nama provinsi';

create table review.coverage (
    performance_year smallint not null,
    regency_key bigint not null,
    indicator_key bigint not null,
    numerator numeric not null,
    denominator numeric not null,
    percent numeric(12, 2),
    target numeric,
    target_verified boolean,
    target_source text,
    regions bigint not null,
    set_aside bigint not null,
    computed_at timestamptz not null,
    constraint coverage_pk primary key (performance_year, regency_key, indicator_key),
    constraint coverage_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint coverage_indicator_fk foreign key (indicator_key) references dwh.dim_indicator,
    constraint coverage_percent_ck check ((percent is null) = (denominator = 0))
);
comment on table review.coverage is 'Cakupan layanan per kabupaten/kota dan indikator pada tahun kinerja';
comment on column review.coverage.performance_year is 'Tahun kinerja yang direviu';
comment on column review.coverage.regency_key is 'Kabupaten/kota (dwh.dim_region)';
comment on column review.coverage.indicator_key is 'Indikator (dwh.dim_indicator)';
comment on column review.coverage.numerator is 'Jumlah pembilang wilayah-wilayahnya, periode terakhir masing-masing';
comment on column review.coverage.denominator is 'Jumlah penyebut wilayah-wilayahnya';
comment on column review.coverage.percent is '100 × pembilang / penyebut, dua desimal; kosong bila penyebut 0';
comment on column review.coverage.target is 'Target indikator: kabupaten/kota, bila tidak ada provinsi, bila tidak ada nasional';
comment on column review.coverage.target_verified is 'false: sumber target belum diverifikasi';
comment on column review.coverage.target_source is 'Sumber target';
comment on column review.coverage.regions is 'Banyaknya wilayah yang angkanya dijumlahkan, semuanya satu tingkat (desa/kelurahan, kecamatan, atau kabupaten/kota)';
comment on column review.coverage.set_aside is 'Banyaknya angka yang tidak dijumlahkan agar tidak terhitung dua kali: dari instansi lain, dari tingkat wilayah lain, atau rincian di samping jumlahnya';
comment on column review.coverage.computed_at is 'Waktu penghitungan';

-- The filled figures of the latest period of each region, and which of them are summed: of one agency, of one level,
-- and of each region its total or one set of parts (doc/review.md). The review sums them, kp2s-trace leads to their cells.
create function review.coverage_figure(performance_year smallint, province text)
returns table (
    regency_key bigint,
    indicator_key bigint,
    region text,
    numerator numeric,
    denominator numeric,
    submission_key bigint,
    table_no smallint,
    row_no integer,
    cell text,
    counted boolean
)
language sql stable
as $$
    with fact as (
        select r.regency_key, f.indicator_key, f.agency_key, a.code as agency, a.code = i.numerator_owner as owner,
               g.code as region, g.level, f.state, f.numerator, f.denominator, f.submission_key, f.table_no, f.row_no,
               f.cell,
               case
                   when f.sex = '' and f.age_group = '' then 1
                   when f.age_group = '' then 2
                   when f.sex = '' then 3
                   else 4
               end as part, -- the total, parts by sex, by age, by both
               rank() over (partition by r.regency_key, f.indicator_key, f.agency_key, g.code
                            order by p.ends_on desc, p.starts_on) as age
        from dwh.fact_coverage f
        join review.regency r on r.member_key = f.regency_key
        join dwh.dim_region g on g.region_key = f.region_key
        join dwh.dim_period p on p.period_key = f.period_key
        join dwh.dim_agency a on a.agency_key = f.agency_key
        join dwh.dim_indicator i on i.indicator_key = f.indicator_key
        where r.province_code = $2
          and p.year = $1
    ), figure as (
        select f.*,
               min(f.part) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region) as part_taken,
               max(f.level) over (partition by f.regency_key, f.indicator_key, f.agency_key) as level_taken,
               dense_rank() over (partition by f.regency_key, f.indicator_key, f.agency_key order by f.region) as region_no
        from fact f
        where f.age = 1
          and f.state = 'value'
    ), counted as (
        select f.*, max(f.region_no) over (partition by f.regency_key, f.indicator_key, f.agency_key) as regions
        from figure f
    ), choice as (
        select f.*, first_value(f.agency_key) over (partition by f.regency_key, f.indicator_key
                                                    order by f.owner desc, f.regions desc, f.agency) as agency_taken
        from counted f
    )
    select f.regency_key, f.indicator_key, f.region, f.numerator, f.denominator, f.submission_key, f.table_no, f.row_no,
           f.cell, f.agency_key = f.agency_taken and f.level = f.level_taken and f.part = f.part_taken
    from choice f
$$;
comment on function review.coverage_figure(smallint, text) is 'Angka cakupan satu tahun dan provinsi; counted: dijumlahkan dalam review.coverage';

create table review.prevalence (
    performance_year smallint not null,
    regency_key bigint not null,
    system text not null,
    children bigint not null,
    measured bigint not null,
    stunted bigint not null,
    severely_stunted bigint not null,
    waz_measured bigint not null,
    underweight bigint not null,
    whz_measured bigint not null,
    wasted bigint not null,
    overweight bigint not null,
    stunted_percent numeric(5, 2),
    severely_stunted_percent numeric(5, 2),
    underweight_percent numeric(5, 2),
    wasted_percent numeric(5, 2),
    overweight_percent numeric(5, 2),
    computed_at timestamptz not null,
    constraint prevalence_pk primary key (performance_year, regency_key, system),
    constraint prevalence_regency_fk foreign key (regency_key) references dwh.dim_region (region_key)
);
comment on table review.prevalence is 'Prevalensi status gizi balita per kabupaten/kota dan sistem sumber; data layanan bukan survei';
comment on column review.prevalence.performance_year is 'Tahun kinerja yang direviu';
comment on column review.prevalence.regency_key is 'Kabupaten/kota tempat pengukuran terakhir anak';
comment on column review.prevalence.system is 'Sistem sumber, misalnya e-ppgbm; tidak pernah dicampur';
comment on column review.prevalence.children is 'Anak yang diukur pada tahun itu (pengukuran terakhir masing-masing)';
comment on column review.prevalence.measured is 'Anak dengan HAZ yang masuk akal dan usia paling tinggi 1826 hari: penyebut stunting';
comment on column review.prevalence.stunted is 'Anak dengan HAZ < −2';
comment on column review.prevalence.severely_stunted is 'Anak dengan HAZ < −3';
comment on column review.prevalence.waz_measured is 'Anak dengan WAZ yang masuk akal: penyebut berat badan kurang';
comment on column review.prevalence.underweight is 'Anak dengan WAZ < −2';
comment on column review.prevalence.whz_measured is 'Anak dengan WHZ yang masuk akal: penyebut gizi kurang dan gizi lebih';
comment on column review.prevalence.wasted is 'Anak dengan WHZ < −2';
comment on column review.prevalence.overweight is 'Anak dengan WHZ > 2';
comment on column review.prevalence.stunted_percent is '100 × stunted / measured; kosong bila penyebut 0';
comment on column review.prevalence.severely_stunted_percent is '100 × severely_stunted / measured';
comment on column review.prevalence.underweight_percent is '100 × underweight / waz_measured';
comment on column review.prevalence.wasted_percent is '100 × wasted / whz_measured';
comment on column review.prevalence.overweight_percent is '100 × overweight / whz_measured';
comment on column review.prevalence.computed_at is 'Waktu penghitungan';

create table review.convergence (
    performance_year smallint not null,
    regency_key bigint not null,
    period_key bigint not null,
    received bigint not null,
    due bigint not null,
    percent numeric(5, 2),
    persons bigint not null,
    complete bigint not null,
    complete_percent numeric(5, 2),
    computed_at timestamptz not null,
    constraint convergence_pk primary key (performance_year, regency_key),
    constraint convergence_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint convergence_period_fk foreign key (period_key) references dwh.dim_period
);
comment on table review.convergence is 'Konvergensi layanan ibu hamil dan anak 0–23 bulan pada triwulan terakhir yang ada datanya';
comment on column review.convergence.performance_year is 'Tahun kinerja yang direviu';
comment on column review.convergence.regency_key is 'Kabupaten/kota';
comment on column review.convergence.period_key is 'Triwulan yang dipakai (dwh.dim_period)';
comment on column review.convergence.received is 'Banyaknya layanan yang diterima (Y)';
comment on column review.convergence.due is 'Banyaknya layanan yang seharusnya diterima (Y dan T)';
comment on column review.convergence.percent is '100 × received / due; kosong bila due 0';
comment on column review.convergence.persons is 'Orang dengan paling sedikit satu layanan Y atau T';
comment on column review.convergence.complete is 'Di antaranya yang menerima semua layanannya (tanpa T)';
comment on column review.convergence.complete_percent is '100 × complete / persons; kosong bila persons 0';
comment on column review.convergence.computed_at is 'Waktu penghitungan';

create table review.assessment (
    performance_year smallint not null,
    regency_key bigint not null,
    aksi smallint not null,
    instrument text not null,
    score numeric not null,
    maximum numeric not null,
    percent numeric(7, 2),
    items integer not null,
    items_graded integer not null,
    computed_at timestamptz not null,
    constraint assessment_pk primary key (performance_year, regency_key, aksi),
    constraint assessment_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint assessment_instrument_fk foreign key (instrument) references review.instrument
);
comment on table review.assessment is 'Nilai panel per kabupaten/kota dan Aksi menurut instrumen';
comment on column review.assessment.performance_year is 'Tahun kinerja yang direviu';
comment on column review.assessment.regency_key is 'Kabupaten/kota';
comment on column review.assessment.aksi is 'Nomor Aksi, 1 sampai 8';
comment on column review.assessment.instrument is 'Instrumen yang dipakai';
comment on column review.assessment.score is 'Jumlah bobot × nilai butir; nilai butir menurut aturan penilai instrumen';
comment on column review.assessment.maximum is 'Nilai tertinggi yang mungkin untuk Aksi ini menurut instrumen';
comment on column review.assessment.percent is '100 × score / maximum';
comment on column review.assessment.items is 'Banyaknya butir Aksi ini dalam instrumen';
comment on column review.assessment.items_graded is 'Di antaranya yang dinilai';
comment on column review.assessment.computed_at is 'Waktu penghitungan';

create table review.completeness (
    performance_year smallint not null,
    regency_key bigint not null,
    form text not null,
    received boolean not null,
    submissions bigint not null,
    records bigint not null,
    rejected bigint not null,
    remarks bigint not null,
    computed_at timestamptz not null,
    constraint completeness_pk primary key (performance_year, regency_key, form),
    constraint completeness_regency_fk foreign key (regency_key) references dwh.dim_region (region_key)
);
comment on table review.completeness is 'Kelengkapan: formulir yang seharusnya dikirim kabupaten/kota dan yang diterima';
comment on column review.completeness.performance_year is 'Tahun kinerja yang direviu';
comment on column review.completeness.regency_key is 'Kabupaten/kota';
comment on column review.completeness.form is 'Formulir; wajib bila satu kabupaten/kota di provinsi mengirimnya';
comment on column review.completeness.received is 'true: ada kiriman yang berlaku';
comment on column review.completeness.submissions is 'Banyaknya kiriman yang berlaku';
comment on column review.completeness.records is 'Banyaknya baris yang diterima';
comment on column review.completeness.rejected is 'Banyaknya baris yang ditolak';
comment on column review.completeness.remarks is 'Banyaknya catatan dan perbaikan';
comment on column review.completeness.computed_at is 'Waktu penghitungan';

create table review.ranking (
    performance_year smallint not null,
    regency_key bigint not null,
    instrument text not null,
    confirmed boolean not null,
    aksi numeric,
    cakupan numeric,
    konvergensi numeric,
    prevalensi numeric,
    data numeric,
    score numeric not null,
    rank bigint not null,
    missing text not null,
    computed_at timestamptz not null,
    constraint ranking_pk primary key (performance_year, regency_key),
    constraint ranking_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint ranking_instrument_fk foreign key (instrument) references review.instrument
);
comment on table review.ranking is 'Nilai gabungan dan peringkat kabupaten/kota di provinsinya';
comment on column review.ranking.performance_year is 'Tahun kinerja yang direviu';
comment on column review.ranking.regency_key is 'Kabupaten/kota';
comment on column review.ranking.instrument is 'Instrumen yang dipakai';
comment on column review.ranking.confirmed is 'false: instrumen belum dikonfirmasi petugas, hasil bukan hasil resmi';
comment on column review.ranking.aksi is 'Komponen 0–100: nilai Aksi terhadap nilai tertinggi instrumen; kosong bila tidak berbobot';
comment on column review.ranking.cakupan is 'Komponen 0–100: rata-rata cakupan terhadap target; kosong bila tidak berbobot';
comment on column review.ranking.konvergensi is 'Komponen 0–100: layanan diterima terhadap yang seharusnya; kosong bila tidak berbobot';
comment on column review.ranking.prevalensi is 'Komponen 0–100: 100 dikurangi persen stunting e-PPGBM; kosong bila tidak berbobot';
comment on column review.ranking.data is 'Komponen 0–100: formulir diterima terhadap yang wajib; kosong bila tidak berbobot';
comment on column review.ranking.score is 'Jumlah bobot × komponen, 12 desimal';
comment on column review.ranking.rank is 'Peringkat di provinsi menurut aturan seri instrumen';
comment on column review.ranking.missing is 'Komponen berbobot yang tidak ada datanya (dinilai 0), dipisah koma';
comment on column review.ranking.computed_at is 'Waktu penghitungan';

-- for officers and BI tools: the same with names -----------------------------------------------------------------

create view bi.review_ranking with (security_invoker = true) as
select k.performance_year, r.code as region, r.name as region_name, r.province_code, r.province_name, k.instrument,
       k.confirmed, k.rank, k.score, k.aksi, k.cakupan, k.konvergensi, k.prevalensi, k.data, k.missing, k.computed_at
from review.ranking k
join dwh.dim_region r on r.region_key = k.regency_key;
comment on view bi.review_ranking is 'Peringkat kabupaten/kota per tahun kinerja, dengan nama wilayah';

create view bi.review_coverage with (security_invoker = true) as
select c.performance_year, r.code as region, r.name as region_name, r.province_code, i.code as indicator,
       i.name as indicator_name, i.direction, c.numerator, c.denominator, c.percent, c.target, c.target_verified,
       c.regions, c.set_aside, c.computed_at
from review.coverage c
join dwh.dim_region r on r.region_key = c.regency_key
join dwh.dim_indicator i on i.indicator_key = c.indicator_key;
comment on view bi.review_coverage is 'Cakupan layanan per kabupaten/kota dan indikator, dengan target';

create view bi.review_prevalence with (security_invoker = true) as
select p.performance_year, r.code as region, r.name as region_name, r.province_code, p.system, p.measured, p.stunted,
       p.severely_stunted, p.waz_measured, p.underweight, p.whz_measured, p.wasted, p.overweight, p.stunted_percent,
       p.severely_stunted_percent, p.underweight_percent, p.wasted_percent, p.overweight_percent, p.computed_at
from review.prevalence p
join dwh.dim_region r on r.region_key = p.regency_key;
comment on view bi.review_prevalence is 'Prevalensi status gizi balita per kabupaten/kota dan sistem sumber';

create view bi.review_convergence with (security_invoker = true) as
select c.performance_year, r.code as region, r.name as region_name, r.province_code, p.code as period, c.received,
       c.due, c.percent, c.persons, c.complete, c.complete_percent, c.computed_at
from review.convergence c
join dwh.dim_region r on r.region_key = c.regency_key
join dwh.dim_period p on p.period_key = c.period_key;
comment on view bi.review_convergence is 'Konvergensi layanan per kabupaten/kota';

create view bi.review_assessment with (security_invoker = true) as
select a.performance_year, r.code as region, r.name as region_name, r.province_code, a.instrument, a.aksi, a.score,
       a.maximum, a.percent, a.items, a.items_graded, a.computed_at
from review.assessment a
join dwh.dim_region r on r.region_key = a.regency_key;
comment on view bi.review_assessment is 'Nilai Aksi per kabupaten/kota';

create view bi.review_completeness with (security_invoker = true) as
select c.performance_year, r.code as region, r.name as region_name, r.province_code, c.form, c.received,
       c.submissions, c.records, c.rejected, c.remarks, c.computed_at
from review.completeness c
join dwh.dim_region r on r.region_key = c.regency_key;
comment on view bi.review_completeness is 'Kelengkapan kiriman per kabupaten/kota dan formulir';
