#!/bin/sh
# How fast kp2s-transform is, beside the stations before and behind it on the same rows: the extract of the workbook, and the
# COPY of the records as meant into a table without indexes of a private PostgreSQL. A million invented children of one
# province in one list: 18 fields as found, a token for the child and one for the household, four z-scores each.
# The commands take turns; all on one core. What counts on a busy machine is the processor's time; of the COPY it is
# psql's and the server's. Memory is told of ten times fewer rows too, and of ten lists of these in one stream.
# usage: transform.sh
# environment: BUILD (default build), RUNS (default 5: the best of so many counts), ROWS (default 1000000, at most 1048575),
# TRANSFORM (other builds of kp2s-transform to set beside ours), TMPDIR (where 1 GB is needed for a while)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/${BUILD:-build}/bin
rows=${ROWS:-1000000}
runs=${RUNS:-5}
export KP2S_ETC="$root/etc"
work=$(mktemp -d)
finish() {
    [ ! -d "$work/pg" ] || "$root/run/cluster.sh" remove "$work/pg"
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
tab=$(printf '\t')

[ -x "$bin/kp2s-transform" ] || { echo "transform.sh: no $bin/kp2s-transform: run make" >&2; exit 1; }
cc -O2 -D_GNU_SOURCE -o "$work/race" "$root/bench/race.c"

# --- the rows ---

(cd "$work" && "$root/bench/children.sh" "$bin" "$rows")
"$bin/kp2s-transform" -q --make-key "$work/key"
"$bin/kp2s-extract" -q -l "$root/etc/layouts/dinkes-eppgbm.ini" "$work/children.xlsx" >"$work/found.csv"
"$bin/kp2s-transform" -q --key "$work/key" "$work/found.csv" >"$work/meant.csv"
records=$(grep -c '^D,' "$work/meant.csv")
fields=$(grep -m 1 '^D,' "$work/found.csv" | cut -d , -f 6- | tr , '\n' | grep -c .)
[ "$records" -eq "$rows" ] || { echo "transform.sh: of $rows rows $records passed" >&2; exit 1; }
head -$((rows / 10 + 1)) "$work/children.csv" >"$work/few.csv"
"$bin/kp2s-extract" -q -l "$root/etc/layouts/dinkes-eppgbm.ini" "$work/few.csv" >"$work/few-found.csv"
"$bin/kp2s-extract" -q -l "$root/etc/layouts/dinkes-eppgbm.ini" "$work/few.csv" "$work/few.csv" "$work/few.csv" "$work/few.csv" \
    "$work/few.csv" "$work/few.csv" "$work/few.csv" "$work/few.csv" "$work/few.csv" "$work/few.csv" >"$work/ten-found.csv"

# --- the table ---

db=$("$root/run/cluster.sh" start "$work/pg")
psql() { command psql -qAtX -v ON_ERROR_STOP=1 "$db dbname=postgres" "$@"; }
grep '^D,' "$work/meant.csv" >"$work/records.csv"
type_of() {
    case $1 in
    measured_on) echo date ;;
    age_days) echo integer ;;
    weight | height | muac | [whb]az | [whb]az_reported) echo 'numeric(6,2)' ;;
    *) echo text ;;
    esac
}
head -1 "$work/meant.csv" | tr , '\n' | {
    n=0 columns=
    while read -r name; do
        n=$((n + 1))
        columns="$columns${columns:+, }\"${name:-empty$n}\" $(type_of "$name")"
    done
    psql -c "create table measurement ($columns)"
}
cat >"$work/copy.sql" <<SQL
truncate measurement;
select pg_backend_pid() as pid \gset
\copy measurement from '$work/records.csv' with (format csv)
\setenv pid :pid
\! awk -v hz=$(getconf CLK_TCK) '{ print (\$14 + \$15) / hz }' "/proc/\$pid/stat" >>'$work/server'
SQL

# --- the race ---

on='exec taskset -c 0'
{
    printf '%s\t-\t%s\n' 'extract of the .xlsx' "$on $bin/kp2s-extract -q -l $root/etc/layouts/dinkes-eppgbm.ini $work/children.xlsx"
    printf '%s\t-\t%s\n' 'transform' "$on $bin/kp2s-transform -q --key $work/key $work/found.csv"
    printf '%s\t-\t%s\n' 'transform, read and written through pipes' \
        "taskset -c 0 cat $work/found.csv | taskset -c 0 $bin/kp2s-transform -q --key $work/key | taskset -c 0 cat"
    for other in ${TRANSFORM:-}; do
        printf '%s\t-\t%s\n' "$other" "$on $other -q --key $work/key $work/found.csv"
    done
    printf '%s\t-\t%s\n' 'COPY' "exec psql -qAtX -v ON_ERROR_STOP=1 -f $work/copy.sql '$db dbname=postgres'"
    printf '%s\t-\t%s\n' 'transform of a tenth' "$on $bin/kp2s-transform -q --key $work/key $work/few-found.csv"
    printf '%s\t-\t%s\n' 'transform of ten tenths in one stream' "$on $bin/kp2s-transform -q --key $work/key $work/ten-found.csv"
} >"$work/commands"
printf '%s rows of %s fields as found, %s bytes; as meant %s bytes, %s remarks; load of the machine %s\n' "$rows" "$fields" \
    "$(wc -c <"$work/found.csv")" "$(wc -c <"$work/meant.csv")" "$(grep -c '^R,' "$work/meant.csv" || true)" \
    "$(cut -d ' ' -f 1 /proc/loadavg)"
printf '\n| | seconds | of processor | records per second of processor | x transform | peak memory |\n|---|---:|---:|---:|---:|---:|\n'
"$work/race" "$runs" <"$work/commands" >"$work/results"
server=$(sort -n "$work/server" | head -1)
own=$(awk -F "$tab" '$1 == "transform" { print $4 }' "$work/results")
while IFS="$tab" read -r name _ best processor _ peak; do
    awk -v name="$name" -v s="$best" -v p="$processor" -v k="$peak" -v n="$rows" -v server="$server" -v own="$own" 'BEGIN {
        if (name == "COPY") p += server
        if (name == "transform of a tenth") n /= 10
        printf "| %s | %.2f | %.2f | %d | %.2f | %.1f MiB |\n", name, s, p, n / p, p / own, k / 1024
    }'
done <"$work/results"
