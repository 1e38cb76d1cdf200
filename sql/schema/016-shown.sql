-- What a report shows of a review stands in views of bi alone, so that an edition keeps all of it, and an edition can stand in for
-- the present: review.show_edition() makes tables of its rows, by the names of the views.

-- how often each remark was made: audit.remark itself has texts of cells, which no reader sees -----------------------------------

create table review.remark (
    performance_year smallint not null,
    regency_key bigint not null,
    form text not null,
    severity text not null,
    code text not null,
    remarks bigint not null,
    computed_at timestamptz not null,
    constraint remark_pk primary key (performance_year, regency_key, form, severity, code),
    constraint remark_regency_fk foreign key (regency_key) references dwh.dim_region (region_key)
);
comment on table review.remark is 'Banyaknya catatan atas kiriman yang berlaku, per kabupaten/kota, formulir dan sebab';

create view bi.review_remark with (security_invoker = true) as
select m.performance_year, r.province_code, r.code as region, r.name as region_name, m.form, m.severity, m.code, m.remarks, m.computed_at,
       m.regency_key
from review.remark m
join dwh.dim_region r on r.region_key = m.regency_key;
comment on view bi.review_remark is 'Banyaknya catatan atas kiriman yang berlaku, per kabupaten/kota, formulir dan sebab';

-- of the reviews that are computed already
insert into review.remark (performance_year, regency_key, form, severity, code, remarks, computed_at)
select c.performance_year, coalesce(k.regency_key, r.regency_key), s.form, m.severity, m.code, count(*), now()
from review.computed c
join dwh.dim_period p on p.year = c.performance_year
join audit.submission s on s.period_key = p.period_key and s.superseded_by is null
join dwh.dim_region r on r.region_key = s.scope_key and r.province_code = c.province_code
left join review.regency k on k.member_key = r.regency_key
join audit.remark m on m.submission_key = s.submission_key
group by 1, 2, 3, 4, 5;

-- what a review is made with, and whether it was checked ---------------------------------------------------------------------------

create view bi.review_head with (security_invoker = true) as
select k.performance_year, r.province_code, r.province_name, n.instrument, n.name as instrument_name, n.assessment_year, n.data_period,
       n.confirmed, n.score_max, n.decimals as printed_decimals, n.assessor_rule, n.tie_rule, n.source as instrument_source, n.ranked,
       (select max(g.score) from review.instrument_grade g where g.instrument = n.instrument) as grade_best,
       max(k.computed_at) as computed_at
from review.ranking k
join dwh.dim_region r on r.region_key = k.regency_key
join review.instrument n on n.instrument = k.instrument
group by k.performance_year, r.province_code, r.province_name, n.instrument;
comment on view bi.review_head is 'Reviu yang sudah dihitung, satu baris per tahun dan provinsi: instrumennya dan cara nilainya ditulis';

create view bi.review_checked with (security_invoker = true) as
select c.performance_year, c.province_code, c.figures, c.compared, c.findings, c.computed_at
from review.checked c;
comment on view bi.review_checked is 'Pemeriksaan antarberkas (kp2s-check) yang terakhir per tahun dan provinsi; tanpa baris: belum diperiksa';

-- editions keep every view of the review; which ones each has, it says ---------------------------------------------------------

alter table review.edition add column relations text[] not null default '{}';
comment on column review.edition.relations is 'Tampilan bi yang dibekukan dalam edisi ini; yang ditambahkan kemudian tidak ada di dalamnya';
update review.edition set relations = (select array_agg(l.relation order by l.relation) from review.edition_relation l);
alter table review.edition alter column relations drop default;

insert into review.edition_relation (relation, key, region)
values ('review_head', '{instrument}', ''),
       ('review_checked', '{province_code}', ''),
       ('review_remark', '{region,form,severity,code}', 'region'),
       ('review_agency', '{region,agency_code}', 'region'),
       ('review_aspect_village', '{region,indicator,village}', 'region'),
       ('review_movement', '{region,figure,subject,part}', 'region'),
       ('review_trend', '{region}', '');

