#!/bin/sh
# Makes bps.csv.gz, the BPS codes beside the Kemendagri codes.
# in:  regions.csv.gz, the dated register; $2/bps_YEAR_{provinces,regencies,districts,villages}.csv.gz (code, code of the region
#      above, name; provinces: code, name), compiled publicly under MIT as edwardsamuel/Wilayah-Administratif-Indonesia
# out: bps_code,code,edition,matched on standard output, in order of BPS codes; code is that of the register's edition that
#      holds on the first of January of YEAR, edition is that day
# A region is matched by its name alone, below what its parent was matched with, and only where no other of either side has
# that name: "name" as it stands without case, punctuation and the words before it, "folded" with numerals folded, too (BATU IX
# is BATU 9, KEP. is KEPULAUAN), of those that no name matched. Likeness decides nothing: what is not matched stays out, and so does all below it;
# it is counted on standard error.
# usage: make-bps.sh regions.csv.gz FOLDER YEAR | gzip -9n > bps.csv.gz
set -eu
{
    zcat "$1" | sed 's/"\([^",]*\),\([^"]*\)"/\1 \2/; s/""//g; s/"//g' |
        awk -F, -v day="$3-01-01" 'NR > 1 && $3 <= day && ($4 == "" || $4 > day) { print "K," $1 "," $2 }'
    zcat "$2/bps_$3_provinces.csv.gz" | sed 's/^\([0-9]*\),/B,\1,/'
    for level in regencies districts villages; do
        zcat "$2/bps_$3_$level.csv.gz" | sed 's/^\([0-9]*\),[0-9]*,/B,\1,/'
    done
} | LC_ALL=C awk -F, -v day="$3-01-01" '
function plain(name, level,   town) {
    name = toupper(name)
    if (level == 1) sub(/^(PROVINSI|DAERAH ISTIMEWA|DAERAH KHUSUS IBUKOTA|DKI|DI) +/, "", name)
    if (level == 2) {
        town = sub(/^KOTA +(ADM(INISTRASI|\.)? +)?/, "", name)
        sub(/^(KABUPATEN|KAB\.?) +(ADM(INISTRASI|\.)? +)?/, "", name)
    }
    sub(level == 3 ? "^(KECAMATAN|KEC\\.|DISTRIK) +" : level == 4 ? "^(DESA|KELURAHAN|KEL\\.) +" : "^$", "", name)
    gsub(/[^A-Z0-9]+/, " ", name)
    sub(/^ /, "", name); sub(/ $/, "", name)
    return (town ? "KOTA " : "") name
}
function tight(name) { gsub(/ /, "", name); return name }
function folded(name,   n, word, i, text) {
    n = split(name, word, " ")
    for (i = 1; i <= n; i++) text = text ((word[i] in numeral) ? numeral[word[i]] : word[i] ~ /^0+[0-9]/ ? word[i] + 0 : word[i])
    return text
}
BEGIN {
    split("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX", roman, " ")
    split("SATU DUA TIGA EMPAT LIMA ENAM TUJUH DELAPAN SEMBILAN SEPULUH SEBELAS", words, " ")
    for (i = 1; i in roman; i++) numeral[roman[i]] = i
    for (i = 1; i in words; i++) numeral[words[i]] = i
    numeral["KEP"] = "KEPULAUAN"
    split("2 4 7 10", lengths, " ")
}
$1 == "K" { n = split($2, part, "."); code[n, ++codes[n]] = $2; name[$2] = plain($3, n); next }
{
    level = length($2) == 2 ? 1 : length($2) == 4 ? 2 : length($2) == 7 ? 3 : 4
    text = $0
    sub(/^B,[0-9]*,/, "", text)
    bps[level, ++bpses[level]] = $2; called[$2] = plain(text, level)
}
function parent_bps(b, level) { return level == 1 ? "" : substr(b, 1, lengths[level - 1]) }
function parent(c) { return sub(/\.[0-9]+$/, "", c) ? c : "" }
function form(text, how) { return how == "name" ? tight(text) : folded(text) }
function pass(level, how,   i, c, b, key) {
    split("", times); split("", theirs); split("", at)
    for (i = 1; i <= codes[level]; i++) {
        c = code[level, i]
        if (c in taken) continue
        key = parent(c) SUBSEP form(name[c], how)
        times[key]++; at[key] = c
    }
    for (i = 1; i <= bpses[level]; i++) {
        b = bps[level, i]
        if (!(b in match_of) && (level == 1 || parent_bps(b, level) in match_of))
            theirs[(level == 1 ? "" : match_of[parent_bps(b, level)]) SUBSEP form(called[b], how)]++
    }
    for (i = 1; i <= bpses[level]; i++) {
        b = bps[level, i]
        if (b in match_of || (level > 1 && !(parent_bps(b, level) in match_of))) continue
        key = (level == 1 ? "" : match_of[parent_bps(b, level)]) SUBSEP form(called[b], how)
        if (times[key] != 1 || theirs[key] != 1) continue
        match_of[b] = at[key]; taken[at[key]]; by[b] = how; matched[level]++
    }
}
END {
    print "bps_code,code,edition,matched"
    fflush()
    for (level = 1; level <= 4; level++) { pass(level, "name"); pass(level, "folded") }
    for (level = 1; level <= 4; level++) {
        for (i = 1; i <= bpses[level]; i++)
            if ((b = bps[level, i]) in match_of) print b "," match_of[b] "," day "," by[b] | "sort -n"
        print "level " level ": " matched[level] " of " bpses[level] " BPS codes matched, of " codes[level] " Kemendagri codes" > "/dev/stderr"
    }
}'
