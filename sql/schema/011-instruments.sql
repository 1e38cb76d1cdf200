-- A scoring instrument as a tree: leaves are graded items, numbers that somebody gives and figures of the review itself;
-- inner nodes combine their parts. Its scores, ranks, awards and the comparison with a published list (doc/instruments.md).

-- the instrument ---------------------------------------------------------------------------------------------------

create table review.instrument_node (
    instrument text not null,
    node text not null,
    parent text not null default '',
    place integer not null,
    kind text not null,
    name text not null,
    weight numeric not null default 1,
    source text not null default '',
    standard text not null default 'none',
    down boolean not null default false,
    low numeric,
    high numeric,
    maximum numeric,
    decimals smallint,
    missing text not null default 'zero',
    assessors text not null default '',
    roles text not null default '',
    given text not null default '',
    requirement text not null default '',
    constraint instrument_node_pk primary key (instrument, node),
    constraint instrument_node_instrument_fk foreign key (instrument) references review.instrument,
    constraint instrument_node_kind_ck check (kind in ('sum', 'weighted', 'mean', 'median', 'item', 'number', 'figure')),
    constraint instrument_node_standard_ck check (standard in ('none', 'percent', 'max', 'min-max')),
    constraint instrument_node_missing_ck check (missing in ('zero', 'skip', 'empty')),
    constraint instrument_node_weight_ck check (weight >= 0),
    constraint instrument_node_assessors_ck check (assessors in ('', 'mean', 'median', 'chair', 'consensus', 'roles'))
);
comment on table review.instrument_node is 'Simpul instrumen: butir dan angka di ujung, gabungannya di atas, nilai akhir di puncak';
comment on column review.instrument_node.instrument is 'Id instrumen penilaian (etc/instruments)';
comment on column review.instrument_node.node is 'Kode simpul; 1 sampai 8 adalah Aksi';
comment on column review.instrument_node.parent is 'Simpul di atasnya; kosong: puncak';
comment on column review.instrument_node.place is 'Urutan dalam berkas instrumen';
comment on column review.instrument_node.kind is 'item: nilai huruf, number: angka yang diberikan, figure: angka reviu; sum, weighted, mean, median: gabungan bagian-bagiannya';
comment on column review.instrument_node.name is 'Nama simpul';
comment on column review.instrument_node.weight is 'Bobot pada simpul di atasnya; 0: ditampilkan, tidak dihitung';
comment on column review.instrument_node.source is 'Butir yang dinilai penilai (item, number) atau angka reviu: cakupan, konvergensi, prevalensi, data (figure)';
comment on column review.instrument_node.standard is 'none; percent: 100 × nilai / maksimum; max: 100 × nilai / nilai terbesar; min-max: 100 × (nilai − batas bawah) / (batas atas − batas bawah)';
comment on column review.instrument_node.down is 'true: makin kecil makin baik; nilai baku dikurangkan dari 100';
comment on column review.instrument_node.low is 'Batas bawah min-max; kosong: nilai terkecil antarkabupaten/kota';
comment on column review.instrument_node.high is 'Batas atas min-max; kosong: nilai terbesar antarkabupaten/kota';
comment on column review.instrument_node.maximum is 'Nilai tertinggi yang mungkin, sebelum dibakukan; kosong: dari bagian-bagiannya, atau tidak diketahui';
comment on column review.instrument_node.decimals is 'Desimal nilai yang disimpan; kosong: tidak dibulatkan';
comment on column review.instrument_node.missing is 'Bagian tanpa nilai: zero dihitung 0, skip tidak ikut, empty gabungannya pun tanpa nilai';
comment on column review.instrument_node.assessors is 'Aturan antarpenilai; kosong: aturan instrumen';
comment on column review.instrument_node.roles is 'Peran penilai yang dihitung, dipisah spasi; kosong: semua';
comment on column review.instrument_node.given is 'Butir angka yang menggantikan gabungan bila tak satu pun bagiannya bernilai';
comment on column review.instrument_node.requirement is 'Dokumen atau syarat yang diminta butir ini';