create or replace view bi.edition with (security_invoker = true) as
select e.edition_key, e.performance_year, e.province_code, e.number, e.status, e.note, e.checksum, e.frozen_at, e.verified_at, e.decree,
       e.decree_date, e.adopted_at,
       e.status = 'adopted' and not exists (select
                                            from review.edition l
                                            where l.performance_year = e.performance_year
                                              and l.province_code = e.province_code
                                              and l.status = 'adopted'
                                              and l.number > e.number) as in_force,
       e.relations
from review.edition e;

-- as in 015, of what both editions keep, with the row that the value stands in
drop function review.edition_difference(bigint, bigint);
create function review.edition_difference(former bigint, present bigint)
returns table (relation text, region text, key text, field text, former_value text, present_value text, is_number boolean, content jsonb)
language sql stable
as $$
    with both_have as (
        select unnest(e.relations) as relation
        from review.edition e
        where e.edition_key = $1
        intersect
        select unnest(e.relations)
        from review.edition e
        where e.edition_key = $2
        union all
        select l.relation -- the present has all
        from review.edition e
        join review.edition_relation l on l.relation = any (e.relations)
        where $2 is null
          and e.edition_key = $1
    ), a as (
        select r.relation, r.key, r.region, review.timeless(r.content) as content
        from review.edition_row r
        where r.edition_key = $1
          and r.relation in (select h.relation from both_have h)
    ), b as (
        select r.relation, r.key, r.region, review.timeless(r.content) as content
        from review.edition_row r
        where r.edition_key = $2
          and r.relation in (select h.relation from both_have h)
        union all
        select l.relation, l.key, l.region, review.timeless(l.content)
        from review.edition e
        cross join lateral review.live(e.performance_year, e.province_code) l
        where $2 is null
          and e.edition_key = $1
          and l.relation in (select h.relation from both_have h)
    )
    select relation, coalesce(b.region, a.region), key, f.field,
           case when f.field = '' then case when a.content is null then 'tidak ada' else 'ada' end else a.content ->> f.field end,
           case when f.field = '' then case when b.content is null then 'tidak ada' else 'ada' end else b.content ->> f.field end,
           coalesce('number' in (jsonb_typeof(a.content -> f.field), jsonb_typeof(b.content -> f.field)), false),
           coalesce(b.content, a.content)
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
comment on function review.edition_difference(bigint, bigint) is 'Beda dua edisi, kolom demi kolom, sejauh keduanya memuatnya; edisi kedua kosong: keadaan sekarang';

-- A role of a kabupaten sees a part of an edition, and no checksum can be made of a part.
create function review.sees_editions()
returns boolean
language sql stable
as $$
    select not row_security_active('review.edition_row')
           or exists (select
                      from pg_catalog.pg_policy p
                      cross join unnest(p.polroles) r (role)
                      where p.polrelid = 'review.edition_row'::pg_catalog.regclass
                        and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true'
                        and pg_catalog.pg_has_role(r.role, 'usage'))
$$;
comment on function review.sees_editions() is 'true: peran yang bertanya melihat semua baris edisi';

-- The tables last until the transaction ends, and have the rows that the reader may see. What an edition was frozen without is told,
-- for its table is empty.
create function review.show_edition(edition_key bigint)
returns text[]
language plpgsql
as $$
declare
    entry text;
