#!/bin/sh
# How fast kp2s-sheet reads, beside what unpacking or passing over the same bytes costs, and beside other readers.
# All figures of a table come from one run, the commands taking turns; a time is told only of a command whose output
# was compared cell by cell and found equal. Files are invented by make.c. Output of timed commands goes to /dev/null.
# Where the machine is busy with other things (spread tells), processor time is the steadier measure of one thread.
# usage: read.sh [shared|inline|csv|gz|small|xls|ods]…   default: all of them, ten minutes on two quiet cores
# environment: BUILD (default build), RUNS (default 5: the best of so many counts), DATA (a folder to keep the invented
# files in, 1 GB; default: made anew each time), PEERS (default "xlsx2csv ssconvert openpyxl freexl xls2csv python-csv";
# also sheetjs, which npm installs for the run; "" for none), TMPDIR (where 3 GB are needed for a while)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$root/bench
sheet=$root/${BUILD:-build}/bin/kp2s-sheet
runs=${RUNS:-5}
peers=${PEERS-xlsx2csv ssconvert openpyxl freexl xls2csv python-csv}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
data=${DATA:-$work/data}
mkdir -p "$data"
data=$(cd "$data" && pwd)
status=0
tab=$(printf '\t')

[ -x "$sheet" ] || { echo "read.sh: no $sheet: run make" >&2; exit 1; }
isal=
if pkg-config --exists libisal 2>/dev/null; then isal=yes; fi
for program in race same; do cc -O2 -D_GNU_SOURCE -o "$work/$program" "$bench/$program.c"; done
cc -O2 -D_GNU_SOURCE -o "$work/make" "$bench/make.c" "$bench/table.c" "$bench/listed.c" "$bench/pack.c" -lz
cc -O3 ${isal:+-DKP2S_ISAL} -o "$work/limit" "$bench/limit.c" -lz ${isal:+-lisal}
cc -O2 -o "$work/freexl" "$bench/freexl.c" -lfreexl 2>/dev/null || true
limit=$work/limit

# --- the files ---

# made NAME COMMAND…: once for a data folder
made() {
    name=$1
    shift
    [ -e "$data/.made-$name" ] && return
    echo "read.sh: making $name" >&2
    "$@" && : >"$data/.made-$name"
}
balita() { made "$1" "$work/make" balita "$2" "$data/$1"; }
old_workbook() { # by gnumeric, for libxlsxwriter and make.c write none
    balita balita60k 60000
    made xls ssconvert "$data/balita60k.xlsx" "$data/balita60k.xls" >"$work/log" 2>&1
}
# as LibreOffice saves it, which is what agencies send
open_document() {
    balita balita60k 60000
    made ods soffice --headless "-env:UserInstallation=file://$work/office" --convert-to ods --outdir "$data" \
        "$data/balita60k.xlsx" >"$work/log" 2>&1 && [ -s "$data/balita60k.ods" ]
}
# what kp2s-sheet ought to print for several files
several() {
    between=
    for file; do
        printf "$between"'==> %s <==\n' "$file"
        cat "${file%.xlsx}.csv"
        between='\n'
    done
}

# --- races ---

# entry NAME WANTED COMMAND: a line for race.c. WANTED is the target, "<= 1.1 x OTHER NAME", ">= 400 MB/s", "< 1 ms" a file
# or "< 200 MiB" at the peak; several with ";" between
entry() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/entries"; }

# begin TITLE EXPECTED FILE…: says what is read, and compares our output
begin() {
    : >"$work/entries"
    expected=$2
    printf '\n== %s\n' "$1"
    shift 2
    if "$sheet" -q "$@" >"$work/out" 2>"$work/err" && cmp -s "$work/out" "$expected"; then
        printf 'packed %.1f MB; CSV of %.1f MB, as expected to the byte\n' "$(cat "$@" | wc -c)e-6" "$(wc -c <"$expected")e-6"
        rm "$work/out"
        return
    fi
    echo "kp2s-sheet: another output than expected, no time told; the first difference:"
    head -2 "$work/err"
    "$work/same" "$expected" "$work/out" || true
    status=1
    return 1
}

