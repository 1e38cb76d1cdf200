# A by-name list of invented persons as e-PPGBM exports it, with their names and numbers also where they do not belong.
# variables: month of 2024; from, rows: numbers of the first person and how many; seeds: file that gets what must not come out
function word(i) { return first[i % 14] first[int(i / 14) % 14] last[int(i / 196) % 12] }
function name(i) { return word(i) " " word(int(i / 2352) + i * 7 % 2352) " " word(i * 3 + int(i / 2352)) }
function two(n) { return sprintf("%02d", n) }
# a kecamatan 90 to 99, which no edition of the region register has
function number(regency, i, girl,   s) {
    s = i % 990 + 1
    return "62" regency (90 + int(i / 990) % 10) two(int(i / 9900) % 28 + 1 + (girl ? 40 : 0)) two(int(i / 277200) % 12 + 1) "23" sprintf("%04d", s)
}
function birth(i) { return two(int(i / 9900) % 28 + 1) "/" two(int(i / 277200) % 12 + 1) "/2023" }
function seed(text) { print text >seeds }
BEGIN {
    split("ba de ri sa mu no fi la yu ta wi ka ge hu", f, " ")
    split("ndra lia to ni wan sti rman ya di nti ra man", l, " ")
    for (i in f) first[i - 1] = f[i]
    for (i in l) last[i - 1] = l[i]
    d = ";"
    print "Data Tanggal : 2024-" two(month) "-28"
    print "No;NIK;No KK;Nama;Nama Ortu;JK;Tgl Lahir;Prov;Kab/Kota;Kec;Pukesmas;Desa/Kel;Alamat;No HP;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;LiLA;ZS BB/U;BB/U;ZS TB/U;TB/U;ZS BB/TB;BB/TB;Keterangan"
    for (i = from; i < from + rows; i++) {
        girl = i % 2
        n = name(2 * i); p = name(2 * i + 1); nik = number("01", i, girl); kk = number("02", i, 0)
        hp = "08" sprintf("%010d", 1100000000 + i * 7); street = "jl " word(i * 5) " no " i
        seed(n); seed(p); seed(nik); seed(kk); seed(hp); seed(street)
        c["nik"] = nik; c["kk"] = kk; c["sex"] = girl ? "P" : "L"; c["birth"] = birth(i); c["kec"] = "Kumai"; c["pkm"] = "Kumai"
        c["desa"] = "Sungai Kapitan"; c["day"] = "2024-" two(month) "-" two(i % 28 + 1); c["kg"] = "9." i % 10; c["cm"] = 70 + i % 9
        c["muac"] = "14"; c["note"] = ""; c["tbu"] = "Normal"; c["name"] = n; c["parent"] = p; before = ""; behind = ""
        k = i % 45
        if (k == 0) c["desa"] = n
        if (k == 1) c["desa"] = nik
        if (k == 2) c["pkm"] = n
        if (k == 3) c["pkm"] = "hub " hp
        if (k == 4) c["sex"] = n
        if (k == 5) c["kg"] = nik
        if (k == 6) c["cm"] = hp
        if (k == 7) c["muac"] = kk
        if (k == 8) c["tbu"] = n
        if (k == 9) c["birth"] = p
        if (k == 10) c["day"] = nik
        if (k == 11) before = "x" d
        if (k == 12) behind = "x"
        if (k == 13) c["kec"] = p
        if (k == 14) c["desa"] = name(2 * i - 2)
        if (k == 15) { c["nik"] = "-"; c["desa"] = p }
        if (k == 16) c["pkm"] = "Puskesmas " p
        if (k == 17) c["desa"] = "Desa " toupper(n)
        if (k == 18) c["desa"] = street
        if (k == 19) c["kec"] = hp
        if (k == 20) c["nik"] = n
        if (k == 21) c["kk"] = n
        if (k == 22) c["sex"] = hp
        if (k == 23) c["tbu"] = nik
        if (k == 24) c["desa"] = n " " nik
        if (k == 25) { c["nik"] = kk; c["kk"] = nik }
        if (k == 26) c["note"] = n " " nik " " hp
        if (k == 27) c["birth"] = n ", " birth(i)
        if (k == 28) c["day"] = c["day"] " " n
        if (k == 29) c["kg"] = n " 9 kg"
        if (k == 30) { c["nik"] = "-"; c["name"] = "" }
        if (k == 31) c["pkm"] = street
        if (k == 32) c["desa"] = n " RT 01"
        if (k == 33) c["nik"] = nik " " nik
        if (k == 15 || k == 20 || k == 21 || k == 30) c["note"] = nik " " kk " " n # so that every seed is in the file
        row = before i d c["nik"] d c["kk"] d c["name"] d c["parent"] d c["sex"] d c["birth"] d "Kalimantan Tengah" d "Kotawaringin Barat" d c["kec"] d c["pkm"] d c["desa"] d street d hp d c["day"] d c["kg"] d c["cm"] d "Telentang" d c["muac"] d "" d "" d "" d c["tbu"] d "" d "" d c["note"]
        if (behind != "") sub(/^[^;]*;/, "", row)
        print row
    }
}
