-- What no file shows by itself: figures that stand out beside others, two agencies' counts of the same people, figures
-- that two forms of one agency tell differently. The rules are data (etc/catalogue); kp2s-check computes the findings of
-- a year and province into review.finding, BI tools see them in bi.finding (doc/checks.md).

-- rules ------------------------------------------------------------------------------------------------------------

create table dwh.check_rule (
    kind text not null,
    scale text not null,
    subject text not null,
    threshold numeric not null,
    peers integer not null,
    base numeric not null,
    difference numeric not null,
    serious numeric not null,
    source text not null,
    constraint check_rule_pk primary key (kind, scale, subject),
    constraint check_rule_kind_ck check (kind in ('identity', 'outlier-year', 'outlier-peer', 'denominator', 'two-forms')),
    constraint check_rule_scale_ck check (scale in ('points', 'factor')),
    constraint check_rule_figures_ck check (threshold >= 0 and peers >= 0 and base >= 0 and serious >= 0
                                            and difference >= case scale when 'factor' then 1 else 0 end)
);
comment on table dwh.check_rule is 'Ambang pemeriksaan antarberkas (etc/catalogue/checks.csv); ambang bawaan adalah contoh, harus dikonfirmasi petugas';
comment on column dwh.check_rule.kind is 'Jenis temuan: identity, outlier-year, outlier-peer, denominator, two-forms';
comment on column dwh.check_rule.scale is 'points: selisih poin persen; factor: perbandingan (kali)';
comment on column dwh.check_rule.subject is 'Kode indikator (denominator: kode sasaran) yang memakai baris ini; kosong: semua yang lain';
comment on column dwh.check_rule.threshold is 'Pencilan: jarak dari median, dalam simpangan baku yang ditaksir dari MAD';
comment on column dwh.check_rule.peers is 'Pencilan: paling sedikit sekian wilayah pembanding';
comment on column dwh.check_rule.base is 'Penyebut, atau cacah yang diharapkan, paling sedikit sekian; di bawahnya tidak diperiksa';
comment on column dwh.check_rule.difference is 'Selisih paling sedikit sekian: poin persen, atau kali';
comment on column dwh.check_rule.serious is 'Pencilan: jarak dari median; lainnya: perbandingan kedua angka; mulai dari sini temuan berat';
comment on column dwh.check_rule.source is 'Sumber';

create table dwh.population (
    population text not null,
    indicator text not null,
    part text not null,
    position integer not null,
    source text not null,
    constraint population_pk primary key (indicator, part),
    constraint population_part_ck check (part in ('numerator', 'denominator'))
);
comment on table dwh.population is 'Pembilang dan penyebut yang menghitung sasaran yang sama (etc/catalogue/populations.csv)';
comment on column dwh.population.population is 'Sasaran: kode indikator cacahnya, misalnya DS09 ibu hamil; pemilik pembilangnya (dwh.owner_of) pemilik angka sasaran';
comment on column dwh.population.indicator is 'Kode indikator yang ikut menghitung sasaran itu';
comment on column dwh.population.part is 'numerator: pembilang, denominator: penyebut indikator itu';
comment on column dwh.population.position is 'Urutan: bila pemilik mengirim beberapa angka, yang terkecil yang dipakai';
comment on column dwh.population.source is 'Sumber';

create table dwh.form_precedence (
    indicator text not null,
    form text not null,
    position integer not null,
    source text not null,
    constraint form_precedence_pk primary key (indicator, form)
);
comment on table dwh.form_precedence is 'Formulir yang didahulukan bila satu instansi mengirim indikator yang sama dalam dua formulir (etc/catalogue/precedence.csv); tanpa aturan berlaku yang dimuat terakhir';
comment on column dwh.form_precedence.indicator is 'Kode indikator';
comment on column dwh.form_precedence.form is 'Formulir: id tata letak (etc/layouts)';
comment on column dwh.form_precedence.position is 'Urutan: yang terkecil didahulukan; formulir yang tidak tercantum paling akhir';
comment on column dwh.form_precedence.source is 'Sumber';