# table BYTES FILES <RESULTS: the first row is what the others are set beside; BYTES read (0: no MB/s told)
table() {
    awk -F '\t' -v bytes="$1" -v files="$2" '
        function value(unit, i, seconds, base) {
            return unit == "x" ? seconds / base : unit == "ms" ? seconds * 1000 / files : \
                unit == "MB/s" ? bytes / 1e6 / seconds : peak[i] / 1024
        }
        function judge(i, want,    w, to, v, ok) {
            split(want, w, " ")
            to = w[3] == "x" ? substr(want, index(want, " x ") + 3) : names[i]
            if (!(to in row)) { print "target: " names[i] " " want ": nothing to judge it by"; return }
            v = value(w[3], i, best[i], best[row[to]])
            ok = w[1] == ">=" ? v >= w[2] : w[1] == "<=" ? v <= w[2] : v < w[2]
            printf "target: %s %s%s: %.2f %s", names[i], want, (w[3] == "ms" ? " a file" : ""), v, (ok ? "PASS" : "over")
            if (w[3] != "MiB") printf " (by processor time %.2f)", value(w[3], i, cpu[i], cpu[row[to]])
            print ""
        }
        $3 == "-" { print $1 ": failed"; next }
        { names[++n] = $1; row[$1] = n; wanted[n] = $2; best[n] = $3; cpu[n] = $4; worst[n] = $5; peak[n] = $6 }
        END {
            if (!n) exit
            printf "%-34s %9s %9s %7s%s%s %9s %7s\n", "ratio is to the first line", "seconds", "processor", "ratio", (bytes ? "      MB/s" : ""), \
                (files > 1 ? " ms a file" : ""), "peak MiB", "spread"
            for (i = 1; i <= n; i++) {
                s = best[i]
                printf "%-34s %9.3f %9.3f %7.2f", names[i], s, cpu[i], s / best[1]
                if (bytes) printf " %9.0f", bytes / 1e6 / s
                if (files > 1) printf " %9.2f", s * 1000 / files
                printf " %9.1f %7s\n", peak[i] / 1024, (worst[i] > s ? sprintf("%.0f%%", (worst[i] / s - 1) * 100) : "once")
            }
            for (i = 1; i <= n; i++)
                for (m = 1; m <= split(wanted[i], want, " *; *"); m++) judge(i, want[m])
        }'
}

# unpackers FILES: the limits of packed files
unpackers() {
    entry 'zlib alone' '' "exec taskset -c 0 $limit zlib $1"
    if [ -n "$isal" ]; then entry 'isa-l alone' '' "exec taskset -c 0 $limit isal $1"; fi
}
# ours FILES WANTED-OF-ONE-CORE WANTED-OF-TWO
ours() {
    entry 'kp2s-sheet, 1 core' "$2" "exec taskset -c 0 $sheet -q $1"
    entry 'kp2s-sheet, 2 cores' "$3" "exec taskset -c 0,1 $sheet -q $1"
}

# --- other readers ---

python=python3
python3 -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3

# peer NAME FORMAT FILES: the command that prints the files' first sheets; nothing if it does not read the format
peer() {
    case $1/$2 in
    xlsx2csv/xlsx) echo "for f in $3; do xlsx2csv \$f || exit; done" ;;
    ssconvert/xlsx | ssconvert/xls | ssconvert/ods) echo "for f in $3; do ssconvert -T Gnumeric_stf:stf_csv \$f fd://1 || exit; done" ;;
    openpyxl/xlsx) echo "exec $python $bench/peer-openpyxl.py $3" ;;
    sheetjs/xlsx | sheetjs/xls | sheetjs/ods) echo "NODE_PATH=$work/npm/node_modules exec node --max-old-space-size=8192 $bench/peer-sheetjs.js $3" ;;
    freexl/xls) echo "exec $work/freexl $3" ;;
    xls2csv/xls) echo "exec xls2csv -q0 -f %Y-%m-%d $3" ;;
    python-csv/csv) echo "exec python3 -c 'import csv, sys; csv.writer(sys.stdout, lineterminator=chr(10)).writerows(csv.reader(sys.stdin))' <$3" ;;
    esac
}
# there NAME: whether a peer can be run; else which package has it
there() {
    case $1 in
    xlsx2csv) command -v xlsx2csv >/dev/null || { echo "xlsx2csv is not there: apt-get install xlsx2csv"; false; } ;;
    ssconvert) command -v ssconvert >/dev/null || { echo "ssconvert is not there: apt-get install gnumeric"; false; } ;;
    openpyxl) "$python" -c 'import openpyxl' 2>/dev/null || { echo "openpyxl is not there: apt-get install python3-openpyxl"; false; } ;;
    sheetjs) [ -d "$work/npm/node_modules/xlsx" ] || npm install --silent --prefix "$work/npm" xlsx >/dev/null 2>&1 ||
        { echo "SheetJS is not there: npm install xlsx, which needs node and npm"; false; } ;;
    freexl) [ -x "$work/freexl" ] || { echo "FreeXL is not there: apt-get install libfreexl-dev"; false; } ;;
    xls2csv) command -v xls2csv >/dev/null || { echo "xls2csv is not there: apt-get install catdoc"; false; } ;;
    python-csv) command -v python3 >/dev/null || { echo "python3 is not there: apt-get install python3"; false; } ;;
    esac
}

