#!/bin/sh
# How fast kp2s-load publishes: 2.5 million measurements of one month in 35 kabupaten/kota, from CSV records to current
# facts and the year's review, beside a binary COPY of the same columns by psql into a bare table on which the same
# keys are then built, in the same server and the same run; and the corrected file of one kabupaten/kota. Then the months
# after it, into the year that is there, and the queries of a dashboard (tests/bi) by a role that BI tools log in with.
# usage: load.sh
# environment: BUILD (default build), RECORDS (of a month; default 2500000), MONTHS (default 1), RUNS (default 1: each time on an
# empty warehouse)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/${BUILD:-build}/bin
records=${RECORDS:-2500000}
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-bench.XXXXXX")
trap '"$root/run/cluster.sh" remove "$work/pg" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$work"
cd "$work"
. "$root/bench/warehouse.sh"
serve

# the villages of province 33 and, for each of its kabupaten/kota, a share of the children
zcat "$root/etc/catalogue/regions.csv.gz" | awk -F , '$1 ~ /^33\.[0-9][0-9]\.[0-9][0-9]\.[0-9]+$/ && $4 == "" { print $1 }' | sort > villages
stream() { # FIRST-KABUPATEN ITS-NUMBER SHA-PREFIX WEIGHT-SHIFT MONTH: the records of so many kabupaten/kota
    awk -v records="$records" -v first="$1" -v count="$2" -v sha="$3" -v shift="$4" -v month="$5" '
    function pad(text, n,    i) { for (i = gsub(/,/, ",", text) + 1; i < n; i++) text = text ","; return text }
    { k = substr($1, 1, 5); if (!(k in n)) order[++kabupaten] = k; village[k, n[k]++] = $1 }
    END {
        header = "rec,src,sheet,row,cell,child,key,household,region,puskesmas,period,measured_on,sex,age_days,weight,height,position,muac,haz,waz,whz,baz," \
            "flags,ha_status,wa_status,wh_status,haz_reported,waz_reported,whz_reported,ha_status_reported"
        split("normal,pendek,sangat pendek,tinggi", status, ",")
        width = split(header, ignored, ",")
        print header
        for (c = first; c < first + count; c++) {
            srand(c)
            k = order[c]
            each = int(records / kabupaten)
            print pad("S," c - first + 1 ",,,,stage=transform,kind=measurement,file=" k ".xlsx,sha256=" sha month k ",bytes=1000000,layout=dinkes-eppgbm" \
                      ",layout_version=1,agency=dinkes,system=e-ppgbm,register=2025,key=k1", width)
            for (i = 1; i <= each; i++)
                printf "D,%d,Balita,%d,,%08x%08x%08x%08x,9e941dac,,%s,PUSKESMAS %d,2024-%s,2024-%s-%02d,%s,%d,%.1f,%.1f,%s,%.1f,%.2f,%.2f,%.2f,%.2f,,%s,%s,%s,%.2f,%.2f,%.2f,%s\n",
                    c - first + 1, i + 1, c, i, int(rand() * 4294967296), int(rand() * 4294967296), village[k, int(rand() * n[k])], c * 40 + i % 30, month, month,
                    1 + i % 28, i % 2 ? "L" : "P", int(rand() * 1826), 3 + rand() * 12 + (i % 100 == 0) * shift, 50 + rand() * 60, i % 3 ? "l" : "h",
                    11 + rand() * 5, rand() * 6 - 3, rand() * 6 - 3, rand() * 6 - 3, rand() * 6 - 3, status[1 + i % 4], status[1 + i % 3], status[1 + i % 2],
                    rand() * 6 - 3, rand() * 6 - 3, rand() * 6 - 3, status[1 + i % 4]
            print pad("E," c - first + 1 ",,,,d=" each ",r=0,n=0,crc=-,scope=" k ",period=2024-" month, width)
        }
    }' villages
}
stream 1 35 a 0 01 > all.csv
stream 7 1 b 0.1 01 > corrected.csv
records=$(grep -c '^D' all.csv)
echo "$records records, $(wc -c < all.csv) bytes; corrected: $(grep -c '^D' corrected.csv) records, one in a hundred changed"

for run in $(seq "${RUNS:-1}"); do
    db="$server dbname=run$run"
    psql -qX "$server dbname=postgres" -c "create database run$run"
    KP2S_DB=$db
    export KP2S_DB
    "$bin/kp2s-migrate" -q >/dev/null
    "$bin/kp2s-catalog" -q >/dev/null
    printf '\n| run %s | seconds |\n|---|---:|\n' "$run"

    loaded=$(timed "$bin/kp2s-load -q all.csv")
    row "kp2s-load, $records records, peak memory ${loaded#*$tab} KiB" "${loaded%$tab*}"
    from=$(now)
    "$bin/kp2s-review" -q --year 2024 --province 33 >/dev/null 2>&1
    row 'kp2s-review of the year' "$(since "$from")"
    [ "$(sql -c 'select count(*) from dwh.fact_measurement')" = "$records" ]

    refer
    row "psql, binary COPY of the same columns" "$copied"
    row "psql, that and the same keys, and ANALYZE" "$reference"
    row "kp2s-load : psql with keys" "$(echo "${loaded%$tab*} $reference" | awk '{ printf "%.2f", $1 / $2 }')"

    psql -qX "$db" -c checkpoint # what was written until here is not written while this runs
    row 'kp2s-load, the corrected file of one kabupaten' "$(timed "$bin/kp2s-load -q corrected.csv" | cut -f 1)"
    row 'kp2s-load, the same again' "$(timed "$bin/kp2s-load -q corrected.csv" | cut -f 1)"

    for month in $(seq 2 "${MONTHS:-1}"); do
        stream 1 35 a 0 "$(printf '%02d' "$month")" > all.csv
        row "kp2s-load, month $month of the year that is there" "$(timed "$bin/kp2s-load -q all.csv" | cut -f 1)"
    done
    from=$(now)
    "$bin/kp2s-review" -q --year 2024 --province 33 >/dev/null 2>&1
    row 'kp2s-review of the year' "$(since "$from")"
    row 'measurements' "$(sql -c 'select count(*) from dwh.fact_measurement')"
    sql -c 'drop role if exists bench_bi' -c 'create role bench_bi login in role kp2s_bi_province' 2>/dev/null
    # each query of the dashboard ten times: its number, milliseconds
    sed '/^-- refused/,$d' "$root/tests/bi/dashboard.sql" |
        awk '/^--/ { n = $2; next } { print "\\echo query " n; for (i = 0; i < 10; i++) print $0 ";" }' > dashboard.sql
    psql -qAtX -v ON_ERROR_STOP=1 "${db%% user=*} user=bench_bi dbname=run$run" -c '\timing on' -f dashboard.sql |
        awk '/^query / { n = $2 } /^Time: / { print n, $2 }' > took
    spread() { # NAME FIRST LAST
        row "queries of $1, milliseconds: half, 95 of 100, most" "$(awk -v a="$2" -v b="$3" '$1 >= a && $1 <= b { print $2 }' took | sort -n |
            awk '{ t[NR] = $1 } END { printf "%.1f, %.1f, %.1f", t[int((NR + 1) / 2)], t[int(NR * 0.95 + 0.5)], t[NR] }')"
    }
    spread marts 1 12
    spread stars 13 20
    psql -qX "$server dbname=postgres" -c "drop database run$run"
done