create function dwh.form_position(indicator_key bigint, submission_key bigint)
returns integer
language sql stable
as $$
    select coalesce((select p.position
                     from dwh.form_precedence p
                     join dwh.dim_indicator i on i.code = p.indicator
                     join audit.submission s on s.form = p.form
                     where i.indicator_key = $1
                       and s.submission_key = $2), 2147483647)
$$;
comment on function dwh.form_position(bigint, bigint) is 'Urutan formulir sebuah pemuatan untuk sebuah indikator: yang terkecil didahulukan (dwh.form_precedence)';

-- counts of the same people, side by side --------------------------------------------------------------------------

-- each count, and beside it the one that is taken: of the owner's the first
create view dwh.population_count with (security_invoker = true) as
select t.*,
       case when first_value(t.is_owner) over beside then first_value(t.count) over beside end as taken,
       row_number() over beside = 1 and t.is_owner as is_taken,
       first_value(t.count) over beside as first_count,
       first_value(t.is_owner) over beside as first_is_owner,
       row_number() over beside = 1 as is_first,
       first_value(t.indicator_key) over beside as first_indicator_key,
       first_value(t.agency_key) over beside as first_agency_key,
       first_value(t.submission_key) over beside as first_submission_key,
       first_value(t.table_no) over beside as first_table_no,
       first_value(t.row_no) over beside as first_row_no,
       first_value(t.cell) over beside as first_cell
from (select p.population, p.part, p.position, f.regency_key, f.region_key, r.code as region, r.province_code, f.indicator_key,
             f.period_key, t.year, f.agency_key, a.code as agency, f.puskesmas, f.sex, f.age_group,
             case p.part when 'numerator' then f.numerator else f.denominator end as count,
             coalesce(a.code = dwh.owner_of(p.population, 'numerator', r.regency_code, t.ends_on), false) as is_owner,
             f.submission_key, f.table_no, f.row_no,
             split_part(f.cell, ' ', case p.part when 'numerator' then 1 else 2 end) as cell
      from (select p.population, p.part, p.position, i.indicator_key
            from dwh.population p
            join dwh.dim_indicator i on i.code = p.indicator
            offset 0) p -- few, and before all facts
      join dwh.fact_coverage f on f.indicator_key = p.indicator_key and f.state <> 'na'
      join dwh.dim_region r on r.region_key = f.region_key
      join dwh.dim_period t on t.period_key = f.period_key
      join dwh.dim_agency a on a.agency_key = f.agency_key) t
where t.count is not null
window beside as (partition by t.population, t.province_code, t.year, t.region, t.period_key, t.puskesmas, t.sex, t.age_group
                  order by t.is_owner desc, t.position, t.agency);
comment on view dwh.population_count is 'Cacah sasaran yang sama per wilayah dan periode, dan di sampingnya cacah yang dipakai (taken): milik pemiliknya';

create view bi.population_count with (security_invoker = true) as
select r.province_code,
       r.regency_code,
       r.regency_name,
       r.code as region_code,
       r.name as region_name,
       r.level as region_level,
       p.code as period,
       p.year,
       c.population,
       n.name as population_name,
       i.code as indicator_code,
       c.part,
       a.code as agency_code,
       a.name as agency_name,
       c.puskesmas,
       c.sex,
       c.age_group,
       c.count,
       c.is_owner,
       c.is_taken,
       c.taken,
       case when c.taken is not null then t.code end as taken_agency_code,
       c.count - c.taken as difference,
       round(100 * (c.count - c.taken) / nullif(c.taken, 0), 2) as difference_percent,
       c.submission_key,
       c.table_no,
       c.row_no,
       c.cell,
       c.regency_key