create table review.instrument_descriptor (
    instrument text not null,
    item text not null,
    grade text not null,
    description text not null,
    constraint instrument_descriptor_pk primary key (instrument, item, grade),
    constraint instrument_descriptor_instrument_fk foreign key (instrument) references review.instrument
);
comment on table review.instrument_descriptor is 'Arti nilai huruf pada sebuah butir';
comment on column review.instrument_descriptor.instrument is 'Id instrumen penilaian';
comment on column review.instrument_descriptor.item is 'Kode butir';
comment on column review.instrument_descriptor.grade is 'Nilai huruf';
comment on column review.instrument_descriptor.description is 'Keadaan yang mendapat huruf itu';

create table review.instrument_award (
    instrument text not null,
    award text not null,
    place integer not null,
    name text not null,
    node text not null,
    item text not null,
    holders smallint not null,
    constraint instrument_award_pk primary key (instrument, award),
    constraint instrument_award_instrument_fk foreign key (instrument) references review.instrument,
    constraint instrument_award_from_ck check ((node = '') <> (item = '')),
    constraint instrument_award_holders_ck check (holders > 0)
);
comment on table review.instrument_award is 'Kategori penghargaan di samping peringkat';
comment on column review.instrument_award.instrument is 'Id instrumen penilaian';
comment on column review.instrument_award.award is 'Kode kategori';
comment on column review.instrument_award.place is 'Urutan dalam berkas instrumen';
comment on column review.instrument_award.name is 'Nama kategori';
comment on column review.instrument_award.node is 'Simpul yang nilainya menentukan; kosong: diputuskan';
comment on column review.instrument_award.item is 'Butir angka dengan peringkat yang diputuskan; kosong: menurut nilai simpul';
comment on column review.instrument_award.holders is 'Sampai peringkat berapa penghargaan diberikan';

alter table review.instrument alter column score_max drop not null;
alter table review.instrument drop constraint instrument_assessor_rule_ck;
alter table review.instrument drop constraint instrument_tie_rule_ck;
alter table review.instrument
    add column province_code text not null default '',
    add column data_period text not null default '',
    add column ranked text not null default 'total',
    add column rounding text not null default 'half-up',
    add column tie_by text not null default '',
    add column publication text not null default 'all',
    add column best smallint,
    add column published_score text not null default '',
    add column published_rank text not null default '',
    add column tolerance numeric not null default 0,
    add constraint instrument_assessor_rule_ck check (assessor_rule in ('mean', 'median', 'chair', 'consensus', 'roles')),
    add constraint instrument_tie_rule_ck check (tie_rule in ('competition', 'dense', 'key', 'decided')),
    add constraint instrument_tie_by_ck check ((tie_by <> '') = (tie_rule in ('key', 'decided'))),
    add constraint instrument_rounding_ck check (rounding in ('half-up', 'half-even', 'down')),
    add constraint instrument_publication_ck check (publication in ('all', 'best', 'categories')
                                                    and (best is not null) = (publication = 'best'));
comment on column review.instrument.score_max is 'Nilai tertinggi jumlah Aksi bila ada simpul aksi, selain itu nilai akhir; kosong: tidak diketahui';
comment on column review.instrument.assessor_rule is 'Aturan antarpenilai: mean rata-rata, median, chair nilai ketua, consensus bila semua sama, roles rata-rata antarperan';
comment on column review.instrument.tie_rule is 'Aturan nilai sama: competition 1-2-2-4, dense 1-2-2-3, key simpul kedua, decided keputusan orang';
comment on column review.instrument.province_code is 'Provinsi yang memakai instrumen ini; kosong: semua';
comment on column review.instrument.data_period is 'Periode data yang dinilai, bila bukan tahun kinerja itu sendiri';
comment on column review.instrument.ranked is 'Simpul puncak yang diperingkat';
comment on column review.instrument.rounding is 'Pembulatan: half-up, half-even, down (dipotong)';
comment on column review.instrument.tie_by is 'key: simpul kunci kedua; decided: butir angka dengan peringkat yang diputuskan';
comment on column review.instrument.publication is 'Yang diumumkan: all semua, best sekian terbaik tanpa peringkat lain, categories penghargaan saja';
comment on column review.instrument.best is 'best: berapa yang diumumkan';
comment on column review.instrument.published_score is 'Butir angka dengan nilai yang sudah diumumkan, untuk dibandingkan';
comment on column review.instrument.published_rank is 'Butir angka dengan peringkat yang sudah diumumkan, untuk dibandingkan';
comment on column review.instrument.tolerance is 'Selisih nilai terhitung dan terumumkan yang dibiarkan';

