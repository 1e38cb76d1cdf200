#!/bin/sh
# Runs all tests: unit tests (build/unit/*) and cases (tests/cases/PROGRAM-topic/).
# A case is a folder with `cmd`, a script run by sh in a fresh copy of the folder, and what it must give: `expout`
# (standard output), `experr` (standard error), `status` (default 0). Cases whose name begins with a program that
# needs a database get an empty one: KP2S_DB. An empty folder name or a missing cmd is a failure.
# usage: run.sh [--accept] [PATTERN]   only tests whose name matches the shell pattern; --accept writes what cases gave
#        into their expout and experr, to be looked at with git diff before it is believed
# environment: BUILD (default build), KP2S_SHARED (optional: real agency files), JOBS (default 2), KP2S_TEST_SERVER (optional: connection
#        string, without dbname, of a server to test on instead of a private one, as a role that may create databases and roles)
set -u

root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
ACCEPT=
[ "${1:-}" != --accept ] || { ACCEPT=1; shift; }
pattern=${1:-*}
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-tests.XXXXXX")
trap '"$root/run/cluster.sh" remove "$work/pg" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

chmod 755 "$work"
PATH=$BUILD/bin:$PATH
KP2S_ETC=$root/etc
KP2S_TESTS=$root/tests
LC_ALL=C.UTF-8
TZ=UTC
LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
export ACCEPT PATH BUILD KP2S_ETC KP2S_TESTS LC_ALL TZ LSAN_OPTIONS
unset KP2S_DB KP2S_KEY KP2S_ARCHIVE KP2S_SITE

mkdir "$work/results"
if [ -n "${KP2S_TEST_SERVER:-}" ]; then
    conninfo=$KP2S_TEST_SERVER
else
    conninfo=$("$root/run/cluster.sh" start "$work/pg" fast) || { echo "cannot start a private PostgreSQL cluster" >&2; exit 1; }
fi
export conninfo

cat > "$work/one.sh" <<'EOF'
# runs one test: $1 kind, $2 path, $3 work folder; leaves results/NAME with pass or fail and what was seen
kind=$1 path=$2 work=$3
name=$(basename "$path")
result=$work/results/$kind-$name
if [ "$kind" = unit ]; then
    if "$path" --short-filename >"$result.log" 2>&1; then echo pass >"$result"; else echo fail >"$result"; fi
    exit 0
fi
copy=$work/case-$name
mkdir "$copy" && cp -R "$path/." "$copy/"
cd "$copy" || exit 1
case $name in
migrate-* | verify-* | catalog-* | load-* | publish-* | person-* | history-* | trace-* | review-* | edition-* | check-* | report-* | run-* | rekey-* | retoken-* | demo-* | template-load*)
    database=kp2s_test_$(printf %s "$name" | tr -c 'a-z0-9' _)
    PGOPTIONS="-c client_min_messages=warning" psql -qX "$conninfo dbname=postgres" -c "drop database if exists $database" >"$result.log" 2>&1
    psql -qX "$conninfo dbname=postgres" -c "create database $database" >>"$result.log" 2>&1
    KP2S_DB="$conninfo dbname=$database"
    export KP2S_DB
    ;;
esac
expected=0
[ ! -f status ] || expected=$(cat status)
timeout 300 sh ./cmd >stdout.seen 2>stderr.seen </dev/null
status=$?
[ -z "${KP2S_TEST_SERVER:-}" ] || [ -z "${KP2S_DB:-}" ] || psql -qX "$conninfo dbname=postgres" -c "drop database $database" >>"$result.log" 2>&1
verdict=pass
for kind in out err; do
    if [ -n "$ACCEPT" ] && [ -f "exp$kind" ] && [ "$status" = "$expected" ]; then
        cp "std$kind.seen" "exp$kind"
        cp "std$kind.seen" "$path/exp$kind"
    fi
done
{
    [ "$status" = "$expected" ] || { verdict=fail; echo "status $status, expected $expected"; }
    if [ -f expout ]; then diff -u expout stdout.seen || verdict=fail; fi
    if [ -f experr ]; then diff -u experr stderr.seen || verdict=fail; fi
    [ -f cmd ] || { verdict=fail; echo "no cmd"; }
    [ $verdict = pass ] || { echo "--- stderr:"; tail -20 stderr.seen; [ -f expout ] || { echo "--- stdout:"; tail -20 stdout.seen; }; }
} >>"$result.log" 2>&1
echo $verdict >"$result"
rm -rf "$copy"
EOF

# shellcheck disable=SC2016  # $0 $1 $2 are the inner shell's
{
    for test in "$BUILD"/unit/*; do
        case $test in *.d) continue ;; esac
        # shellcheck disable=SC2254  # the pattern is meant as one
        case $(basename "$test") in $pattern) [ ! -x "$test" ] || echo "unit $test" ;; esac
    done
    for test in "$root"/tests/cases/*/; do
        # shellcheck disable=SC2254
        case $(basename "$test") in $pattern) [ ! -d "$test" ] || echo "case ${test%/}" ;; esac
    done
} | xargs -r -P "${JOBS:-2}" -L 1 sh -c 'sh "$0/one.sh" "$1" "$2" "$0"' "$work"

passed=0 failed=0
for result in "$work"/results/*; do
    case $result in *.log | *'*') continue ;; esac
    if [ "$(cat "$result")" = pass ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $(basename "$result")"
        sed 's/^/    /' "$result.log" | head -60
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