from dwh.population_count c
join dwh.dim_region r on r.region_key = c.region_key
join dwh.dim_period p on p.period_key = c.period_key
join dwh.dim_indicator i on i.indicator_key = c.indicator_key
join dwh.dim_agency a on a.agency_key = c.agency_key
join dwh.dim_agency t on t.agency_key = c.first_agency_key
join (select distinct on (code) code, name from dwh.dim_indicator order by code, version desc) n on n.code = c.population;
comment on view bi.population_count is 'Cacah sasaran yang sama dari berbagai instansi dan indikator, berdampingan per wilayah dan periode; yang dipakai cacah pemiliknya';
comment on column bi.population_count.province_code is 'Kode Kemendagri provinsi';
comment on column bi.population_count.regency_code is 'Kode Kemendagri kabupaten/kota; kosong untuk provinsi';
comment on column bi.population_count.regency_name is 'Nama kabupaten/kota ketika wilayah ini berlaku';
comment on column bi.population_count.region_code is 'Kode Kemendagri wilayah';
comment on column bi.population_count.region_name is 'Nama wilayah';
comment on column bi.population_count.region_level is '1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan';
comment on column bi.population_count.period is 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08';
comment on column bi.population_count.year is 'Tahun';
comment on column bi.population_count.population is 'Sasaran: kode indikator cacahnya (dwh.population)';
comment on column bi.population_count.population_name is 'Nama sasaran';
comment on column bi.population_count.indicator_code is 'Indikator tempat cacah ini ditulis';
comment on column bi.population_count.part is 'numerator: pembilang, denominator: penyebut indikator itu';
comment on column bi.population_count.agency_code is 'Kode instansi pengirim';
comment on column bi.population_count.agency_name is 'Nama instansi pengirim';
comment on column bi.population_count.puskesmas is 'Puskesmas; kosong: seluruh wilayah';
comment on column bi.population_count.sex is 'L laki-laki, P perempuan; kosong: keduanya';
comment on column bi.population_count.age_group is 'Kelompok umur; kosong: semua';
comment on column bi.population_count.count is 'Cacah menurut instansi ini';
comment on column bi.population_count.is_owner is 'true: instansi ini pemilik angka sasaran di kabupaten/kota itu (dwh.owner_of)';
comment on column bi.population_count.is_taken is 'true: cacah inilah yang dipakai';
comment on column bi.population_count.taken is 'Cacah yang dipakai: milik pemiliknya; kosong bila pemilik tidak mengirim';
comment on column bi.population_count.taken_agency_code is 'Pemilik yang cacahnya dipakai';
comment on column bi.population_count.difference is 'count − taken';
comment on column bi.population_count.difference_percent is '100 × difference / taken; kosong bila taken 0';
comment on column bi.population_count.submission_key is 'Kunci pemuatan (audit.submission) asal cacah';
comment on column bi.population_count.table_no is 'Nomor tabel dalam berkas, mulai 1';
comment on column bi.population_count.row_no is 'Nomor baris lembar';
comment on column bi.population_count.cell is 'Alamat sel cacah; - bila tidak ada';
comment on column bi.population_count.regency_key is 'Kabupaten/kota yang memuat wilayah ini (dwh.dim_region, versi pertamanya)';

do $$
declare
    entry record;
begin
    for entry in
        select a.attname as name, coalesce(w.explanation, pg_catalog.col_description('bi.population_count'::pg_catalog.regclass,
                                                                                    b.attnum)) as explanation
        from pg_catalog.pg_attribute a
        left join pg_catalog.pg_attribute b on b.attrelid = 'bi.population_count'::pg_catalog.regclass and b.attname = a.attname
        left join (values ('position', 'Urutan dalam dwh.population'),
                          ('region_key', 'Wilayah (dwh.dim_region) menurut masa berlakunya'),
                          ('region', 'Kode Kemendagri wilayah'),
                          ('indicator_key', 'Indikator (dwh.dim_indicator) tempat cacah ini ditulis'),
                          ('period_key', 'Periode data (dwh.dim_period)'),
                          ('agency_key', 'Instansi pengirim (dwh.dim_agency)'),
                          ('agency', 'Kode instansi pengirim'),
                          ('first_count', 'Cacah pertama: milik pemiliknya, bila ia tidak mengirim yang pertama menurut urutan'),
                          ('first_is_owner', 'true: cacah pertama itu milik pemiliknya'),
                          ('is_first', 'true: cacah ini yang pertama'),
                          ('first_indicator_key', 'Indikator tempat cacah pertama ditulis'),
                          ('first_agency_key', 'Instansi pengirim cacah pertama'),
                          ('first_submission_key', 'Kunci pemuatan cacah pertama'),
                          ('first_table_no', 'Nomor tabel cacah pertama'),
                          ('first_row_no', 'Nomor baris cacah pertama'),
                          ('first_cell', 'Alamat sel cacah pertama')) w (name, explanation) on w.name = a.attname
        where a.attrelid = 'dwh.population_count'::pg_catalog.regclass
          and a.attnum > 0
    loop
        execute format('comment on column dwh.population_count.%I is %L', entry.name, entry.explanation);
    end loop;
