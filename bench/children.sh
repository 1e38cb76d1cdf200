#!/bin/sh
# Makes a list of invented children as e-PPGBM exports it: children.csv, and children.xlsx with one sheet, in this folder.
# usage: children.sh BIN ROWS   (at most 1048575)
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$1 rows=$2
cc -O2 -D_GNU_SOURCE -o make "$root/bench/make.c" "$root/bench/table.c" "$root/bench/listed.c" "$root/bench/pack.c" -lz

# children of all ages in all villages, village by village; no number is anybody's NIK: kecamatan are 90 to 99
zcat "$root/etc/catalogue/regions.csv.gz" | awk -F, '$4 == "" && substr($1, 1, 2) == 35 {
    name[$1] = toupper($2)
    if (length($1) == 13) {
        district = name[substr($1, 1, 8)]
        print name[35] "," name[substr($1, 1, 5)] "," district "," district "," name[$1]
    }
}' >"villages"
awk -v rows="$rows" '
function word(syllables,   w) {
    w = ""
    while (syllables-- > 0) w = w part[1 + int(rand() * parts)]
    return toupper(substr(w, 1, 1)) substr(w, 2)
}
function about(median, spread) { return median * (1 + spread * (rand() + rand() + rand() + rand() - 2)) }
BEGIN {
    srand(1)
    parts = split("ra di na sa wi ti ku ma la ni pu re yu an dra li fi ar be to su ka mi no sti wa ji gu ha en lo ba", part, " ")
    print "Provinsi,Kab/Kota,Kec,Puskesmas,Desa/Kel,NIK,No KK,Nama,Nama Ortu,JK,Tgl Lahir,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur"
}
{ village[NR] = $0 }
END {
    for (i = 0; i < rows; i++) {
        age = int(rand() * 1800)
        girl = rand() < 0.5
        day = 1722470400 + 86400 * int(rand() * 28) # of August 2024
        born = day - 86400 * age
        place = sprintf("62%02d%02d", int(i / 99990) + 1, 90 + int(i / 9999) % 10)
        printf "%s,%s%02d%s%04d,%s010115%04d,%s %s,%s %s,%s,%s,%s,%.1f,%.1f,%s\n", village[1 + int(i * NR / rows)],
            place, strftime("%d", born, 1) + 40 * girl, strftime("%m%y", born, 1), i % 9999 + 1,
            place, int(i % 9999 / 2) + 1, word(3), word(2), word(3), word(2), girl ? "P" : "L",
            strftime("%Y-%m-%d", born, 1), strftime("%Y-%m-%d", day, 1),
            about(3.3 + 0.219 * age ^ 0.561, 0.15), about(49.9 + 1.045 * age ^ 0.538, 0.05), age < 731 ? "Terlentang" : "Berdiri"
    }
}' "villages" >"measures"
# the file tells z-scores, too, as agencies do
"$bin/kp2s-growth" -q -c sex=JK -c 'birth_date=Tgl Lahir' -c 'measured_on=Tanggal Pengukuran' -c weight=Berat \
    -c lenhei=Tinggi -c 'measure=Cara Ukur' "measures" |
    awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; $at["waz"] = "ZS BB/U"; $at["haz"] = "ZS TB/U"; $at["whz"] = "ZS BB/TB" }
        { print $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $at["waz"], $at["haz"], $at["whz"] }' >"children.csv"
rm "measures"
./make list "children.csv" "children.xlsx"
rm -f make villages