begin
    for entry in
        select l.relation
        from review.edition_relation l
        order by l.relation
    loop
        execute format('create temporary table %I (like bi.%I) on commit drop', entry, entry);
        execute format('insert into pg_temp.%I
                        select v.*
                        from review.edition_row r
                        cross join lateral jsonb_populate_record(null::bi.%I, r.content) v
                        where r.edition_key = $1 and r.relation = %L', entry, entry, entry)
            using edition_key;
        execute format('analyze pg_temp.%I', entry);
    end loop;
    return (select coalesce(array_agg(l.relation order by l.relation), '{}')
            from review.edition_relation l
            join review.edition e on l.relation <> all (e.relations)
            where e.edition_key = $1);
end
$$;
comment on function review.show_edition(bigint) is 'Tabel sementara dengan nama tampilan bi dan isi sebuah edisi, sampai transaksi selesai; hasilnya: yang tidak ada dalam edisi itu';

-- every column is explained ------------------------------------------------------------------------------------------------------

do $$
declare
    entry record;
begin
    for entry in
        select a.attrelid::pg_catalog.regclass as relation, a.attname as name,
               coalesce(d.explanation, pg_catalog.col_description('review.checked'::pg_catalog.regclass, c.attnum),
                        pg_catalog.col_description('review.edition'::pg_catalog.regclass, e.attnum)) as explanation
        from pg_catalog.pg_attribute a
        left join pg_catalog.pg_attribute c on c.attrelid = 'review.checked'::pg_catalog.regclass and c.attname = a.attname
                                           and a.attrelid = 'bi.review_checked'::pg_catalog.regclass
        left join pg_catalog.pg_attribute e on e.attrelid = 'review.edition'::pg_catalog.regclass and e.attname = a.attname
                                           and a.attrelid = 'bi.edition'::pg_catalog.regclass
        left join (values ('performance_year', 'Tahun kinerja yang direviu'),
                          ('province_code', 'Kode Kemendagri provinsi'),
                          ('province_name', 'Nama provinsi'),
                          ('regency_key', 'Kabupaten/kota (dwh.dim_region, versi terkini); kiriman provinsi: provinsi'),
                          ('region', 'Kode Kemendagri wilayah'),
                          ('region_name', 'Nama wilayah'),
                          ('form', 'Formulir (id tata letak)'),
                          ('severity', 'reject: baris ditolak, also: ditolak juga karena ini, repair: diperbaiki, note: catatan'),
                          ('code', 'Kode catatan (doc/reasons.md)'),
                          ('remarks', 'Banyaknya'),
                          ('instrument', 'Id instrumen penilaian'),
                          ('instrument_name', 'Nama instrumen'),
                          ('assessment_year', 'Tahun penilaian'),
                          ('data_period', 'Periode data yang dinilai, bila bukan tahun kinerja itu sendiri'),
                          ('confirmed', 'false: instrumen belum dikonfirmasi petugas, hasil bukan hasil resmi'),
                          ('score_max', 'Nilai tertinggi jumlah Aksi bila ada simpul aksi, selain itu nilai akhir; kosong: tidak diketahui'),
                          ('printed_decimals', 'Desimal nilai yang ditulis'),
                          ('assessor_rule', 'Aturan antarpenilai: mean, median, chair, consensus, roles'),
                          ('tie_rule', 'Aturan nilai sama: competition, dense, key, decided'),
                          ('instrument_source', 'Sumber instrumen'),
                          ('ranked', 'Simpul yang diperingkat'),
                          ('grade_best', 'Nilai huruf tertinggi; kosong: tanpa huruf'),
                          ('computed_at', 'Waktu penghitungan')) d (name, explanation)
            on d.name = a.attname
           and a.attrelid in ('review.remark'::pg_catalog.regclass, 'bi.review_remark'::pg_catalog.regclass, 'bi.review_head'::pg_catalog.regclass)
        where a.attrelid in ('review.remark'::pg_catalog.regclass, 'bi.review_remark'::pg_catalog.regclass, 'bi.review_head'::pg_catalog.regclass,
                             'bi.review_checked'::pg_catalog.regclass, 'bi.edition'::pg_catalog.regclass)
          and a.attnum > 0
          and pg_catalog.col_description(a.attrelid, a.attnum) is null
    loop
        execute format('comment on column %s.%I is %L', entry.relation, entry.name, entry.explanation);
    end loop;
end
$$;

-- rights: as the other tables of the review ------------------------------------------------------------------------------------

alter table review.remark enable row level security;
create policy remark_province on review.remark for select to kp2s_bi_province using (true);
create policy remark_regency on review.remark for select to kp2s_bi_regency
    using (regency_key = any ((select audit.own_regencies())::bigint[]));
grant select on review.remark, bi.review_remark, bi.review_head, bi.review_checked to kp2s_bi_province, kp2s_bi_regency;