-- what was an instrument of Aksi and components is a tree of the same sums
insert into review.instrument_node (instrument, node, place, kind, name)
select instrument, 'total', 0, 'weighted', 'Nilai gabungan'
from review.instrument;
insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, standard, maximum)
select n.instrument, 'aksi', 'total', 1, 'sum', 'Nilai Aksi', coalesce(c.weight, 0), 'percent', n.score_max
from review.instrument n
left join review.instrument_component c on c.instrument = n.instrument and c.component = 'aksi';
insert into review.instrument_node (instrument, node, parent, place, kind, name)
select distinct instrument, aksi::text, 'aksi', 1 + aksi, 'sum', 'Aksi ' || aksi
from review.instrument_item;
insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, source)
select instrument, item, aksi::text, 9 + row_number() over (partition by instrument order by item), 'item', name, weight, item
from review.instrument_item;
insert into review.instrument_node (instrument, node, parent, place, kind, name, weight, source)
select instrument, component, 'total', 1000 + row_number() over (partition by instrument order by component), 'figure',
       component, weight, component
from review.instrument_component
where component <> 'aksi';
drop table review.instrument_item, review.instrument_component;

create view review.instrument_item with (security_invoker = true) as
select instrument, source as item, parent::smallint as aksi, name, weight
from review.instrument_node
where kind = 'item'
  and parent ~ '^[1-8]$';
comment on view review.instrument_item is 'Butir penilaian per Aksi';
comment on column review.instrument_item.instrument is 'Id instrumen penilaian (etc/instruments)';
comment on column review.instrument_item.item is 'Kode butir penilaian';
comment on column review.instrument_item.aksi is 'Nomor Aksi, 1 sampai 8';
comment on column review.instrument_item.name is 'Nama butir';
comment on column review.instrument_item.weight is 'Bobot butir';

create view review.instrument_component with (security_invoker = true) as
select c.instrument, c.node as component, c.weight
from review.instrument n
join review.instrument_node c on c.instrument = n.instrument and c.parent = n.ranked
where c.node in ('aksi', 'cakupan', 'konvergensi', 'prevalensi', 'data');
comment on view review.instrument_component is 'Bobot komponen nilai gabungan; jumlahnya 1';
comment on column review.instrument_component.instrument is 'Id instrumen penilaian (etc/instruments)';
comment on column review.instrument_component.component is 'Komponen: aksi, cakupan, konvergensi, prevalensi, data';
comment on column review.instrument_component.weight is 'Bobot komponen, 0–1; jumlahnya 1';

create view review.instrument_tree with (security_invoker = true) as
with recursive tree as (
    select n.instrument, n.node, 0 as depth, array[n.place] as path
    from review.instrument_node n
    where n.parent = ''
    union all
    select n.instrument, n.node, t.depth + 1, t.path || n.place
    from tree t
    join review.instrument_node n on n.instrument = t.instrument and n.parent = t.node
)
select instrument, node, depth, path
from tree;
comment on view review.instrument_tree is 'Kedalaman dan letak setiap simpul instrumen';
comment on column review.instrument_tree.instrument is 'Id instrumen penilaian';
comment on column review.instrument_tree.node is 'Kode simpul';
comment on column review.instrument_tree.depth is '0 puncak';
comment on column review.instrument_tree.path is 'Urutan simpul-simpul dari puncak: mengurutkan pohon';

