#!/bin/sh
# Every number in a tracked file that could be somebody's NIK is one that our generator prints for tests/fixtures/niks:
# 16 digits with a day, a month and a serial that occur, also inside zip parts, old workbooks and the first 16 of 17
# digits. The generator's have kecamatan 90 to 99, which no edition of the region register knows: that is checked, too.
# environment: BUILD (default build)
set -eu
cd "$(dirname "$0")/.."
BUILD=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

grep -v '^#' tests/fixtures/niks | while read -r spec; do "$BUILD/bin/kp2s-sample" --nik "$spec"; done | sort >"$work/invented"
if zcat etc/catalogue/regions.csv.gz | grep -q '^[0-9][0-9]\.[0-9][0-9]\.9'; then
    echo "a kecamatan 90 to 99 is in the register: the generator's NIK are no longer nobody's"
    exit 1
fi

# the text of a file: as it stands, unpacked, or cell by cell
text() {
    case $1 in
    *.gz) zcat "$1" ;;
    *.xlsx | *.ods) unzip -p "$1" ;;
    *.xls) cat "$1" && for n in 1 2 3; do "$BUILD/bin/kp2s-sheet" -q --sheet $n "$1" 2>/dev/null || true; done ;;
    *) cat "$1" ;;
    esac
}
# runs of 16 or 17 digits, not within a longer run, a hash or a decimal number; and such in three groups or more, as people write
# them: blanks, no-break ones too, points, hyphens between. Dates begin with 20 then, as no province does.
grouped() {
    sed 's/\xc2\xa0/ /g' | grep -aoE '(^|[^0-9A-Za-z.,_-])[0-9]{2,6}([ ._-][0-9]{1,6}){2,7}([^0-9A-Za-z.,_-]|$)' | tr -cd '0-9\n' |
        grep -E '^[0-9]{16,17}$' | grep -v '^20'
}
git ls-files >"$work/files"
while read -r file; do
    text "$file" >"$work/text"
    { tr -c '0-9A-Za-z.' '\n' <"$work/text" | grep -aE '^[0-9]{16,17}$'; LC_ALL=C grouped <"$work/text"; } | cut -c 1-16 | sort -u |
        sed "s|^|$file |"
done <"$work/files" >"$work/found" || true
awk 'NR == FNR { ours[$1] = 1; next }
    { day = substr($2, 7, 2) % 40; month = substr($2, 9, 2) + 0; serial = substr($2, 13) + 0
      if (substr($2, 1, 2) < 11 || day < 1 || day > 31 || month < 1 || month > 12 || substr($2, 7, 2) > 71 || serial == 0) next
      looked++
      if (!($2 in ours)) { print $1 ": " $2 " is not of our generator"; bad++ } }
    END { if (!looked) { print "no number found: is this still looking?"; exit 1 } exit bad > 0 }' "$work/invented" "$work/found"
