#!/bin/sh
# Kills kp2s-load at every point of a load of all kinds and at random times, stops its server at once, drops the
# replies to its COMMITs and cuts its connection at every message. Each time the warehouse must then hold what the
# sources up to one of them give, no more and no less (those of a new month or year come together), with every source that was reported; and the load run again must
# give what an undisturbed one gives.
# usage: torture.sh [SHARE]   SHARE: one of so many trials is made, for CI; default 1, all of them
# environment: BUILD (default build), SEED (default 1)
set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
share=${1:-1} seed=${SEED:-1}
fixtures=$root/tests/fixtures/load
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-torture.XXXXXX")
trap '"$root/run/cluster.sh" remove "$work/pg" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
unset KP2S_DB
chmod 755 "$work"
cd "$work" || exit 1

start() { server=$("$root/run/cluster.sh" start "$work/pg") || exit 75; }
socket() { printf %s "$server" | sed 's/^host=\([^ ]*\).*/\1/'; }
admin() { psql -qAtX -v ON_ERROR_STOP=1 "$server dbname=postgres" -c "$1"; }
digest() { psql -qAtX -v ON_ERROR_STOP=1 "$server dbname=$1" -f "$fixtures/digest.sql"; }
loader() { "$BUILD/faults/bin/kp2s-load" -q "$@"; }
# A warehouse as it was before. (Copied by way of the WAL, a sequence may fall back when the server is stopped at once.)
renew() {
    admin 'drop database if exists trial' 2>/dev/null && admin 'create database trial template before strategy file_copy'
}
settle() { # until no session is left that a killed client began
    while [ "$(admin "select count(*) from pg_stat_activity where datname = 'trial'")" != 0 ]; do sleep 0.02; done
}

start
# the machine itself does not fail here, and what the server told the system to write is written: only that is quicker
admin 'alter system set fsync = off' && admin 'select pg_reload_conf()' >/dev/null && admin 'create database before'
for stream in before after; do awk -f "$fixtures/stream.awk" "$fixtures/torture.$stream" > $stream.csv; done
{
    "$BUILD/bin/kp2s-migrate" -q --db "$server dbname=before" && "$BUILD/bin/kp2s-catalog" -q --db "$server dbname=before" --etc "$fixtures/etc" &&
        loader --db "$server dbname=before" before.csv
} >/dev/null || exit 99

# what the warehouse holds after none, one, two … of the sources: line N + 1 of expected
sources=$(grep -c '^E,' after.csv)
renew && digest trial > expected
for n in $(seq "$sources"); do
    awk -v n="$n" -F , '{ print } $1 == "E" && --n == 0 { exit }' after.csv > first.csv
    loader --db "$server dbname=trial" first.csv >/dev/null 2>&1 || exit 99 # sources of before are told of as such
    digest trial >> expected
done
whole=$(tail -1 expected)
[ "$(sort -u expected | wc -l)" = $((sources + 1)) ] || { echo "torture.sh: sources that change nothing" >&2; exit 99; }

trials=0 faults=0
wrong() {
    faults=$((faults + 1))
    echo "WRONG: $1: $2"
}
# $1 what was done, $2 how the loader ended: looks at what is there, then loads again
judge() {
    settle
    trials=$((trials + 1))
    reported=$(grep -c '^loaded,' reported)
    [ "$2" != 0 ] || [ "$reported" = "$sources" ] || wrong "$1" "ended well with $reported of $sources sources"
    there=$(grep -nxF "$(digest trial)" expected | cut -d : -f 1)
    if [ -z "$there" ]; then
        wrong "$1" "the warehouse holds what no number of sources gives"
    elif [ "$there" -le "$reported" ]; then
        wrong "$1" "$reported sources were reported, $((there - 1)) are there"
    fi
    loader --db "$server dbname=trial" after.csv >/dev/null 2>again || wrong "$1" "again: $(cat again)"
    [ "$(digest trial)" = "$whole" ] || wrong "$1" "loaded again, it is not what an undisturbed load gives"
}
tell() { printf '%-52s %s trials\n' "$1" "$((trials - before))"; }
chosen() { [ "$1" = 1 ] || [ $(($1 % share)) = 0 ]; }

