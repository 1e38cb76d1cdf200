#!/bin/sh
# Makes regions.csv.gz, the dated region register, from public editions of the Kemendagri codes.
# in:  $1/kemendagri_YEAR.tsv.gz (kode, nama), compiled publicly under MIT as cahyadsn/wilayah
# out: code,name,valid_from,valid_until,basis on standard output; valid_until empty: still valid
# A code keeps one row while its name stays the same apart from case, punctuation and the words before it
# (one edition wrote KAB. where the next writes Kabupaten); the newest spelling is kept. A date is 1 January of the
# edition's year: the editions tell what holds, not since which day.
# usage: make-regions.sh FOLDER | gzip -9n > regions.csv.gz
set -eu
folder=$1
echo code,name,valid_from,valid_until,basis
for year in 2018 2020 2022 2023 2025; do
    zcat "$folder/kemendagri_$year.tsv.gz" | sed "1d;s/^/$year\t/"
done | LC_ALL=C awk -F '\t' '
function norm(name) {
    name = toupper(name)
    sub(/^(KABUPATEN|KAB\.|KOTA|KAB) +/, substr(name, 1, 2) == "KO" ? "KOTA" : "KAB", name)
    gsub(/[^A-Z0-9]/, "", name)
    return name
}
function quoted(name) { gsub(/"/, "\"\"", name); return name ~ /[",]/ ? "\"" name "\"" : name }
function put(code, until) { print code "," quoted(name[code]) "," from[code] "," until "," basis[code] }
BEGIN {
    legal[2018] = "Permendagri 137/2017"; legal[2020] = "Permendagri 72/2019"; legal[2022] = "Permendagri 58/2021"
    legal[2023] = "Kepmendagri 100.1.1-6117/2022"; legal[2025] = "Kepmendagri 300.2.2-2138/2025"
}
function close_edition(now,   code) {
    for (code in name) if (seen[code] != edition) { put(code, now "-01-01"); delete name[code] }
}
{
    year = $1; code = $2; text = $3
    gsub(/[ \t\r]+$/, "", text); gsub(/\\/, "", text)
    if (edition && year != edition) close_edition(edition)
    edition = year
    if (code in name) {
        if (norm(name[code]) != norm(text)) { put(code, year "-01-01"); from[code] = year "-01-01"; basis[code] = legal[year] }
    } else { from[code] = year "-01-01"; basis[code] = legal[year] }
    name[code] = text; seen[code] = year
}
END { for (code in name) if (seen[code] == edition) put(code, ""); else put(code, edition "-01-01") }
' | LC_ALL=C sort -t, -k1,1 -s