end
$$;

-- the review: as in 007; a denominator that another agency owns is that agency's count of the people, where it is told -----

drop function review.coverage_figure(smallint, text);
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
    counted boolean,
    denominator_told numeric,
    denominator_submission_key bigint,
    denominator_table_no smallint,
    denominator_row_no integer,
    denominator_cell text
)
language sql stable
set enable_nestloop = off -- of a whole province, whose share of the register says little of its share of the facts
set jit = off -- and what the planner then thinks to be dear is not worth compiling
as $$
    with found as (
        select r.regency_key, r.code as regency, f.indicator_key, i.code as indicator, f.agency_key, a.code as agency,
               g.code as region, g.level, f.state, f.numerator, f.denominator, f.submission_key, f.table_no, f.row_no,
               f.cell, f.period_key, f.sex, f.age_group, p.starts_on, p.ends_on,
               case
                   when f.sex = '' and f.age_group = '' then 1
                   when f.age_group = '' then 2
                   when f.sex = '' then 3
                   else 4
               end as part, -- the total, parts by sex, by age, by both
               case
                   when f.puskesmas <> '' then 2
                   when f.sex = '' and f.age_group = '' then 1
                   else 3
               end as whole, -- the region's total, figures of its puskesmas, the region's parts
               f.puskesmas
        from dwh.fact_coverage f
        join review.regency r on r.member_key = f.regency_key
        join dwh.dim_region g on g.region_key = f.region_key
        join dwh.dim_period p on p.period_key = f.period_key
        join dwh.dim_agency a on a.agency_key = f.agency_key
        join dwh.dim_indicator i on i.indicator_key = f.indicator_key
        where r.province_code = $2
          and p.year = $1
          and i.type <> 'percent'
    ), owner as (
        select o.*, dwh.owner_of(o.indicator, 'numerator', o.regency, o.ends_on) as agency
        from (select distinct indicator, regency, ends_on from found) o
    ), fact as (
        select f.*, f.agency = o.agency as owner,
               rank() over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region
                            order by f.ends_on desc, f.starts_on) as age
        from found f
        join owner o on o.indicator = f.indicator and o.regency = f.regency and o.ends_on = f.ends_on
    ), figure as (
        select f.*,
               min(f.whole) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region) as whole_taken,
               min(f.part) over (partition by f.regency_key, f.indicator_key, f.agency_key, f.region, f.puskesmas) as part_taken,
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
    ), theirs as ( -- the count of the agency that owns the denominator, where another one sent the figure
        select o.*, c.region, c.period_key, c.puskesmas, c.sex, c.age_group, c.count, c.submission_key, c.table_no, c.row_no,
               c.cell
        from (select f.indicator, f.regency, f.ends_on, f.agency as sender, p.population,
                     dwh.owner_of(f.indicator, 'denominator', f.regency, f.ends_on) as agency
              from (select distinct indicator, regency, ends_on, agency from found offset 0) f -- owners of these few
              join dwh.population p on p.indicator = f.indicator and p.part = 'denominator') o
        join dwh.population_count c on c.population = o.population and c.agency = o.agency and c.is_taken and c.count > 0
                                   and c.year = $1 and c.province_code = $2
        where o.agency <> o.sender
    )
    select f.regency_key, f.indicator_key, f.region, f.numerator, coalesce(d.count, f.denominator), f.submission_key,
           f.table_no, f.row_no, f.cell,
           f.agency_key = f.agency_taken and f.level = f.level_taken and f.whole = f.whole_taken and f.part = f.part_taken,
           f.denominator, d.submission_key, d.table_no, d.row_no, d.cell
    from choice f
    left join theirs d on d.indicator = f.indicator and d.regency = f.regency and d.ends_on = f.ends_on
                      and d.sender = f.agency and d.region = f.region and d.period_key = f.period_key
                      and d.puskesmas = f.puskesmas and d.sex = f.sex and d.age_group = f.age_group
