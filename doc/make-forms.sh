#!/bin/sh
# Writes doc/formulir.md, the forms that are read, from etc/layouts (`make map`; the case layout-page compares).
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C

cat <<'END'
# Formulir yang dibaca

Dibuat oleh `make map` dari `etc/layouts`: satu baris per bentuk formulir, menurut instansi yang mengirimnya. `kp2s-extract` mengenali
bentuk sebuah berkas dari judul kolomnya; `kp2s-layout check BERKAS` menunjukkan bentuk mana dan apa yang terjadi dengan setiap baris;
`kp2s-template -l LAYOUT` membuat formulir kosongnya. Arti kode indikator dan layanan: `etc/catalogue`. Bentuk lain: `doc/layouts.md`.
END

# agency, id, kind, title, codes and the comment at the top, divided by tabs
for file in etc/layouts/*.ini; do
    awk -v OFS='\t' '
        /^;/ && !begun { sub(/^; ?/, ""); note = note (note ? " " : "") $0; next }
        /^\[/ { begun = 1; section = $0; words = /^\[words (indicator|service)\]/ }
        { sub(/[ \t]+;.*/, ""); key = $1; value = $0; sub(/^[^=]*= */, "", value) }
        section == "[layout]" && key ~ /^(id|agency|kind|title)$/ && !(key in of) { of[key] = value }
        (key == "indicator" || key == "service") && section !~ /^\[(columns|titles|sheet name|file name)\]/ && value !~ /[@*]/ && !words { add(value) }
        words && /=/ { add(key) }
        function add(code) { if (!(code in seen)) { seen[code]; codes = codes (codes ? ", " : "") code } }
        END { print of["agency"], of["id"], of["kind"], of["title"], codes, note }' "$file"
done | sort | awk -F '\t' '
    BEGIN {
        split("coverage cakupan measurement pengukuran service menurut_nama assessment penilaian evidence bukti", k, " ")
        for (i = 1; i < 10; i += 2) { kind[k[i]] = k[i + 1]; sub(/_/, " ", kind[k[i]]) }
        while ((getline line < "etc/catalogue/agencies.csv") > 0) {
            code = line; sub(/,.*/, "", code)
            sub(/^[^,]*,/, "", line); gsub(/"/, "", line); name[code] = line
        }
    }
    { for (i = 4; i <= 6; i++) gsub(/\|/, "/", $i) }
    $1 != last { printf "\n## %s\n\n| layout | jenis | isi | kode | catatan |\n|---|---|---|---|---|\n", name[$1]; last = $1 }
    { printf "| `%s` | %s | %s | %s | %s |\n", $2, kind[$3], $4, $5, $6 }'
