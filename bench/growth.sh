#!/bin/sh
# How fast kp2s-growth scores, beside what passes the same CSV and scores nothing: cat, which only copies bytes, and awk and
# Python's csv module, which part the fields and put them together again.
# A million invented children of all ages, all six indices; the commands take turns, output goes to /dev/null.
# usage: growth.sh
# environment: BUILD (default build), RUNS (default 5: the best of so many counts), ROWS (default 1000000)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
growth=$root/${BUILD:-build}/bin/kp2s-growth
rows=${ROWS:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tab=$(printf '\t')

[ -x "$growth" ] || { echo "growth.sh: no $growth: run make" >&2; exit 1; }
cc -O2 -D_GNU_SOURCE -o "$work/race" "$root/bench/race.c"
# birth dates are of the same years as the days, so that both forms score the same children
awk -v rows="$rows" -v dates="$work/dates.csv" 'BEGIN {
    srand(1)
    print "id,sex,age_days,weight,lenhei,measure,oedema,headc,armc"
    print "id,sex,birth_date,measured_on,weight,lenhei,measure,oedema,headc,armc" > dates
    for (i = 1; i <= rows; i++) {
        age = int(rand() * 1857)
        sex = 1 + int(rand() * 2)
        measures = sprintf("%.1f,%.1f,%s,n,%.1f,%.1f", 3.2 + age * 0.0075 + rand() * 3 - 1, 50 + 37 * sqrt(age / 1000) + rand() * 8 - 4,
                           age < 731 ? "l" : "h", 35 + 13 * sqrt(age / 1857) + rand() * 2 - 1, 13 + rand() * 4)
        printf "%d,%d,%d,%s\n", i, sex, age, measures
        printf "%d,%d,%s,2024-08-15,%s\n", i, sex, strftime("%Y-%m-%d", 1723680000 - age * 86400, 1), measures > dates
    }
}' > "$work/days.csv"

cat > "$work/pass.py" <<'E2'
import csv, sys
csv.writer(sys.stdout).writerows(csv.reader(open(sys.argv[1], newline="")))
E2
{
    printf '%s\t-\t%s\n' "cat" "cat $work/days.csv"
    printf '%s\t-\t%s\n' "awk, each field set" "awk -F, -v OFS=, '{ \$1 = \$1; print }' $work/days.csv"
    printf '%s\t-\t%s\n' "Python's csv" "python3 $work/pass.py $work/days.csv"
    printf '%s\t-\t%s\n' "kp2s-growth, age_days" "$growth -q $work/days.csv"
    printf '%s\t-\t%s\n' "kp2s-growth, two dates" "$growth -q $work/dates.csv"
} > "$work/commands"
echo "$rows rows, $(wc -c < "$work/days.csv") bytes"
printf '\n| | seconds | of processor | rows per second of processor | peak memory |\n|---|---:|---:|---:|---:|\n'
"$work/race" "${RUNS:-5}" < "$work/commands" | while IFS="$tab" read -r name _ best processor _ peak; do
    awk -v name="$name" -v s="$best" -v p="$processor" -v k="$peak" -v n="$rows" \
        'BEGIN { printf "| %s | %s | %s | %d | %.1f MiB |\n", name, s, p, n / p, k / 1024 }'
done