$$;
comment on function review.coverage_figure(smallint, text) is 'Angka cakupan satu tahun dan provinsi; counted: dijumlahkan dalam review.coverage; penyebut milik instansi lain diganti cacah pemiliknya, denominator_… menunjukkan yang ditulis pengirim dan sel pemiliknya';

-- findings -----------------------------------------------------------------------------------------------------------

create table review.checked (
    performance_year smallint not null,
    province_code text not null,
    figures bigint not null,
    compared bigint not null,
    findings bigint not null,
    computed_at timestamptz not null,
    constraint checked_pk primary key (performance_year, province_code)
);
comment on table review.checked is 'Pemeriksaan antarberkas yang terakhir per tahun dan provinsi; tanpa baris: belum diperiksa';
comment on column review.checked.performance_year is 'Tahun kinerja yang diperiksa';
comment on column review.checked.province_code is 'Kode Kemendagri provinsi';
comment on column review.checked.figures is 'Banyaknya angka cakupan terisi pada tahun itu';
comment on column review.checked.compared is 'Di antaranya yang cukup pembandingnya untuk diperiksa sebagai pencilan';
comment on column review.checked.findings is 'Banyaknya temuan';
comment on column review.checked.computed_at is 'Waktu pemeriksaan';

create table review.finding (
    performance_year smallint not null,
    regency_key bigint not null,
    finding_no integer not null,
    kind text not null,
    severity text not null,
    region_key bigint not null,
    indicator_key bigint not null,
    period_key bigint not null,
    agency_key bigint not null,
    puskesmas text not null,
    sex text not null,
    age_group text not null,
    subject text not null,
    figure numeric not null,
    expected numeric not null,
    lower_bound numeric,
    upper_bound numeric,
    deviation numeric,
    peers integer,
    sentence text not null,
    submission_key bigint not null,
    table_no smallint not null,
    row_no integer not null,
    cell text not null,
    place text not null,
    other_submission_key bigint,
    other_table_no smallint,
    other_row_no integer,
    other_cell text,
    other_place text,
    computed_at timestamptz not null,
    constraint finding_pk primary key (performance_year, regency_key, finding_no),
    constraint finding_kind_ck check (kind in ('identity', 'outlier-year', 'outlier-peer', 'denominator', 'two-forms')),
    constraint finding_severity_ck check (severity in ('serious', 'note')),
    constraint finding_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint finding_region_fk foreign key (region_key) references dwh.dim_region,
    constraint finding_indicator_fk foreign key (indicator_key) references dwh.dim_indicator,
    constraint finding_period_fk foreign key (period_key) references dwh.dim_period,
    constraint finding_agency_fk foreign key (agency_key) references dwh.dim_agency
);
comment on table review.finding is 'Temuan pemeriksaan antarberkas: angka yang perlu dilihat orang; tidak ada angka yang diubah atau ditolak karenanya';
comment on column review.finding.performance_year is 'Tahun kinerja yang diperiksa';
comment on column review.finding.regency_key is 'Kabupaten/kota (dwh.dim_region, versi terkini)';
comment on column review.finding.finding_no is 'Nomor temuan dalam kabupaten/kota dan tahun, mulai 1';
comment on column review.finding.kind is 'identity: angka saling bertentangan; outlier-year: menyimpang dari tahun lalu; outlier-peer: menyimpang dari wilayah sekitarnya; denominator: cacah sasaran berbeda dari pemiliknya; two-forms: dua formulir satu instansi berbeda';
comment on column review.finding.severity is 'serious: berat, note: perlu dilihat (dwh.check_rule)';
comment on column review.finding.region_key is 'Wilayah (dwh.dim_region) angka itu';
comment on column review.finding.indicator_key is 'Indikator (dwh.dim_indicator)';
comment on column review.finding.period_key is 'Periode data (dwh.dim_period)';
comment on column review.finding.agency_key is 'Instansi pengirim (dwh.dim_agency)';
comment on column review.finding.puskesmas is 'Puskesmas; kosong: seluruh wilayah';
comment on column review.finding.sex is 'L laki-laki, P perempuan; kosong: keduanya';
comment on column review.finding.age_group is 'Kelompok umur; kosong: semua';
comment on column review.finding.subject is 'Yang diperiksa: nama hubungan, kode sasaran, formulir pembanding; pencilan: kosong';
comment on column review.finding.figure is 'Angka yang ditemukan: persen untuk rasio, selain itu cacah';
comment on column review.finding.expected is 'Pembanding: median wilayah lain, harapan dari tahun lalu, cacah pemilik, keseluruhan, angka formulir lain';
comment on column review.finding.lower_bound is 'Batas bawah yang wajar; kosong bila tidak ada';
comment on column review.finding.upper_bound is 'Batas atas yang wajar; kosong bila tidak ada';
comment on column review.finding.deviation is 'Pencilan: jarak dari median dalam simpangan baku tertaksir (doc/checks.md)';
comment on column review.finding.peers is 'Pencilan: banyaknya wilayah pembanding';
comment on column review.finding.sentence is 'Kalimat temuan untuk petugas';
comment on column review.finding.submission_key is 'Kunci pemuatan (audit.submission) asal angka';
comment on column review.finding.table_no is 'Nomor tabel dalam berkas, mulai 1';
comment on column review.finding.row_no is 'Nomor baris lembar';
comment on column review.finding.cell is 'Alamat sel angka itu, dipisah spasi';
comment on column review.finding.place is 'Berkas, lembar dan sel angka itu';
comment on column review.finding.other_submission_key is 'Kunci pemuatan angka pembanding; kosong bila pembandingnya beberapa wilayah';
comment on column review.finding.other_table_no is 'Nomor tabel angka pembanding';
comment on column review.finding.other_row_no is 'Nomor baris angka pembanding';
comment on column review.finding.other_cell is 'Alamat sel angka pembanding';
comment on column review.finding.other_place is 'Berkas, lembar dan sel angka pembanding';
comment on column review.finding.computed_at is 'Waktu pemeriksaan';