-- what is scored ---------------------------------------------------------------------------------------------------

create function review.is_number(text)
returns boolean
language sql immutable
as $$ select $1 ~ '^-?[0-9]+([.][0-9]+)?$' $$;
comment on function review.is_number(text) is 'Apakah teks ini angka desimal';

create function review.rounded(value numeric, decimals integer, rule text)
returns numeric
language sql immutable
as $$
    select case rule
               when 'down' then trunc(value, decimals)
               when 'half-even' then case
                                         when abs(value - trunc(value, decimals)) = 0.5 * power(10::numeric, -decimals)
                                             and trunc(value, decimals) * power(10::numeric, decimals) % 2 = 0
                                             then trunc(value, decimals)
                                         else round(value, decimals)
                                     end
               else round(value, decimals)
           end
$$;
comment on function review.rounded(numeric, integer, text) is 'Nilai dibulatkan menurut aturan instrumen: half-up, half-even, down';

-- a role as panels write it ("Ketua Panelis") is one of those that the instrument names ("ketua"), or none is named
create function review.has_role(role text, roles text)
returns boolean
language sql immutable
as $$
    select $2 = '' or exists (select
                              from unnest(string_to_array($2, ' ')) r
                              where starts_with(translate(lower($1), ' ', '_'), r))
$$;
comment on function review.has_role(text, text) is 'Apakah peran penilai termasuk peran yang dihitung';

create table review.score (
    performance_year smallint not null,
    regency_key bigint not null,
    instrument text not null,
    node text not null,
    raw numeric,
    score numeric,
    maximum numeric,
    parts integer not null,
    parts_given integer not null,
    given boolean not null,
    computed_at timestamptz not null,
    constraint score_pk primary key (performance_year, regency_key, node),
    constraint score_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint score_instrument_fk foreign key (instrument) references review.instrument
);
comment on table review.score is 'Nilai setiap simpul instrumen per kabupaten/kota';
comment on column review.score.performance_year is 'Tahun kinerja yang direviu';
comment on column review.score.regency_key is 'Kabupaten/kota';
comment on column review.score.instrument is 'Instrumen yang dipakai';
comment on column review.score.node is 'Simpul instrumen (review.instrument_node)';
comment on column review.score.raw is 'Nilai sebelum dibakukan dan dibulatkan; kosong: tidak ada nilai';
comment on column review.score.score is 'Nilai yang dipakai simpul di atasnya';
comment on column review.score.maximum is 'Nilai tertinggi yang mungkin; kosong: tidak diketahui';
comment on column review.score.parts is 'Banyaknya bagian berbobot, di butir banyaknya penilai';
comment on column review.score.parts_given is 'Di antaranya yang bernilai';
comment on column review.score.given is 'true: angka yang diberikan, bukan gabungan bagian-bagiannya';
comment on column review.score.computed_at is 'Waktu penghitungan';

create table review.award (
    performance_year smallint not null,
    regency_key bigint not null,
    instrument text not null,
    award text not null,
    rank bigint not null,
    score numeric,
    holder boolean not null,
    reason text not null,
    computed_at timestamptz not null,
    constraint award_pk primary key (performance_year, regency_key, award),
    constraint award_regency_fk foreign key (regency_key) references dwh.dim_region (region_key),
    constraint award_instrument_fk foreign key (instrument) references review.instrument
);
comment on table review.award is 'Peringkat per kategori penghargaan, di samping peringkat nilai akhir';
comment on column review.award.performance_year is 'Tahun kinerja yang direviu';
comment on column review.award.regency_key is 'Kabupaten/kota';
comment on column review.award.instrument is 'Instrumen yang dipakai';
comment on column review.award.award is 'Kategori (review.instrument_award)';
comment on column review.award.rank is 'Peringkat dalam kategori';
comment on column review.award.score is 'Nilai yang menentukan; kosong: diputuskan';
comment on column review.award.holder is 'true: penerima penghargaan';
comment on column review.award.reason is 'Alasan keputusan, dari kolom keterangan';
comment on column review.award.computed_at is 'Waktu penghitungan';

