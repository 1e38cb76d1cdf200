# The sheet of one form that holds the spellings of the tables: -v form=coverage|measurement|service -v mark=, tables…
# Writes what stands within <worksheet>, and to `expected` a line for each row: row, kind, value, remarks, text.
function form_of(kind) {
    sub(/ .*/, "", kind)
    return kind ~ /^(count|money|percent|index|share|period|yes-no)$/ ? "coverage" : kind == "state" ? "service" : "measurement"
}
function days(date,  y, m, d) { # from 1899-12-30
    y = substr(date, 1, 4) + 0; m = substr(date, 6, 2) + 0; d = substr(date, 9, 2)
    if (m <= 2) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + d - 693900
}
function clock(text,  part) {
    split(text, part, ":")
    return sprintf("%.15g", (part[1] * 3600 + part[2] * 60 + part[3]) / 86400)
}
function letters(n,  i, name) { # a name for each row: names are compared by their letters
    for (i = 1; i <= length(n); i++) name = name substr("abcdefghij", substr(n, i, 1) + 1, 1)
    return name
}
function text(s) {
    gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s)
    return "t=\"inlineStr\"><is><t xml:space=\"preserve\">" s "</t></is>"
}
function typed(s, type) {
    if (type == "number") return "><v>" s "</v>"
    if (type == "date") return length(s) == 10 ? "s=\"1\"><v>" days(s) "</v>" : "s=\"2\"><v>" days(s) + clock(substr(s, 12)) "</v>"
    if (type == "time") return "s=\"3\"><v>" clock(s) "</v>"
    if (type == "duration") return "s=\"4\"><v>" clock(s) "</v>"
    return text(s)
}
# cells of a row: names and values in pairs; the spelling itself under the heading of its kind
function row(names, values,  n, i, name, value) {
    n = split(names, name, "|"); split(values, value, "|")
    printf "<row r=\"%d\">", at
    for (i = 1; i <= n; i++)
        if (name[i] == under) printf "<c r=\"%c%d\" %s</c>", 64 + i, at, typed(spelling, cell)
        else if (value[i] != "") printf "<c r=\"%c%d\" %s</c>", 64 + i, at, text(value[i])
    printf "</row>"
}
function heads(names) { at = 1; under = ""; row(names, names); at = 2 }
BEGIN {
    FS = "\t"
    sheet["coverage"] = "Kode|Kelompok|Indikator|Periode|Pembilang|Penyebut|Persen"
    sheet["measurement"] = "Kecamatan|Desa|Nama|Ibu|JK|Lahir|Ukur|Berat|Tinggi|Cara|LiLA|Edema|ZS TB/U"
    sheet["service"] = "Kecamatan|Desa|Nama|Ibu|Lahir|Isi"
    heading["count"] = heading["money"] = heading["yes-no"] = "Pembilang"
    heading["percent"] = heading["index"] = heading["share"] = "Persen"
    heading["period"] = "Periode"; heading["state"] = "Isi"; heading["sex"] = "JK"; heading["birth"] = "Lahir"; heading["measured"] = "Ukur"
    heading["weight"] = "Berat"; heading["height"] = "Tinggi"; heading["muac"] = "LiLA"; heading["position"] = "Cara"
    heading["oedema"] = "Edema"; heading["z"] = "ZS TB/U"
    indicator["count"] = "DS01"; indicator["money"] = "AG11"; indicator["yes-no"] = "S17"; indicator["percent"] = "O05"
    indicator["index"] = "ID01"; indicator["share"] = indicator["period"] = "E10"
    printf "<sheetData>"
    heads(sheet[form])
}
FNR == 1 || $2 != mark || form_of($1) != form { next }
{
    spelling = $4; cell = $3
    gsub(/<U\+00A0>/, "\302\240", spelling); gsub(/<U\+200B>/, "\342\200\213", spelling)
    gsub(/<U\+2212>/, "\342\210\222", spelling); gsub(/<U\+2013>/, "\342\200\223", spelling)
    kind = $1; numerator = kind == "period" ? 1 : ""; denominator = kind == "period" ? 2 : ""
    if (split(kind, share, " ") == 4) { kind = share[1]; numerator = share[2]; denominator = share[4] }
    under = heading[kind]
    if (form == "coverage")
        row(sheet[form], "33.76.02.1002|" at "|" indicator[kind] "|2024|" numerator "|" denominator "|")
    else if (form == "measurement")
        row(sheet[form], "Tegal Timur|Slerok|Wirya " letters(at) "|Lestari|L|2023-03-15|2024-03-14|8|70|||||")
    else
        row(sheet[form], "Tegal Timur|Slerok|Wirya " letters(at) "|Lestari|2023-03-15|")
    print at "\t" kind "\t" $5 "\t" $6 "\t" $4 > "expected"
    at++
}
END { printf "</sheetData>" }