-- digits as Indonesian offices write them: 1.234,5
create function review.figure_text(figure numeric)
returns text
language sql immutable
as $$
    select translate(rtrim(to_char(round($1, 2), 'FM999,999,999,999,999,990.99'), '.'), ',.', '.,')
$$;
comment on function review.figure_text(numeric) is 'Angka menurut tulisan Indonesia, paling banyak dua desimal: 1.234,5';

create function review.signed_text(figure numeric)
returns text
language sql immutable
as $$
    select case when $1 > 0 then '+' when $1 < 0 then '−' else '' end || review.figure_text(abs($1))
$$;
comment on function review.signed_text(numeric) is 'Seperti figure_text, dengan tanda: +5, −5';

create function review.value_text(shown numeric, n numeric, d numeric, type text, unit text)
returns text
language sql immutable
as $$
    select review.figure_text($1)
           || case when $4 = 'ratio' or $5 = '%' then '%' else ' ' || $5 end
           || case when $4 = 'ratio' and $2 is not null
                       then ' (' || review.figure_text($2) || ' dari ' || review.figure_text($3) || ')' else '' end
$$;
comment on function review.value_text(numeric, numeric, numeric, text, text) is 'Angka dengan satuannya: 12,5% (5 dari 40) untuk rasio, 1.250 keluarga untuk cacah';

create function review.unscale(x double precision, scale text, type text)
returns numeric
language sql immutable
as $$
    select greatest(0, case
                           when $2 = 'points' then $1
                           when $3 = 'percent' then exp($1)
                           else exp($1) - 0.5
                       end)::numeric
$$;
comment on function review.unscale(double precision, text, text) is 'Angka dari ukuran pembandingnya: poin apa adanya, kali dari logaritma (cacah ditambah setengah)';

create function review.cells_text(cell text)
returns text
language sql immutable
as $$
    select trim(regexp_replace(' ' || $1, ' -', '', 'g'))
$$;
comment on function review.cells_text(text) is 'Alamat sel tanpa - untuk yang tidak ada';

create function review.place_text(submission_key bigint, table_no smallint, cell text)
returns text
language sql stable
as $$
    select s.file_name || coalesce(', ' || nullif(t.sheet, ''), '') || coalesce('!' || nullif($3, ''), '')
    from audit.submission s
    left join audit.submission_table t on t.submission_key = s.submission_key and t.table_no = $2
    where s.submission_key = $1
$$;
comment on function review.place_text(bigint, smallint, text) is 'Berkas, lembar dan sel sebagai teks';