# others TITLE FORMAT EXPECTED FILES: each peer once, kept and compared; all cores are theirs
others() {
    [ -n "$peers" ] || return 0
    : >"$work/entries"
    for p in $peers; do
        command=$(peer "$p" "$2" "$4")
        if [ -n "$command" ] && there "$p"; then entry "$p" '' "{ $command; } >$work/out.$p 2>$work/err.$p"; fi
    done
    [ -s "$work/entries" ] || return 0
    printf -- '-- others: %s\n' "$1"
    { printf 'kp2s-sheet\t\texec %s -q %s >%s\n' "$sheet" "$4" "$work/out.ours"; cat "$work/entries"; } | "$work/race" 1 >"$work/results"
    while IFS=$tab read -r p rest; do
        if [ "$p" = kp2s-sheet ]; then
            printf '%s\t\t%s\n' "$p" "$rest" >"$work/equal"
        elif said=$("$work/same" "$3" "$work/out.$p"); then
            echo "$p: $said"
            printf '%s\t\t%s\n' "$p" "$rest" >>"$work/equal"
        else
            echo "$p: another output, no time told: $said"
        fi
    done <"$work/results"
    table 0 "$(echo "$4" | wc -w)" <"$work/equal"
    rm -f "$work"/out.*
}

# --- workloads ---

run_shared() {
    balita balita1m 1000000
    begin '1,000,000 x 20 .xlsx, shared strings' "$data/balita1m.csv" "$data/balita1m.xlsx" || return 0
    "$limit" unpack "$data/balita1m.xlsx" >"$work/xml"
    unpackers "$data/balita1m.xlsx"
    entry 'a scan of the XML' '' "exec taskset -c 0 $limit scan $work/xml"
    ours "$data/balita1m.xlsx" '<= 1.10 x zlib alone' '<= 0.80 x zlib alone; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$work/xml")" 1
    rm "$work/xml"
    balita balita100k 100000
    others '100,000 x 20 .xlsx, shared strings' xlsx "$data/balita100k.csv" "$data/balita100k.xlsx"
}

run_inline() {
    balita balita1m 1000000
    begin '1,000,000 x 20 .xlsx, inline strings' "$data/balita1m.csv" "$data/balita1m_inline.xlsx" || return 0
    "$limit" unpack "$data/balita1m_inline.xlsx" >"$work/xml"
    unpackers "$data/balita1m_inline.xlsx"
    entry 'a scan of the XML' '' "exec taskset -c 0 $limit scan $work/xml"
    entry 'the shared form, 1 core' '' "exec taskset -c 0 $sheet -q $data/balita1m.xlsx"
    entry 'the shared form, 2 cores' '' "exec taskset -c 0,1 $sheet -q $data/balita1m.xlsx"
    ours "$data/balita1m_inline.xlsx" '<= 1.50 x the shared form, 1 core' '<= 1.50 x the shared form, 2 cores; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$work/xml")" 1
    rm "$work/xml"
    balita balita100k 100000
    others '100,000 x 20 .xlsx, inline strings' xlsx "$data/balita100k.csv" "$data/balita100k_inline.xlsx"
}

run_csv() {
    balita balita1m 1000000
    begin '1,000,000 x 20 .csv' "$data/balita1m.csv" "$data/balita1m.csv" || return 0
    entry 'a scan, as of wc -l' '' "exec taskset -c 0 $limit scan $data/balita1m.csv"
    ours "$data/balita1m.csv" '>= 400 MB/s' '>= 400 MB/s; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$data/balita1m.csv")" 1
    others '1,000,000 x 20 .csv' csv "$data/balita1m.csv" "$data/balita1m.csv"
}

