-- Figures that must agree with one another within a region and period: parts that are all of a total, or at most that.
create table dwh.identity (
    identity text not null,
    parts text[] not null,
    relation text not null,
    total text not null,
    source text not null,
    constraint identity_pk primary key (identity),
    constraint identity_relation_ck check (relation in ('equal', 'at_most'))
);
comment on table dwh.identity is 'Hubungan antarangka satu wilayah dan periode; pelanggarannya di bi.identity_broken';
comment on column dwh.identity.identity is 'Nama hubungan';
comment on column dwh.identity.parts is 'Kode indikator yang dijumlahkan';
comment on column dwh.identity.relation is 'equal: jumlah bagian sama dengan keseluruhan; at_most: paling banyak sebesar itu';
comment on column dwh.identity.total is 'Kode indikator keseluruhan';
comment on column dwh.identity.source is 'Sumber';

-- looked at only where all of its figures are there, from one agency; numerators alone are compared
create view bi.identity_broken with (security_invoker = true) as
select r.province_code, r.regency_code, r.regency_name, r.code as region_code, r.name as region_name, p.code as period,
       p.year, a.code as agency_code, f.sex, f.age_group, c.identity, c.relation, f.parts_sum, f.total, c.source,
       f.regency_key
from (select d.identity, f.regency_key, f.region_key, f.period_key, f.agency_key, f.sex, f.age_group,
             count(*) as figures, sum(f.numerator) filter (where i.code = any (d.parts)) as parts_sum,
             sum(f.numerator) filter (where i.code = d.total) as total
      from dwh.identity d
      join dwh.dim_indicator i on i.code = any (d.parts || d.total)
      join dwh.fact_coverage f on f.indicator_key = i.indicator_key
      where f.state = 'value'
      group by d.identity, f.regency_key, f.region_key, f.period_key, f.agency_key, f.sex, f.age_group) f
join dwh.identity c on c.identity = f.identity and cardinality(c.parts) + 1 = f.figures
join dwh.dim_region r on r.region_key = f.region_key
join dwh.dim_period p on p.period_key = f.period_key
join dwh.dim_agency a on a.agency_key = f.agency_key
where case c.relation when 'equal' then f.parts_sum <> f.total else f.parts_sum > f.total end;
comment on view bi.identity_broken is 'Angka satu wilayah dan periode yang saling bertentangan (dwh.identity)';
comment on column bi.identity_broken.province_code is 'Kode Kemendagri provinsi';
comment on column bi.identity_broken.regency_code is 'Kode Kemendagri kabupaten/kota; kosong untuk provinsi';
comment on column bi.identity_broken.regency_name is 'Nama kabupaten/kota ketika wilayah ini berlaku';
comment on column bi.identity_broken.region_code is 'Kode Kemendagri wilayah';
comment on column bi.identity_broken.region_name is 'Nama wilayah';
comment on column bi.identity_broken.period is 'Periode data: 2024, 2024-S1, 2024-Q3, atau 2024-08';
comment on column bi.identity_broken.year is 'Tahun';
comment on column bi.identity_broken.agency_code is 'Kode instansi pengirim';
comment on column bi.identity_broken.sex is 'L laki-laki, P perempuan; kosong: keduanya';
comment on column bi.identity_broken.age_group is 'Kelompok umur; kosong: semua';
comment on column bi.identity_broken.identity is 'Nama hubungan (dwh.identity)';
comment on column bi.identity_broken.relation is 'equal: jumlah bagian seharusnya sama dengan keseluruhan; at_most: paling banyak sebesar itu';
comment on column bi.identity_broken.parts_sum is 'Jumlah bagian';
comment on column bi.identity_broken.total is 'Keseluruhan sebagaimana dilaporkan';
comment on column bi.identity_broken.source is 'Sumber hubungan';
comment on column bi.identity_broken.regency_key is 'Kabupaten/kota yang memuat wilayah ini (dwh.dim_region, versi pertamanya)';

grant select on dwh.identity, bi.identity_broken to kp2s_bi_province, kp2s_bi_regency;
