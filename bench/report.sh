#!/bin/sh
# How long all workbooks of a year take of a province as large as there is (province.sh): the province workbook, and for each of its
# kabupaten/kota the scorecard and the tables of Aksi 8. Beside it the same cells written by libxlsxwriter from memory, with
# nothing before it (plain.c), and what compressing their parts costs at least (deflate.c).
# Seconds on the clock are of as many processes as there are processors; processor seconds leave out the server's, which stand apart.
# usage: report.sh
# environment: see province.sh
# shellcheck disable=SC2154  # province.sh sets them
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/province.sh"
cc -O2 -D_GNU_SOURCE -o "$work/race" "$root/bench/race.c"
cc -O2 -o "$work/plain" "$root/bench/plain.c" -lxlsxwriter
cc -O2 -o "$work/deflate" "$root/bench/deflate.c" -lz
# nothing else works in the server meanwhile; so the planner knows nothing of what the review has written, as right after it
sql 'alter system set autovacuum = off'
sql 'select pg_reload_conf()' >"$work/reloaded"
"$bin/kp2s-review" -q --year 2024 --province $province -o "$work/ranking"
mkdir "$work/out"
cd "$work/out"
cat >"$work/all" <<SH
"$bin/kp2s-report" -q --year 2024 -o provinsi.xlsx &&
"$bin/kp2s-report" -q scorecard --year 2024 -o kartu &&
"$bin/kp2s-report" -q aksi8 --etc "$root/etc" --year 2024 -o aksi8
SH
sleep 1 # until the backend of the review is gone
before=$(spent)
printf 'kp2s-report\t-\tsh %s\n' "$work/all" | "$work/race" "$runs" >"$work/times"
sleep 1
theirs=$(echo "$(spent) $before $runs" | awk '{ printf "%.1f", ($1 - $2) / $3 }')
cut -f 3-6 "$work/times" | awk -v server="$theirs" '{ printf "all workbooks: %.1f to %.1f s, processor %.1f s, of the server %.1f s; largest process %.0f MiB\n", $1, $3, $2, server, $4 / 1024 }'
echo "$(find . -name '*.xlsx' | wc -l) workbooks, $(cat ./*.xlsx ./*/*.xlsx | wc -c | awk '{ printf "%.1f", $1 / 1048576 }') MiB"
ours=$(cut -f 4 "$work/times")

for file in ./*.xlsx ./*/*.xlsx; do
    "$bin/kp2s-sheet" -q --list "$file" | wc -l >"$work/sheets"
    cells=
    for sheet in $(seq "$(($(cat "$work/sheets") - 1))"); do
        "$bin/kp2s-sheet" -q --sheet "$sheet" --types -o "$file.$sheet.cells" "$file"
        cells="$cells $file.$sheet.cells"
    done
    # shellcheck disable=SC2086  # several files
    for _ in $(seq "$runs"); do "$work/plain" "$work/plain.xlsx" $cells; done | sort -n | head -1
done | awk -v ours="$ours" '{ seconds += $1; cells += $2 } END { printf "the same %d cells by plain libxlsxwriter: processor %.1f s; ratio %.2f\n", cells, seconds, ours / seconds }'
for file in ./*.xlsx ./*/*.xlsx; do
    mkdir "$work/parts"
    unzip -q "$file" -d "$work/parts"
    find "$work/parts" -type f -exec "$work/deflate" {} +
    rm -r "$work/parts"
done | awk -v ours="$ours" '{ seconds += $1; bytes += $2 } END { printf "their %.0f MiB of XML deflated by zlib: processor %.1f s; ratio %.2f\n", bytes / 1048576, seconds, ours / seconds }'
