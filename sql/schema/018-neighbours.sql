-- Which kabupaten/kota lie beside which, as an officer says: whom to learn from first.

create table dwh.neighbour (
    region text not null,
    neighbour text not null,
    source text not null,
    constraint neighbour_pk primary key (region, neighbour),
    constraint neighbour_other_ck check (region <> neighbour)
);
comment on table dwh.neighbour is 'Kabupaten/kota yang berbatasan (etc/catalogue/neighbours.csv); satu baris untuk keduanya';
comment on column dwh.neighbour.region is 'Kode Kemendagri kabupaten/kota';
comment on column dwh.neighbour.neighbour is 'Kode Kemendagri kabupaten/kota yang berbatasan dengannya';
comment on column dwh.neighbour.source is 'Sumber';

alter table review.peer add is_neighbour boolean not null default false;
comment on column review.peer.is_neighbour is 'true: berbatasan (dwh.neighbour)';
comment on table review.peer is 'Tempat belajar: kabupaten/kota seprovinsi yang lebih baik pada cakupan terlemah, tetangga lebih dahulu, lalu terdekat besar sasarannya';

-- as in 013, and whether it is a neighbour
create or replace view bi.review_peer with (security_invoker = true) as
select p.performance_year, r.code as region, r.name as region_name, r.province_code, i.code as indicator, i.name as indicator_name,
       p.place, c.percent, c.denominator, k.code as peer, k.name as peer_name, p.peer_percent, p.peer_denominator, p.computed_at,
       p.regency_key, p.is_neighbour
from review.peer p
join review.coverage c on c.performance_year = p.performance_year and c.regency_key = p.regency_key
                      and c.indicator_key = p.indicator_key
join dwh.dim_region r on r.region_key = p.regency_key
join dwh.dim_region k on k.region_key = p.peer_key
join dwh.dim_indicator i on i.indicator_key = p.indicator_key;
comment on view bi.review_peer is 'Tempat belajar untuk cakupan terlemah: kabupaten/kota seprovinsi yang lebih baik, tetangga lebih dahulu, lalu yang serupa besar sasarannya';
comment on column bi.review_peer.is_neighbour is 'true: berbatasan (dwh.neighbour)';

grant select on dwh.neighbour to kp2s_bi_province, kp2s_bi_regency;
