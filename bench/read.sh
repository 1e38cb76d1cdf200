#!/bin/sh
# Reading one workbook: kp2s-sheet beside the limit (zlib alone unpacking the same parts) and beside xlsx2csv, if
# it is installed. Ratios within one run; the outputs are checked equal before a time is told.
# usage: read.sh [WORKBOOK]   default: the largest workbook of a sample made for it
# environment: BUILD (default build), RUNS (default 3: the best of so many counts)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/${BUILD:-build}/bin
runs=${RUNS:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KP2S_ETC="$root/etc"

file=${1:-}
if [ -z "$file" ]; then
    "$bin/kp2s-sample" -q --province 62 --children 60 -o "$work/sample"
    file=$(find "$work/sample/inbox" -name '*.xlsx' -printf '%s %p\n' | sort -rn | head -1 | cut -d ' ' -f 2-)
fi
cc -O2 -o "$work/limit" "$root/bench/limit.c" -lz

# seconds of the best of $runs runs of a command whose output goes to $work/out
best() {
    i=0 least=
    while [ $i -lt "$runs" ]; do
        before=$(date +%s%N)
        "$@" >"$work/out" 2>/dev/null
        took=$(($(date +%s%N) - before))
        if [ -z "$least" ] || [ $took -lt "$least" ]; then least=$took; fi
        i=$((i + 1))
    done
    awk "BEGIN { printf \"%.3f\", $least / 1e9 }"
}
# CSV in one spelling, so that only the cells are compared: xlsx2csv writes a stored 56 as 56.0 at times, and
# 81.09999999999999 for the number whose shortest text is 81.1
spelled() {
    "$bin/kp2s-sheet" -q "$1" | awk -F , -v OFS=, '
        { for (i = 1; i <= NF; i++) if ($i ~ /^[0-9]+\.[0-9]+$/ && ($i ~ /\.0$/ || length($i) > 14)) $i = sprintf("%.12g", $i); sub(/,*$/, ""); print }'
}
line() { awk "BEGIN { printf \"%-34s %8.3f s %8.2f x kp2s-sheet %8.2f x limit\n\", \"$1\", $2, $2 / $ours, $2 / $limit }"; }

limit=$(i=0; while [ $i -lt "$runs" ]; do "$work/limit" "$file"; i=$((i + 1)); done | sort -n | head -1 | cut -d ' ' -f 1)
ours=$(best "$bin/kp2s-sheet" -q --raw "$file")
spelled "$file" >"$work/ours.csv"
echo "$(basename "$file"): $(wc -c <"$file") bytes packed, $("$work/limit" "$file" | cut -d ' ' -f 2) unpacked, $(wc -l <"$work/ours.csv") rows"
line 'zlib alone (limit)' "$limit"
line 'kp2s-sheet' "$ours"
if ! command -v xlsx2csv >/dev/null 2>&1; then
    echo "xlsx2csv is not installed: apt-get install xlsx2csv"
    exit 0
fi
seconds=$(best xlsx2csv -f '%Y-%m-%d' "$file")
cp "$work/out" "$work/peer.csv"
spelled "$work/peer.csv" >"$work/spelled.csv"
if cmp -s "$work/spelled.csv" "$work/ours.csv"; then
    line xlsx2csv "$seconds"
else
    echo "xlsx2csv: another output, no time told; the first difference:"
    diff "$work/spelled.csv" "$work/ours.csv" | head -4 | cut -c 1-150
fi
