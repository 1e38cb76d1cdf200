# What a stream as meant makes of the rows that cells.awk wrote, beside what was expected:
# awk -f compare.awk FS='\t' expected FS=, stream
# Writes a line for each difference, and how many spellings there were.
function days(date,  y, m, d) {
    y = substr(date, 1, 4) + 0; m = substr(date, 6, 2) + 0; d = substr(date, 9, 2)
    if (m <= 2) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + d
}
function value(name) { return $(column[name]) }
function found(kind,  state) {
    state = value("state")
    if (kind ~ /^(count|money|yes-no)$/) return state == "value" ? value("numerator") : state
    if (kind ~ /^(percent|index)$/) return state == "value" ? value("reported") : state
    if (kind ~ /^(weight|height|muac)$/) return value(kind) == "" ? "missing" : value(kind)
    if (kind == "birth") return days(value("measured_on")) - value("age_days") # in days
    if (kind == "oedema") return value("waz") == "" ? "yes" : "no"
    return value(kind == "share" ? "reported" : kind == "measured" ? "measured_on" : kind == "z" ? "haz_reported" : kind)
}
BEGIN {
    field["count"] = field["money"] = field["yes-no"] = "numerator"
    field["percent"] = field["index"] = field["share"] = "reported"
    field["measured"] = "measured_on"; field["birth"] = "birth_date"; field["z"] = "haz"
}
FNR == NR {
    kind[$1] = $2; want[$1] = $3; wanted[$1] = $4; spelling[$1] = $5
    if (!($2 in field)) field[$2] = $2
    if ($2 == "birth" && $3 != "refused") want[$1] = days($3)
    rows = $1 + 0
    next
}
$1 == "rec" { for (i = 1; i <= NF; i++) column[$i] = i }
$1 == "D" { got[$4] = found(kind[$4]); passed[$4] = 1 }
# what a figure comes to beside others is no matter of its spelling
$1 == "R" && $8 == field[kind[$4]] && $7 !~ /^(z-implausible|z-disagrees|percent-only)$/ { remarks[$4] = remarks[$4] (remarks[$4] ? " " : "") $7 }
END {
    for (r = 2; r <= rows; r++) {
        if (!passed[r]) got[r] = "refused"
        if (got[r] != want[r] || remarks[r] != wanted[r])
            printf "%s %s \"%s\": %s (%s), not %s (%s)\n", mark, kind[r], spelling[r], got[r], remarks[r], want[r], wanted[r]
    }
    print rows - 1 > "counted"
}