alter table review.ranking
    add column score_max numeric,
    add column score_printed numeric,
    add column given boolean not null default false,
    add column compared bigint not null default 0,
    add column tie text not null default '',
    add column tie_reason text not null default '',
    add column decided bigint,
    add column announced boolean not null default true,
    add column published_score numeric,
    add column published_rank bigint,
    add constraint ranking_tie_ck check (tie in ('', 'shared', 'key', 'decided', 'unexplained', 'unresolved'));
comment on column review.ranking.score is 'Nilai simpul yang diperingkat, tidak dibulatkan (12 desimal); peringkat memakai nilai ini';
comment on column review.ranking.aksi is 'Komponen: nilai Aksi; kosong bila tidak berbobot';
comment on column review.ranking.score_max is 'Nilai tertinggi yang mungkin; kosong: tidak diketahui';
comment on column review.ranking.score_printed is 'Nilai dibulatkan ke desimal instrumen';
comment on column review.ranking.given is 'true: nilai akhir diberikan, bukan dihitung dari butirnya';
comment on column review.ranking.compared is 'Banyaknya kabupaten/kota yang bernilai';
comment on column review.ranking.tie is 'Nilai sama: shared berbagi peringkat, key kunci kedua, decided diputuskan dengan alasan, unexplained diputuskan tanpa alasan tercatat, unresolved belum diputuskan';
comment on column review.ranking.tie_reason is 'Alasan keputusan, dari kolom keterangan';
comment on column review.ranking.decided is 'Peringkat yang diputuskan, bila ada';
comment on column review.ranking.announced is 'true: termasuk yang diumumkan menurut instrumen';
comment on column review.ranking.published_score is 'Nilai yang sudah diumumkan, bila dimuat';
comment on column review.ranking.published_rank is 'Peringkat yang sudah diumumkan, bila dimuat';

-- for officers and BI tools ----------------------------------------------------------------------------------------

create or replace view bi.review_ranking with (security_invoker = true) as
select k.performance_year, r.code as region, r.name as region_name, r.province_code, r.province_name, k.instrument,
       k.confirmed, k.rank, k.score, k.aksi, k.cakupan, k.konvergensi, k.prevalensi, k.data, k.missing, k.computed_at,
       n.assessment_year, n.data_period, k.score_printed, k.score_max, round(100 * k.score / nullif(k.score_max, 0), 12) as score_percent,
       k.given, k.compared, k.tie, k.tie_reason, k.decided, k.announced, k.published_score, k.published_rank
from review.ranking k
join review.instrument n on n.instrument = k.instrument
join dwh.dim_region r on r.region_key = k.regency_key;
comment on column bi.review_ranking.assessment_year is 'Tahun penilaian';
comment on column bi.review_ranking.data_period is 'Periode data yang dinilai';
comment on column bi.review_ranking.score_printed is 'Nilai dibulatkan ke desimal instrumen';
comment on column bi.review_ranking.score_max is 'Nilai tertinggi yang mungkin; kosong: tidak diketahui';
comment on column bi.review_ranking.score_percent is 'Persen dari nilai tertinggi';
comment on column bi.review_ranking.given is 'true: nilai akhir diberikan, bukan dihitung dari butirnya';
comment on column bi.review_ranking.compared is 'Banyaknya kabupaten/kota yang bernilai';
comment on column bi.review_ranking.tie is 'Nilai sama: shared, key, decided, unexplained, unresolved';
comment on column bi.review_ranking.tie_reason is 'Alasan keputusan';
comment on column bi.review_ranking.decided is 'Peringkat yang diputuskan';
comment on column bi.review_ranking.announced is 'true: termasuk yang diumumkan';
comment on column bi.review_ranking.published_score is 'Nilai yang sudah diumumkan';
comment on column bi.review_ranking.published_rank is 'Peringkat yang sudah diumumkan';

