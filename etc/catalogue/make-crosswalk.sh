#!/bin/sh
# Makes crosswalk.csv.gz: what became of each region that an edition of the Kemendagri codes no longer has as it was.
# in:  regions.csv.gz, the dated register that make-regions.sh makes
# out: kind,from_code,from_since,to_code,to_since,reused on standard output; a region is a code and the day since when it
#      holds under its name
#   renamed  same code, another name
#   recoded  another code, same name: below the successor of its parent, else the only one of that name in its
#            kabupaten/kota (a kabupaten/kota itself: in the country); or another code only because its parent has one. The
#            new code may have been there an edition earlier beside the old one
#   (where a code stays while its name goes to another, the regions below tell which of the two it is)
#   ended    no successor by code or name: abolished, or merged into one that the editions do not tell
#   begun    no predecessor by code or name: split from one that the editions do not tell
# reused: "yes" when to_code was that of another region before. Names are compared without case, punctuation and the words
# before them, never by likeness. From level to level, so that villages follow their kecamatan.
# usage: make-crosswalk.sh regions.csv.gz | gzip -9n > crosswalk.csv.gz
set -eu
echo kind,from_code,from_since,to_code,to_since,reused
zcat "$1" | LC_ALL=C awk '
function norm(name,   town) {
    name = toupper(name)
    town = sub(/^KOTA +/, "", name)
    sub(/^(KABUPATEN|KAB\.|KAB|KECAMATAN|KEC\.|DESA|KELURAHAN|KEL\.) +/, "", name)
    gsub(/[^A-Z0-9]/, "", name)
    return (town ? "KOTA " : "") name
}
# the field at the beginning of rest, which it leaves behind
function field(   value, n) {
    if (substr(rest, 1, 1) == "\"") {
        n = 2
        while (1) {
            n += index(substr(rest, n), "\"")
            if (substr(rest, n, 1) != "\"") break
            n++
        }
        value = substr(rest, 2, n - 3)
        gsub(/""/, "\"", value)
        rest = substr(rest, n + 1)
        return value
    }
    n = index(rest, ",")
    value = n ? substr(rest, 1, n - 1) : rest
    rest = n ? substr(rest, n + 1) : ""
    return value
}
function parent(code) { return sub(/\.[0-9]+$/, "", code) ? code : "" }
function level(code) { return gsub(/\./, "", code) + 1 }
function heir(code) { return (code in successor) ? successor[code] : code }
function regency(code) { return substr(code, 1, 5) }
function reused(to, from) { return to != from && (to in ended) ? "yes" : "no" }
function begins(code) { print "begun,,," code "," arrived[code] "," fresh[code] }
# what ended as from goes on as to
function follow(kind, from, to) {
    successor[from] = to; claimed[to] = 1; done[from] = 1
    print kind "," from "," ended[from] "," to "," begun[to] "," reused(to, from)
    delete fresh[to]
}
NR > 1 {
    rest = $0; code = field(); name = norm(field()); since = field(); until = field()
    n = ++rows; codes[n] = code; names[n] = name; sinces[n] = since; untils[n] = until
    if (until != "") days[until] = 1
    if (since != "2018-01-01") days[since] = 1
}
END {
    split("2020-01-01 2022-01-01 2023-01-01 2025-01-01", editions, " ")
    for (e = 1; e in editions; e++) { day = editions[e]; if (!(day in days)) continue; delete days[day]; edition() }
    for (i = 1; i <= rows; i++)
        if (codes[i] in fresh && arrived[codes[i]] == sinces[i]) begins(codes[i])
    for (day in days) { print "make-crosswalk.sh: an edition of " day " is not known to it" > "/dev/stderr"; exit 1 }
}
function edition(   i, l, wide) {
    split("", ended); split("", begun); split("", at); split("", within); split("", times); split("", successor)
    split("", claimed); split("", done)
    for (i = 1; i <= rows; i++) {
        if (untils[i] == day) { ended[codes[i]] = sinces[i]; was[codes[i]] = names[i] }
        if (sinces[i] == day) {
            if (codes[i] in fresh) begins(codes[i])
            fresh[codes[i]] = reused(codes[i], ""); arrived[codes[i]] = day
        }
        if (codes[i] in fresh && sinces[i] <= day && (untils[i] == "" || untils[i] > day)) {
            begun[codes[i]] = sinces[i]
            at[parent(codes[i]), names[i]] = codes[i]
            times[parent(codes[i]), names[i]]++
            if (level(codes[i]) == 1) continue
            wide = level(codes[i]) == 2 ? "" : regency(codes[i])
            within[wide, level(codes[i]), names[i]] = codes[i]
            times[wide, level(codes[i]), names[i]]++
        }
    }
    for (l = 1; l <= 4; l++) one_level(l)
}
# how many of the regions right below old before the edition have a namesake right below new since
function kept(old, new,   i, had, n) {
    split("", had)
    for (i = 1; i <= rows; i++)
        if (parent(codes[i]) == old && sinces[i] < day && (untils[i] == "" || untils[i] >= day)) had[names[i]]
    for (i = 1; i <= rows; i++)
        if (parent(codes[i]) == new && sinces[i] <= day && (untils[i] == "" || untils[i] > day) && names[i] in had) n++
    return n + 0
}
# a code that stays, while its name goes to another: what lies below tells which of them the region is
function stays(c, to) { return level(c) < 4 && c in begun && kept(c, c) >= kept(c, to) }
function one_level(l,   i, c, p, t) {
    # by name: below the heir of the parent, then in the kabupaten/kota
    for (i = 1; i <= rows; i++) {
        c = codes[i]
        if (untils[i] != day || level(c) != l) continue
        p = heir(parent(c))
        if (times[p, names[i]] == 1 && !(at[p, names[i]] in claimed) && !stays(c, at[p, names[i]])) follow("recoded", c, at[p, names[i]])
    }
    for (i = 1; i <= rows; i++) {
        c = codes[i]
        if (untils[i] != day || level(c) != l || c in done || l < 2) continue
        p = l == 2 ? "" : heir(regency(c))
        if (times[p, l, names[i]] == 1 && !(within[p, l, names[i]] in claimed) && !stays(c, within[p, l, names[i]])) follow("recoded", c, within[p, l, names[i]])
    }
    # by code: the same, or the same below the heir of the parent
    for (i = 1; i <= rows; i++) {
        c = codes[i]
        if (untils[i] != day || level(c) != l || c in done) continue
        if (c in begun && !(c in claimed)) { follow("renamed", c, c); continue }
        p = heir(parent(c))
        t = p substr(c, length(parent(c)) + 1)
        if (p != parent(c) && t in begun && !(t in claimed)) follow("recoded", c, t)
    }
    for (i = 1; i <= rows; i++) {
        c = codes[i]
        if (level(c) != l) continue
        if (untils[i] == day && !(c in done)) print "ended," c "," ended[c] ",,,no"
    }
}'
