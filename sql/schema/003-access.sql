-- Who may read what. Two roles for BI tools, given to login roles by the database's administrator:
--   kp2s_bi_province   all regencies of the province
--   kp2s_bi_regency    only the regencies that audit.reader names for the login role; of the ranking, and of nothing
--                      else, the whole of their province: comparison is what it is for
-- Neither reaches the facts about persons. The loader is the owner of the tables, so policies do not bind it.

do $$
declare
    r text;
begin
    foreach r in array array['kp2s_bi_province', 'kp2s_bi_regency'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = r) then
            begin
                execute format('create role %I nologin', r);
            exception
                when duplicate_object or unique_violation then
                    null; -- another database of this server was migrated at the same moment
            end;
        end if;
    end loop;
end
$$;

create table audit.reader (
    role_name text not null,
    regency_code text not null,
    constraint reader_pk primary key (role_name, regency_code)
);
comment on table audit.reader is 'Kabupaten/kota yang boleh dilihat setiap peran BI kabupaten';
comment on column audit.reader.role_name is 'Nama peran PostgreSQL yang dipakai masuk';
comment on column audit.reader.regency_code is 'Kode Kemendagri kabupaten/kota';

grant usage on schema audit, dwh, review, bi to kp2s_bi_province, kp2s_bi_regency;
grant select on dwh.dim_region, dwh.dim_period, dwh.dim_date, dwh.dim_agency, dwh.dim_indicator, dwh.target,
    dwh.fact_coverage, audit.submission, audit.reader to kp2s_bi_province, kp2s_bi_regency;
grant select on all tables in schema review to kp2s_bi_province, kp2s_bi_regency;
grant select on all tables in schema bi to kp2s_bi_province, kp2s_bi_regency;

-- `= any (array(select …))` and not `in (select …)`: the planner then keeps to the index
alter table dwh.fact_coverage enable row level security;
create policy fact_coverage_province on dwh.fact_coverage for select to kp2s_bi_province using (true);
create policy fact_coverage_regency on dwh.fact_coverage for select to kp2s_bi_regency
    using (regency_key = any (array(select r.regency_key
                                    from audit.reader a
                                    join dwh.dim_region r on r.code = a.regency_code
                                    where a.role_name = current_user)));

-- the review: rows carry the region_key of the kabupaten's present version, so all its versions are named
do $$
declare
    t text;
begin
    foreach t in array array['coverage', 'prevalence', 'convergence', 'assessment', 'completeness', 'ranking'] loop
        execute format('alter table review.%I enable row level security', t);
        execute format('create policy %I on review.%I for select to kp2s_bi_province using (true)', t || '_province', t);
        continue when t = 'ranking';
        execute format('create policy %I on review.%I for select to kp2s_bi_regency
                            using (regency_key = any (array(select r.region_key
                                                            from audit.reader a
                                                            join dwh.dim_region r on r.code = a.regency_code
                                                            where a.role_name = current_user)))', t || '_regency', t);
    end loop;
end
$$;
create policy ranking_regency on review.ranking for select to kp2s_bi_regency
    using (regency_key = any (array(select k.region_key -- every kabupaten of the reader's province
                                    from audit.reader a
                                    join dwh.dim_region r on r.code = a.regency_code
                                    join dwh.dim_region k on k.province_code = r.province_code and k.level = 2
                                    where a.role_name = current_user)));

alter table audit.submission enable row level security;
create policy submission_province on audit.submission for select to kp2s_bi_province using (true);
create policy submission_regency on audit.submission for select to kp2s_bi_regency
    using (scope_key = any (array(select r.region_key -- the kabupaten itself and its kecamatan
                                  from audit.reader a
                                  join dwh.dim_region r on r.regency_code = a.regency_code
                                  where a.role_name = current_user)));

alter table audit.reader enable row level security;
create policy reader_own on audit.reader for select to kp2s_bi_province, kp2s_bi_regency
    using (role_name = current_user);