run_gz() {
    balita balita1m 1000000
    begin '1,000,000 x 20 .csv.gz' "$data/balita1m.csv" "$data/balita1m.csv.gz" || return 0
    unpackers "$data/balita1m.csv.gz"
    entry 'gzip -dc' '' "exec gzip -dc $data/balita1m.csv.gz"
    ours "$data/balita1m.csv.gz" '<= 1.10 x zlib alone' '<= 1.10 x zlib alone; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$data/balita1m.csv")" 1
}

run_small() {
    made small "$work/make" recap 2000 "$data/small"
    several "$data"/small/*.xlsx >"$work/several.csv"
    begin '2,000 workbooks of 300 x 30 in one call' "$work/several.csv" "$data"/small/*.xlsx || return 0
    unpackers "$data/small/*.xlsx"
    ours "$data/small/*.xlsx" '< 1 ms' '< 1 ms; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table 0 2000
    files=$(echo "$data"/small/opd_00[12]?.xlsx)
    cat "$data"/small/opd_00[12]?.csv >"$work/twenty.csv"
    others '20 workbooks of 300 x 30; xlsx2csv and ssconvert take one a call' xlsx "$work/twenty.csv" "$files"
}

run_xls() {
    old_workbook || { echo "no .xls is made: ssconvert is not there or failed: apt-get install gnumeric"; return 0; }
    begin '60,000 x 20 .xls' "$data/balita60k.csv" "$data/balita60k.xls" || return 0
    if there freexl; then
        if said=$("$work/freexl" "$data/balita60k.xls" >"$work/out" && "$work/same" "$data/balita60k.csv" "$work/out"); then
            entry 'FreeXL' '' "exec taskset -c 0 $work/freexl $data/balita60k.xls"
        else
            echo "FreeXL: another output, no time told: $said"
        fi
    fi
    entry 'a scan of the file' '' "exec taskset -c 0 $limit scan $data/balita60k.xls"
    ours "$data/balita60k.xls" '<= 1.00 x FreeXL' '<= 1.00 x FreeXL; < 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$data/balita60k.xls")" 1
    others '60,000 x 20 .xls' xls "$data/balita60k.csv" "$data/balita60k.xls"
}

run_ods() {
    open_document || { echo "no .ods is made: LibreOffice is not there or failed: apt-get install libreoffice-calc-nogui"; return 0; }
    begin '60,000 x 20 .ods' "$data/balita60k.csv" "$data/balita60k.ods" || return 0
    "$limit" unpack "$data/balita60k.ods" >"$work/xml"
    unpackers "$data/balita60k.ods"
    entry 'a scan of the XML' '' "exec taskset -c 0 $limit scan $work/xml"
    ours "$data/balita60k.ods" '' '< 200 MiB'
    "$work/race" "$runs" <"$work/entries" | table "$(wc -c <"$work/xml")" 1
    rm "$work/xml"
    others '60,000 x 20 .ods' ods "$data/balita60k.csv" "$data/balita60k.ods"
}

[ $# -gt 0 ] || set -- shared inline csv gz small xls ods
for workload; do
    case $workload in
    shared | inline | csv | gz | small | xls | ods) ;;
    *) echo "usage: read.sh [shared|inline|csv|gz|small|xls|ods]…" >&2; exit 2 ;;
    esac
done
for p in $peers; do
    case $p in
    xlsx2csv | ssconvert | openpyxl | freexl | xls2csv | python-csv | sheetjs) ;;
    *) echo "read.sh: PEERS names '$p', which is none of xlsx2csv ssconvert openpyxl freexl xls2csv python-csv sheetjs" >&2; exit 2 ;;
    esac
done
echo "$("$sheet" --version | head -1), $(git -C "$root" describe --always --dirty 2>/dev/null || echo 'no commit known')," \
    "$(if ldd "$sheet" 2>/dev/null | grep -q isal; then echo 'with ISA-L'; else echo 'with zlib'; fi), $(nproc) cores;" \
    "the best of $runs runs in turn; load of the machine before: $(cut -d ' ' -f 1 /proc/loadavg)"
for workload; do
    case $workload in
    shared) run_shared ;;
    inline) run_inline ;;
    csv) run_csv ;;
    gz) run_gz ;;
    small) run_small ;;
    xls) run_xls ;;
    ods) run_ods ;;
    esac
done
exit $status
