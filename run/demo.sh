#!/bin/sh
# The demo: a private PostgreSQL cluster under var/, a sampled Kalimantan Tengah, all stations from fetch to report.
# Run again it says what is already loaded and changes nothing. `make distclean` takes it all away.
# environment: VAR (default var), DEMO_SAMPLE (options of kp2s-sample, default: the whole province)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
var=${VAR:-var}
year=2024
province=62
mkdir -p "$var"
PATH=$root/build/bin:$PATH
export PATH

say() { printf '\n== %s\n' "$*"; }

say "private PostgreSQL cluster in $var/pg"
server=$(run/cluster.sh start "$var/pg")
exists=$(psql -qAtX "$server dbname=postgres" -c "select count(*) from pg_database where datname = 'kp2s'")
[ "$exists" = 1 ] || psql -qX "$server dbname=postgres" -c 'create database kp2s'
KP2S_DB="$server dbname=kp2s"
export KP2S_DB
kp2s-migrate
kp2s-catalog

if [ ! -d "$var/sample/inbox" ]; then
    say "sampling a province's year of agency workbooks into $var/sample"
    rm -rf "$var/sample.new"
    # shellcheck disable=SC2086  # several options
    kp2s-sample --province $province --year $year ${DEMO_SAMPLE:-} -o "$var/sample.new"
    mv "$var/sample.new" "$var/sample"
fi
[ -f "$var/identity.key" ] || kp2s-transform --make-key "$var/identity.key"

say "fetch, extract, transform, load, review, report"
status=0
kp2s-run --inbox "$var/sample/inbox" --archive "$var/archive" --out "$var/out" --key "$var/identity.key" \
    --province $province --year $year --reports xlsx,html,scorecard >"$var/run.csv" || status=$?
awk -F , 'NR > 1 { n[$1]++ } END { for (what in n) printf "%s: %d files\n", what, n[what] }' "$var/run.csv" | sort
[ "$status" = 0 ] || exit "$status"

say "ranking for $year (an example instrument: see etc/instruments/contoh-2024.ini)"
psql -qX "$KP2S_DB" -P pager=off -P footer=off -c "
    select rank as peringkat, region_name as \"kabupaten/kota\", round(score, 2) as nilai
    from bi.review_ranking where performance_year = $year order by rank, region_name"

say "what to look at"
echo "workbook:        $var/out/reviu-$province-$year.xlsx"
echo "page to publish: $var/out/reviu-$province-$year.html"
echo "scorecards:      $var/out/kartu-$province-$year"
echo "inbox, truth:    $var/sample/inbox, $var/sample/truth"
echo "files' outcome:  $var/run.csv"
echo "look further:    psql \"$KP2S_DB\" -c 'select * from bi.coverage limit 10'"
trace=$(psql -qAtX "$KP2S_DB" -c "select trace_id from bi.coverage where state = 'value' order by trace_id limit 1")
echo "trace a figure:  KP2S_DB=\"$KP2S_DB\" build/bin/kp2s-trace --archive $var/archive $trace"