create view bi.finding with (security_invoker = true) as
select f.performance_year,
       k.province_code,
       k.code as regency_code,
       k.name as regency_name,
       f.finding_no,
       f.kind,
       case f.kind
           when 'identity' then 'angka saling bertentangan'
           when 'outlier-year' then 'menyimpang dari tahun sebelumnya'
           when 'outlier-peer' then 'menyimpang dari wilayah sekitarnya'
           when 'denominator' then 'sasaran dihitung berbeda'
           when 'two-forms' then 'dua formulir berbeda'
       end as kind_name,
       f.severity,
       r.district_code,
       r.district_name,
       r.code as region_code,
       r.name as region_name,
       r.level as region_level,
       i.code as indicator_code,
       i.name as indicator_name,
       i.unit,
       p.code as period,
       a.code as agency_code,
       a.name as agency_name,
       f.puskesmas,
       f.sex,
       f.age_group,
       f.subject,
       f.figure,
       f.expected,
       f.lower_bound,
       f.upper_bound,
       f.deviation,
       f.peers,
       f.sentence,
       f.place,
       f.other_place,
       f.submission_key,
       f.table_no,
       f.row_no,
       f.cell,
       f.other_submission_key,
       f.other_table_no,
       f.other_row_no,
       f.other_cell,
       f.computed_at,
       f.regency_key
from review.finding f
join dwh.dim_region k on k.region_key = f.regency_key
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_indicator i on i.indicator_key = f.indicator_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key;
comment on view bi.finding is 'Temuan pemeriksaan antarberkas (kp2s-check), dengan kalimat, angka, pembanding dan selnya';

do $$
declare
    entry record;
begin
    -- columns that the table has explained, and those that every view of bi has
    for entry in
        select a.attname as name,
               coalesce(pg_catalog.col_description(t.oid, b.attnum), w.explanation) as explanation
        from pg_catalog.pg_attribute a
        join pg_catalog.pg_class t on t.oid = 'review.finding'::pg_catalog.regclass
        left join pg_catalog.pg_attribute b on b.attrelid = t.oid and b.attname = a.attname
        left join (values ('province_code', 'Kode Kemendagri provinsi'),
                          ('regency_code', 'Kode Kemendagri kabupaten/kota'),
                          ('regency_name', 'Nama kabupaten/kota menurut register terkini'),
                          ('kind_name', 'Jenis temuan dalam kata'),
                          ('district_code', 'Kode Kemendagri kecamatan; kosong untuk kabupaten/kota'),
                          ('district_name', 'Nama kecamatan'),
                          ('region_code', 'Kode Kemendagri wilayah angka itu'),
                          ('region_name', 'Nama wilayah'),
                          ('region_level', '2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan'),
                          ('indicator_code', 'Kode indikator'),
                          ('indicator_name', 'Nama indikator'),
                          ('unit', 'Satuan indikator'),
                          ('period', 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08'),
                          ('agency_code', 'Kode instansi pengirim'),
                          ('agency_name', 'Nama instansi pengirim')) w (name, explanation) on w.name = a.attname
        where a.attrelid = 'bi.finding'::pg_catalog.regclass
          and a.attnum > 0
    loop
        execute format('comment on column bi.finding.%I is %L', entry.name, entry.explanation);
    end loop;
end
$$;

-- rights: as the other tables of the review --------------------------------------------------------------------------

alter table review.finding enable row level security;
create policy finding_province on review.finding for select to kp2s_bi_province using (true);
create policy finding_regency on review.finding for select to kp2s_bi_regency
    using (regency_key = any (array(select r.region_key
                                    from audit.reader a
                                    join dwh.dim_region r on r.code = a.regency_code
                                    where a.role_name = current_user)));
alter table review.checked enable row level security;
create policy checked_province on review.checked for select to kp2s_bi_province using (true);
create policy checked_regency on review.checked for select to kp2s_bi_regency
    using (province_code = any (array(select left(a.regency_code, 2) from audit.reader a where a.role_name = current_user)));
grant select on dwh.check_rule, dwh.population, dwh.population_count, dwh.form_precedence, review.finding, review.checked, bi.finding,
    bi.population_count to kp2s_bi_province, kp2s_bi_regency;