create view bi.review_score with (security_invoker = true) as
select s.performance_year, r.code as region, r.name as region_name, r.province_code, s.instrument, t.path, t.depth,
       n.parent, s.node, n.name as node_name, n.kind, n.weight, trim_scale(s.raw) as raw, trim_scale(s.score) as score,
       s.maximum, round(100 * s.score / nullif(s.maximum, 0), 12) as score_percent,
       case when p.kind in ('sum', 'weighted') then trim_scale(n.weight * s.score) end as contribution, s.parts, s.parts_given,
       s.given, s.computed_at
from review.score s
join review.instrument_node n on n.instrument = s.instrument and n.node = s.node
join review.instrument_tree t on t.instrument = s.instrument and t.node = s.node
left join review.instrument_node p on p.instrument = n.instrument and p.node = n.parent
join dwh.dim_region r on r.region_key = s.regency_key;
comment on view bi.review_score is 'Nilai setiap simpul instrumen per kabupaten/kota: dari nilai akhir sampai ke butirnya';
comment on column bi.review_score.performance_year is 'Tahun kinerja yang direviu';
comment on column bi.review_score.region is 'Kode kabupaten/kota';
comment on column bi.review_score.region_name is 'Nama kabupaten/kota';
comment on column bi.review_score.province_code is 'Kode provinsi';
comment on column bi.review_score.instrument is 'Instrumen yang dipakai';
comment on column bi.review_score.path is 'Mengurutkan pohon instrumen';
comment on column bi.review_score.depth is '0 puncak';
comment on column bi.review_score.parent is 'Simpul di atasnya';
comment on column bi.review_score.node is 'Kode simpul';
comment on column bi.review_score.node_name is 'Nama simpul';
comment on column bi.review_score.kind is 'item, number, figure; sum, weighted, mean, median';
comment on column bi.review_score.weight is 'Bobot pada simpul di atasnya';
comment on column bi.review_score.raw is 'Nilai sebelum dibakukan';
comment on column bi.review_score.score is 'Nilai yang dipakai simpul di atasnya';
comment on column bi.review_score.maximum is 'Nilai tertinggi yang mungkin';
comment on column bi.review_score.score_percent is 'Persen dari nilai tertinggi';
comment on column bi.review_score.contribution is 'Bobot × nilai: sumbangan pada jumlah di atasnya; kosong pada rata-rata dan median';
comment on column bi.review_score.parts is 'Banyaknya bagian berbobot, di butir banyaknya penilai';
comment on column bi.review_score.parts_given is 'Di antaranya yang bernilai';
comment on column bi.review_score.given is 'true: angka yang diberikan';
comment on column bi.review_score.computed_at is 'Waktu penghitungan';

create view bi.review_award with (security_invoker = true) as
select a.performance_year, r.code as region, r.name as region_name, r.province_code, a.instrument, w.place, a.award,
       w.name as award_name, a.rank, a.score, a.holder, a.reason, a.computed_at
from review.award a
join review.instrument_award w on w.instrument = a.instrument and w.award = a.award
join dwh.dim_region r on r.region_key = a.regency_key;
comment on view bi.review_award is 'Peringkat per kategori penghargaan';
comment on column bi.review_award.performance_year is 'Tahun kinerja yang direviu';
comment on column bi.review_award.region is 'Kode kabupaten/kota';
comment on column bi.review_award.region_name is 'Nama kabupaten/kota';
comment on column bi.review_award.province_code is 'Kode provinsi';
comment on column bi.review_award.instrument is 'Instrumen yang dipakai';
comment on column bi.review_award.place is 'Urutan kategori dalam instrumen';
comment on column bi.review_award.award is 'Kode kategori';
comment on column bi.review_award.award_name is 'Nama kategori';
comment on column bi.review_award.rank is 'Peringkat dalam kategori';
comment on column bi.review_award.score is 'Nilai yang menentukan; kosong: diputuskan';
comment on column bi.review_award.holder is 'true: penerima penghargaan';
comment on column bi.review_award.reason is 'Alasan keputusan';
comment on column bi.review_award.computed_at is 'Waktu penghitungan';

