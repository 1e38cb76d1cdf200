#!/bin/sh
# Runs every file of a sample through kp2s-extract and kp2s-transform and compares each record and each remark with
# the sample's truth. Differences are printed: "<" the truth has and the programs do not, ">" the other way round.
# usage: sample-check.sh DIR    DIR made by kp2s-sample; the programs are taken from PATH
# exit:  0 all agree, 1 differences or a program failed, 2 usage
set -eu
export LC_ALL=C
if [ $# -ne 1 ] || [ ! -d "$1/inbox" ] || [ ! -d "$1/truth" ]; then
    echo "usage: sample-check.sh DIR" >&2
    exit 2
fi
dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kp2s-transform -q --make-key "$work/key"
uploads=$dir/truth/upload.csv # of forms that were named: file,layout,period,regency,province
[ -f "$uploads" ] || uploads=/dev/null
province=$(sed -n '2s/.*,//p' "$uploads")
[ "$province" ] || province=$(grep -hoE ',[0-9]{2}\.[0-9]{2}[.,]' "$dir"/truth/coverage.csv "$dir"/truth/[ms]e*.csv | head -1 | cut -c 2-3)

# Picks the columns of the truth's header out of a stream: needs no quoted line breaks, of which the sample has none.
cat > "$work/pick.awk" <<'AWK'
function cells(line, field,    n, c, i, quoted) {
    n = 1; field[1] = ""; quoted = 0
    if (index(line, "\"") == 0) return split(line, field, ",")
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"" && quoted && substr(line, i + 1, 1) == "\"") { field[n] = field[n] c; i++ }
        else if (c == "\"") quoted = !quoted
        else if (c == "," && !quoted) field[++n] = ""
        else field[n] = field[n] c
    }
    return n
}
BEGIN { wanted = split(columns, want, ",") }
/^rec,/ { n = cells($0, f); for (i = 1; i <= n; i++) at[f[i]] = i; next }
substr($0, 1, 2) != rec "," { next }
{
    cells($0, f)
    if (rec == "R") { print file "," f[3] "," f[4] "," f[5] "," f[6] "," f[7]; next }
    if (!(want[5] in at)) next
    line = file
    for (i = 2; i <= wanted; i++) line = line "," f[at[want[i]]]
    print line
}
AWK

kinds="coverage measurement service assessment remarks"
for kind in $kinds; do : > "$work/$kind"; done
: > "$work/failed"
find "$dir/inbox" -type f | sort > "$work/files"
while read -r path; do
    file=$(basename "$path")
    layout=$(awk -F , -v file="$file" '$1 == file { print $2 }' "$uploads")
    period=$(awk -F , -v file="$file" '$1 == file { print $3 }' "$uploads")
    regency=$(awk -F , -v file="$file" '$1 == file { print $4 }' "$uploads")
    if ! kp2s-extract -q ${period:+--period "$period"} ${regency:+--regency "$regency"} -o "$work/found" "$path" ||
        ! kp2s-transform -q --key "$work/key" --province "$province" -o "$work/meant" "$work/found"; then
        echo "failed: $file"
        echo "$file" >> "$work/failed"
        continue
    fi
    took=$(grep -m1 -o ',layout=[^,]*' "$work/found" | cut -d= -f2)
    if [ -n "$layout" ] && [ "$layout" != "$took" ]; then
        echo "layout $took, not $layout: $file"
        echo "$file" >> "$work/failed"
    fi
    kind=$(grep -m1 -o ',kind=[a-z]*' "$work/found" | cut -d= -f2)
    awk -v rec=D -v file="$file" -v columns="$(head -1 "$dir/truth/$kind.csv")" -f "$work/pick.awk" \
        "$work/meant" >> "$work/$kind"
    awk -v rec=R -v file="$file" -f "$work/pick.awk" "$work/meant" >> "$work/remarks"
done < "$work/files"

wrong=$(wc -l < "$work/failed")
for kind in $kinds; do
    sed 1d "$dir/truth/$kind.csv" | sort > "$work/truth"
    sort "$work/$kind" > "$work/got"
    comm -3 "$work/truth" "$work/got" | sed 's/^\([^	]\)/< \1/; s/^	/> /' > "$work/difference"
    n=$(wc -l < "$work/difference")
    sed "s/^/$kind /" "$work/difference"
    echo "$kind: $(wc -l < "$work/truth") expected, $(wc -l < "$work/got") found, $n differences"
    wrong=$((wrong + n))
done
[ "$wrong" -eq 0 ]
