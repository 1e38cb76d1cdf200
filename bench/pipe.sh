#!/bin/sh
# How long it takes from one workbook of a million children to published facts, all stations at once, beside a binary COPY of the same
# columns by psql into a bare table on which the same keys are then built, in the same server and the same run.
# usage: pipe.sh
# environment: BUILD (default build), ROWS (default 1000000, at most 1048575), RUNS (default 3: each time on an empty warehouse)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/${BUILD:-build}/bin
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-bench.XXXXXX")
trap '"$root/run/cluster.sh" remove "$work/pg" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$work"
cd "$work"
export KP2S_ETC="$root/etc"
. "$root/bench/warehouse.sh"
serve
"$root/bench/children.sh" "$bin" "${ROWS:-1000000}"
"$bin/kp2s-transform" -q --make-key key
cat > pipe <<SH
set -eu
"$bin/kp2s-extract" -q -l "$root/etc/layouts/dinkes-eppgbm.ini" children.xlsx | "$bin/kp2s-transform" -q --key key | "$bin/kp2s-load" -q -
SH
for run in $(seq "${RUNS:-3}"); do
    db="$server dbname=run$run"
    psql -qX "$server dbname=postgres" -c "create database run$run"
    KP2S_DB=$db
    export KP2S_DB
    "$bin/kp2s-migrate" -q >/dev/null
    "$bin/kp2s-catalog" -q >/dev/null
    printf '\n| run %s, load of the machine %s | seconds |\n|---|---:|\n' "$run" "$(cut -d ' ' -f 1 /proc/loadavg)"
    from=$(now)
    sh pipe >loaded.csv
    piped=$(since "$from")
    row "from the workbook to $(sql -c 'select count(*) from dwh.fact_measurement') published facts" "$piped"
    refer
    row 'psql, binary COPY of the same columns' "$copied"
    row 'psql, that and the same keys, and ANALYZE' "$reference"
    row 'the pipe : psql with keys' "$(echo "$piped $reference" | awk '{ printf "%.2f", $1 / $2 }')"
    psql -qX "$server dbname=postgres" -c "drop database run$run"
done
