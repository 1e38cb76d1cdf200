#!/bin/sh
# Runs the fuzz targets that `make fuzz` built: each first on what is kept of it (tests/fuzz/corpus/TARGET), then so many
# seconds on inputs made from that. What is found new goes to BUILD/corpus/TARGET and is used by the next run.
# An input that breaks a promise is left in BUILD/found/TARGET-…; give it to BUILD/TARGET to see it again.
# usage: run.sh BUILD SECONDS [TARGET]   seconds 0: only what is kept
#        run.sh --keep BUILD [TARGET]    takes into the kept corpus what new inputs reach more than it does
set -u
cd "$(dirname "$0")/../.." || exit 1
keep=
[ "$1" != --keep ] || { keep=1; shift; }
build=$1 seconds=${2:-0}
[ -z "$keep" ] || { seconds=0; set -- "$build" 0 "${2:-}"; }
only=${3:-}

# the largest input that pays
options() {
    case $1 in
    book-number | transform-words) most=120 ;;
    extract-layout) most=2048 ;;
    book-ole) most=16384 ;;
    *) most=4096 ;;
    esac
    echo "-max_len=$most -timeout=10 -rss_limit_mb=512"
    [ ! -f "tests/fuzz/$1.dict" ] || echo "-dict=tests/fuzz/$1.dict"
}

# what libFuzzer's last line says
seen='s/^#\([0-9]*\).*cov: \([0-9]*\).*corp: \([0-9]*\).*exec.s: \([0-9]*\).*/\1 runs, \4 a second, \2 edges, \3 inputs/p
    s/^MERGE-OUTER: \(.* new files\).*/\1/p'
mkdir -p "$build/found"
passed=0 failed=0
for source in tests/fuzz/*-*.c; do
    target=$(basename "$source" .c)
    [ -z "$only" ] || [ "$only" = "$target" ] || continue
    kept=tests/fuzz/corpus/$target new=$build/corpus/$target
    mkdir -p "$kept" "$new"
    log=$build/found/$target.log
    common="-artifact_prefix=$build/found/$target- $(options "$target")"
    # shellcheck disable=SC2086  # one word for each option
    if [ -n "$keep" ]; then
        "$build/$target" $common -use_counters=0 -merge=1 "$kept" "$new" >"$log" 2>&1 # of many that do the same, one
    elif "$build/$target" $common -runs=0 "$kept" >"$log" 2>&1; then
        [ "$seconds" = 0 ] || "$build/$target" $common -max_total_time="$seconds" -print_final_stats=1 "$new" "$kept" \
            >"$log" 2>&1
    else
        false
    fi
    if [ $? = 0 ]; then
        passed=$((passed + 1))
        echo "$target: $(sed -n "$seen" "$log" | tail -1)"
    else
        failed=$((failed + 1))
        tail -40 "$log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
