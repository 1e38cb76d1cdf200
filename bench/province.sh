#!/bin/sh
# A province as large as there is, for what measures its review: a private PostgreSQL in which SQL has made 35 kabupaten/kota with
# 8,563 villages, 29 indicators, 12 months; beside them children measured and services by name. To be read by a shell that has set
# root; sets work, a folder that goes at the end, bin, runs, province, KP2S_DB, and how to time.
# environment: BUILD (default build), RUNS (default 3), VILLAGES (default 8563), CHILDREN (of a village, default 20), TMPDIR (where 3 GB are needed for a while)
# shellcheck shell=sh disable=SC2034,SC2154  # what is set here and there is used there and here
bin=$root/${BUILD:-build}/bin
runs=${RUNS:-3}
villages=${VILLAGES:-8563}
children=${CHILDREN:-20}
work=$(mktemp -d)
trap '"$root/run/cluster.sh" remove "$work/pg"; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
[ -x "$bin/kp2s-review" ] || { echo "$0: no $bin/kp2s-review: run make" >&2; exit 1; }
chmod 755 "$work"
conninfo=$("$root/run/cluster.sh" start "$work/pg" fast)
psql -qX "$conninfo dbname=postgres" -c 'create database bench'
export KP2S_DB="$conninfo dbname=bench" PGOPTIONS='-c client_min_messages=warning'
sql() { psql -qAtX -v ON_ERROR_STOP=1 "$KP2S_DB" -c "$1"; }
server=$(head -1 "$work"/pg/data/postmaster.pid 2>/dev/null || head -1 "$work"/pg/elsewhere/data/postmaster.pid)
spent() { awk -v tick="$(getconf CLK_TCK)" '{ print ($16 + $17) / tick }' "/proc/$server/stat"; } # by backends that have ended
seconds() { # the best and the worst of the runs: on the clock, and the server's processor time
    label=$1
    shift
    for _ in $(seq "$runs"); do
        from=$(date +%s.%N) before=$(spent)
        "$@" >"$work/out" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }
        to=$(date +%s.%N)
        sleep 1 # until the backend is gone
        echo "$to $from $(spent) $before" | awk '{ printf "%.1f %.1f\n", $1 - $2, $3 - $4 }'
    done >"$work/runs"
    for column in 1 2; do
        cut -d ' ' -f $column "$work/runs" | sort -n | sed -n '1p;$p' | paste -sd ' ' | sed 's/ / to /'
    done | paste -sd '|' | sed "s/^/$label: /; s/|/ s, processor /; s/\$/ s/"
}

"$bin/kp2s-migrate" -q >/dev/null
"$bin/kp2s-catalog" -q --etc "$root/etc" >/dev/null
province=33 # Jawa Tengah: 35 kabupaten/kota and the most villages
sql "
create temp table village as
select r.region_key, r.regency_key, row_number() over (order by n.code) as no
from review.region_now n join dwh.dim_region r using (region_key) where n.level = 4 and n.province_code = '$province' and r.valid_until = 'infinity'
order by n.code limit $villages;
insert into dwh.dim_form select code, code, 'coverage', '', '', false from dwh.dim_agency on conflict do nothing;
insert into dwh.dim_system select s, s, '', '', false from unnest(array['administrasi', 'e-ppgbm']) s on conflict do nothing;
insert into audit.submission (submission_key, form, form_version, kind, agency_key, system, scope_key, period_key, file_name, sha256, bytes, sealed, loaded_at,
                              data_count, reject_count, note_count, content)
overriding system value
select 1000000 * a.agency_key + 1000 * m + row_number() over (partition by a.agency_key, m order by r.regency_key), a.code, '1', 'coverage', a.agency_key, 'administrasi',
       r.regency_key, 20240300 + m, a.code || m || '.xlsx', md5(a.code || m || r.regency_key), 1, true, '2025-01-10', 1, 0, 0, ''
from (select distinct regency_key from village) r, generate_series(1, 12) m, dwh.dim_agency a
where a.code in (select numerator_owner from dwh.dim_indicator where code ~ '^E[0-9]');
insert into dwh.fact_coverage (regency_key, region_key, indicator_key, period_key, agency_key, puskesmas, sex, age_group, state, numerator, denominator, submission_key,
                               table_no, row_no, cell, known_from)
select v.regency_key, v.region_key, i.indicator_key, 20240300 + m, a.agency_key, '', '', '', 'value', (v.no * 7 + m * 3 + i.indicator_key * 11) % 80, 80, s.submission_key, 1, v.no, 'D7 E7 -',
       s.submission_key
from village v, generate_series(1, 12) m, dwh.dim_indicator i, dwh.dim_agency a, audit.submission s
where i.code ~ '^E[0-9]' and i.type = 'ratio' and a.code = i.numerator_owner and s.agency_key = a.agency_key and s.period_key = 20240300 + m and s.scope_key = v.regency_key;
insert into dwh.fact_measurement (regency_key, region_key, child, measured_on, period_key, agency_key, system, key_id, puskesmas, sex, age_days, weight, height, position, haz,
                                  waz, whz, flags, ha_status, wa_status, wh_status, ha_status_reported, submission_key, table_no, row_no, cell, known_from)
select v.regency_key, v.region_key, md5(v.no || ' ' || k), make_date(2024, 2 + 6 * (h - 1), 10), 20240302 + 6 * (h - 1), s.agency_key, 'e-ppgbm', 'k', '', 'L', (v.no * 31 + k * 97) % 1800, 10, 80,
       'h', ((v.no + k * 13) % 70 - 50) / 10.0, 0, 0, '', '', '', '', '', s.submission_key, 1, k, '', s.submission_key
from village v, generate_series(1, $children) k, generate_series(1, 2) h, (select min(submission_key) as submission_key, min(agency_key) as agency_key from audit.submission) s;
insert into dwh.fact_service (regency_key, region_key, person, subject, service_key, period_key, agency_key, key_id, state, submission_key, table_no, row_no, cell, known_from)
select v.regency_key, v.region_key, md5(v.no || ' ' || k), d.subject, d.service_key, 20240204, s.agency_key, 'k', case (v.no + k + d.service_key) % 5 when 0 then 'T' when 1 then 'TS' else 'Y' end,
       s.submission_key, 1, k, 'F7', s.submission_key
from village v, generate_series(1, $children / 4) k, dwh.dim_service d, (select min(submission_key) as submission_key, min(agency_key) as agency_key from audit.submission) s
where d.code ~ '^H[AB]' and (d.subject = 'anak') = (k % 2 = 0);
insert into dwh.lokus select 2024, r.code, 'SK', 'bench' from village v join dwh.dim_region r using (region_key) where v.no % 5 = 0;"
sql 'vacuum analyze'
sql "select count(*) || ' figures of coverage, ' || count(distinct regency_key) || ' kabupaten, ' || count(distinct region_key) || ' villages, ' || count(distinct indicator_key) || ' indicators'
    from dwh.fact_coverage"
sql "select (select count(*) from dwh.fact_measurement) || ' measurements, ' || (select count(*) from dwh.fact_service) || ' services'"