# --- killed at every point that the loader passes
before=$trials
renew
KP2S_FAULT_LOG=points.log "$BUILD/faults/bin/kp2s-load" -q --db "$server dbname=trial" after.csv >/dev/null || exit 99
points=$(wc -l < points.log)
for n in $(seq "$points"); do
    chosen "$n" || continue
    renew
    KP2S_FAULT=$n "$BUILD/faults/bin/kp2s-load" -q --db "$server dbname=trial" after.csv > reported 2>/dev/null
    status=$?
    [ $status = 137 ] || wrong "point $n" "ended with $status, not killed"
    judge "killed at point $(sed -n "${n}p" points.log)" $status
done
tell "killed at one of $points points"

# --- killed at a random time of its run
before=$trials
renew
from=$(date +%s%N)
loader --db "$server dbname=trial" after.csv >/dev/null
length=$(($(date +%s%N) - from))
moments() { # COUNT: so many random parts of the length of a run, in seconds
    awk -v n="$1" -v seed="$seed" -v length_="$length" 'BEGIN { srand(seed); while (n--) printf "%.4f\n", rand() * length_ / 1e9 }'
}
n=0
for at in $(moments 500); do
    n=$((n + 1))
    chosen "$n" || continue
    renew
    timeout -s KILL "$at" "$BUILD/faults/bin/kp2s-load" -q --db "$server dbname=trial" after.csv > reported 2>/dev/null
    judge "killed after $at s" $?
done 2>/dev/null
tell 'killed at a random time'

# --- the server is stopped at once
before=$trials
n=0
for at in $(moments 50); do
    n=$((n + 1))
    chosen "$n" || continue
    renew
    "$BUILD/faults/bin/kp2s-load" -q --db "$server dbname=trial" after.csv > reported 2>message &
    pid=$!
    sleep "$at"
    "$root/run/cluster.sh" crash "$work/pg"
    wait $pid
    status=$?
    start
    case $status in 0 | 75) ;; *) wrong "server stopped after $at s" "status $status: $(cat message)" ;; esac
    judge "server stopped after $at s" $status
done
tell 'server stopped at once'

# --- the connection is cut off at a COMMIT, before or after the server has it
mkdir relay
cut_off() { # HOW N
    renew
    rm -f relay/.s.PGSQL.5432 listening
    /usr/bin/python3 "$root/tests/pgrelay.py" "$(socket)/.s.PGSQL.5432" "$work/relay" "$1" "$2" > listening 2>relay.err &
    relay=$!
    until [ -s listening ]; do sleep 0.01; done
    "$BUILD/faults/bin/kp2s-load" -q --db "host=$work/relay user=kp2s dbname=trial" after.csv > reported 2>message
    status=$?
    kill $relay 2>/dev/null
    wait $relay 2>/dev/null
    # a first connection that does not come about, with its settings, is told at once
    case "$1 $2 $status" in
    *' 0' | 'message '[12]' 75') ;;
    *) wrong "connection cut: $1 $2" "status $status: $(cat message)" ;;
    esac
    judge "connection cut: $1 $2" $status
}
before=$trials
for n in $(seq 200); do
    chosen "$n" || continue
    case $(((trials - before) % 5)) in 0 | 3 | 4) how=reply ;; 1) how=late ;; *) how=request ;; esac
    cut_off $how $((n % sources + 1))
done
tell 'reply to COMMIT dropped, or COMMIT itself'

before=$trials
for n in $(seq 300); do
    chosen "$n" || continue
    cut_off message "$n"
done
tell 'connection cut at a message'

echo "$trials trials, $faults wrong"
[ $faults = 0 ] && [ $trials -gt 0 ]