create view bi.review_instrument with (security_invoker = true) as
select distinct k.performance_year, r.province_code, n.instrument, i.name as instrument_name, i.assessment_year, i.data_period,
       i.confirmed, i.source as instrument_source, i.assessor_rule, i.tie_rule, i.tie_by, i.decimals as printed_decimals,
       i.rounding, i.publication, i.best, t.path, t.depth, n.parent, n.node, n.name as node_name, n.kind, n.weight, n.source,
       n.standard, n.down, n.low, n.high, n.maximum, n.decimals, n.missing, n.assessors, n.roles, n.given, n.requirement,
       (select string_agg(g.grade || ' = ' || trim_scale(g.score), ', ' order by g.score desc, g.grade)
        from review.instrument_grade g
        where g.instrument = n.instrument and n.kind = 'item') as grades
from review.ranking k
join dwh.dim_region r on r.region_key = k.regency_key
join review.instrument i on i.instrument = k.instrument
join review.instrument_node n on n.instrument = k.instrument
join review.instrument_tree t on t.instrument = n.instrument and t.node = n.node;
comment on view bi.review_instrument is 'Instrumen yang dipakai sebuah reviu: pohonnya dengan bobot dan aturan';
comment on column bi.review_instrument.performance_year is 'Tahun kinerja yang direviu';
comment on column bi.review_instrument.province_code is 'Kode provinsi';
comment on column bi.review_instrument.instrument is 'Id instrumen penilaian';
comment on column bi.review_instrument.instrument_name is 'Nama instrumen';
comment on column bi.review_instrument.assessment_year is 'Tahun penilaian';
comment on column bi.review_instrument.data_period is 'Periode data yang dinilai';
comment on column bi.review_instrument.confirmed is 'false: contoh; harus dikonfirmasi petugas';
comment on column bi.review_instrument.instrument_source is 'Sumber instrumen';
comment on column bi.review_instrument.assessor_rule is 'Aturan antarpenilai';
comment on column bi.review_instrument.tie_rule is 'Aturan nilai sama';
comment on column bi.review_instrument.tie_by is 'Simpul kunci kedua, atau butir keputusan';
comment on column bi.review_instrument.printed_decimals is 'Desimal nilai yang dicetak';
comment on column bi.review_instrument.rounding is 'Pembulatan';
comment on column bi.review_instrument.publication is 'Yang diumumkan: all, best, categories';
comment on column bi.review_instrument.best is 'best: berapa yang diumumkan';
comment on column bi.review_instrument.path is 'Mengurutkan pohon instrumen';
comment on column bi.review_instrument.depth is '0 puncak';
comment on column bi.review_instrument.parent is 'Simpul di atasnya';
comment on column bi.review_instrument.node is 'Kode simpul';
comment on column bi.review_instrument.node_name is 'Nama simpul';
comment on column bi.review_instrument.kind is 'item, number, figure; sum, weighted, mean, median';
comment on column bi.review_instrument.weight is 'Bobot pada simpul di atasnya';
comment on column bi.review_instrument.source is 'Butir yang dinilai, atau angka reviu';
comment on column bi.review_instrument.standard is 'none, percent, max, min-max';
comment on column bi.review_instrument.down is 'true: makin kecil makin baik';
comment on column bi.review_instrument.low is 'Batas bawah min-max';
comment on column bi.review_instrument.high is 'Batas atas min-max';
comment on column bi.review_instrument.maximum is 'Nilai tertinggi yang mungkin menurut instrumen';
comment on column bi.review_instrument.decimals is 'Desimal nilai yang disimpan';
comment on column bi.review_instrument.missing is 'Bagian tanpa nilai: zero, skip, empty';
comment on column bi.review_instrument.assessors is 'Aturan antarpenilai simpul ini';
comment on column bi.review_instrument.roles is 'Peran penilai yang dihitung';
comment on column bi.review_instrument.given is 'Butir angka pengganti gabungan';
comment on column bi.review_instrument.requirement is 'Dokumen atau syarat yang diminta';
comment on column bi.review_instrument.grades is 'Konversi huruf butir';

