#!/bin/sh
# Loads at the same time: twenty kabupaten/kota, each by a loader of its own, and two more loaders on one of their files,
# in rounds of corrections, while readers sum up what is there. A reader must never see a part of a submission, each
# loader must get through, and in the end the last round alone holds, with every round before it in the history.
# usage: concurrent.sh [ROUNDS]   default 10
# environment: BUILD (default build), KP2S_DB: a database to be used, empty; default: one in a private cluster
set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
rounds=${1:-10} regencies=20 villages=30
fixtures=$root/tests/fixtures/load
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-concurrent.XXXXXX")
trap '[ ! -d "$work/pg" ] || "$root/run/cluster.sh" remove "$work/pg"; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
chmod 755 "$work"
cd "$work" || exit 1

if [ -z "${KP2S_DB:-}" ]; then
    server=$("$root/run/cluster.sh" start "$work/pg" fast) || exit 75
    psql -qX "$server dbname=postgres" -c 'create database concurrent' || exit 75
    KP2S_DB="$server dbname=concurrent"
    export KP2S_DB
fi
q() { psql -qAtX -F ' ' -v ON_ERROR_STOP=1 "$KP2S_DB" -c "$1"; }
loader() { "$BUILD/bin/kp2s-load" -q --wait 300 "$@"; }

# a register of invented kabupaten 62.51 to 62.70, of one kecamatan each
cp -R "$fixtures/etc" etc
awk -v regencies=$regencies -v villages=$villages 'BEGIN {
    for (i = 51; i < 51 + regencies; i++) {
        printf "62.%d,Kabupaten %d,2018-01-01,,invented\n62.%d.01,Kecamatan %d,2018-01-01,,invented\n", i, i, i, i
        for (v = 1; v <= villages; v++)
            printf "62.%d.01.%d,Desa %d,2018-01-01,,invented\n", i, 2000 + v, v
    }
}' >> etc/catalogue/regions.csv
"$BUILD/bin/kp2s-migrate" -q >/dev/null && "$BUILD/bin/kp2s-catalog" -q --etc etc >/dev/null || exit 99

# round r of a kabupaten: every numerator is r, so that two numerators are two submissions
for round in $(seq "$rounds"); do
    for regency in $(seq 51 $((50 + regencies))); do
        awk -v k="$regency" -v r="$round" -v villages=$villages 'BEGIN {
            print "source coverage k" k ".xlsx k" k "r" r " f1 62." k " 2024"
            for (v = 1; v <= villages; v++)
                print "d " v " indicator=E10 region=62." k ".01." 2000 + v " period=2024 state=value numerator=" r " denominator=100"
        }' | awk -f "$fixtures/stream.awk" > "$regency.$round.csv"
    done
done

# readers: in one statement all facts, of each kabupaten how many there are and the least and the greatest numerator
for reader in 1 2 3; do
    while [ ! -e over ]; do
        echo "select left(r.code, 5), count(*), min(f.numerator), max(f.numerator) from dwh.fact_coverage f
            join dwh.dim_region r using (region_key) group by 1;"
        sleep 0.02
    done | psql -qAtX -F ' ' "$KP2S_DB" > "seen.$reader" &
done

for round in $(seq "$rounds"); do
    loaders=
    for regency in $(seq 51 $((50 + regencies))) 51 51; do
        loader "$regency.$round.csv" >> "told.$round" 2>> messages &
        loaders="$loaders $!"
    done
    for pid in $loaders; do
        wait "$pid" || echo "loader of round $round: status $?" >> failed
    done
done
: > over
wait

result=0
wrong() {
    result=1
    echo "WRONG: $1"
}
[ ! -e failed ] || wrong "$(cat failed messages)"
looks=$(cat seen.? | wc -l)
halves=$(awk -v n=$villages '$2 != n || $3 != $4' seen.? | wc -l)
# the fewest sums that a test needs to have looked at anything at all
[ "$looks" -gt 100 ] || wrong "the readers saw only $looks sums"
[ "$halves" = 0 ] || wrong "$halves half-published sums were seen"
[ "$(awk '{ print $1, $3 }' seen.1 seen.2 seen.3 | sort -u | wc -l)" -gt "$regencies" ] || wrong 'the readers saw one round alone'
loaded=$(cat told.* | grep -c '^loaded,')
already=$(cat told.* | grep -c '^already,')
[ "$loaded" = $((regencies * rounds)) ] && [ "$already" = $((2 * rounds)) ] || wrong "$loaded loaded, $already already"
[ "$(q "select count(*), count(distinct region_key), min(numerator), max(numerator) from dwh.fact_coverage")" = \
    "$((regencies * villages)) $((regencies * villages)) $rounds $rounds" ] || wrong 'the last round does not hold'
[ "$(q 'select count(*) from dwh.fact_coverage_history')" = $((regencies * villages * (rounds - 1))) ] || wrong 'the history is not whole'
[ "$(q 'select deadlocks from pg_stat_database where datname = current_database()')" = 0 ] || wrong 'there were deadlocks'
[ "$(q "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")" = 0 ] || wrong 'locks are left'
echo "$rounds rounds of $((regencies + 2)) loaders: $loaded loaded, $already already"
[ $result = 0 ] || echo "$looks sums seen"
exit $result