-- Years side by side. Scores are subtracted only on the same scale: both maxima known and equal; percent of the maximum and
-- the rank among those compared stand beside them for all years.
create view bi.review_trend with (security_invoker = true) as
select k.performance_year, k.region, k.region_name, k.province_code, k.instrument, k.rank, k.compared, k.score, k.score_max,
       k.score_percent, p.performance_year as year_before, p.rank as rank_before, p.compared as compared_before,
       p.score as score_before, p.score_max as score_max_before, p.score_percent as score_percent_before,
       coalesce(k.score_max = p.score_max, false) as same_scale,
       case when k.score_max = p.score_max then k.score - p.score end as score_change,
       k.score_percent - p.score_percent as score_percent_change
from bi.review_ranking k
left join lateral (select *
                   from bi.review_ranking b
                   where b.region = k.region
                     and b.performance_year < k.performance_year
                   order by b.performance_year desc
                   limit 1) p on true;
comment on view bi.review_trend is 'Peringkat dan nilai di samping tahun reviu sebelumnya; selisih nilai hanya pada skala yang sama';
comment on column bi.review_trend.performance_year is 'Tahun kinerja';
comment on column bi.review_trend.region is 'Kode kabupaten/kota';
comment on column bi.review_trend.region_name is 'Nama kabupaten/kota';
comment on column bi.review_trend.province_code is 'Kode provinsi';
comment on column bi.review_trend.instrument is 'Instrumen yang dipakai';
comment on column bi.review_trend.rank is 'Peringkat';
comment on column bi.review_trend.compared is 'Dari berapa kabupaten/kota yang bernilai';
comment on column bi.review_trend.score is 'Nilai akhir';
comment on column bi.review_trend.score_max is 'Nilai tertinggi yang mungkin';
comment on column bi.review_trend.score_percent is 'Persen dari nilai tertinggi';
comment on column bi.review_trend.year_before is 'Tahun reviu sebelumnya; kosong: belum ada';
comment on column bi.review_trend.rank_before is 'Peringkat tahun itu';
comment on column bi.review_trend.compared_before is 'Banyaknya kabupaten/kota yang bernilai tahun itu';
comment on column bi.review_trend.score_before is 'Nilai akhir tahun itu';
comment on column bi.review_trend.score_max_before is 'Nilai tertinggi tahun itu';
comment on column bi.review_trend.score_percent_before is 'Persen dari nilai tertinggi tahun itu';
comment on column bi.review_trend.same_scale is 'true: nilai tertinggi kedua tahun diketahui dan sama';
comment on column bi.review_trend.score_change is 'Selisih nilai; kosong bila skalanya tidak sama';
comment on column bi.review_trend.score_percent_change is 'Selisih persen dari nilai tertinggi';

-- who may read: scores as the assessment, awards as the ranking -------------------------------------------------------

grant select on review.instrument_node, review.instrument_descriptor, review.instrument_award, review.instrument_item,
    review.instrument_component, review.instrument_tree, review.score, review.award to kp2s_bi_province, kp2s_bi_regency;
grant select on bi.review_score, bi.review_award, bi.review_instrument, bi.review_trend to kp2s_bi_province, kp2s_bi_regency;

alter table review.score enable row level security;
create policy score_province on review.score for select to kp2s_bi_province using (true);
create policy score_regency on review.score for select to kp2s_bi_regency
    using (regency_key = any (array(select r.region_key
                                    from audit.reader a
                                    join dwh.dim_region r on r.code = a.regency_code
                                    where a.role_name = current_user)));
alter table review.award enable row level security;
create policy award_province on review.award for select to kp2s_bi_province using (true);
create policy award_regency on review.award for select to kp2s_bi_regency
    using (regency_key = any (array(select k.region_key -- every kabupaten of the reader's province
                                    from audit.reader a
                                    join dwh.dim_region r on r.code = a.regency_code
                                    join dwh.dim_region k on k.province_code = r.province_code and k.level = 2
                                    where a.role_name = current_user)));
