/* Forms of the remaining agencies: food, fishery, agriculture, religion, information; the general form. */
#include "form.h"

#define office_titles "KABUPATEN : {Kab}\nBulan dan Tahun : Agustus {year}\n\n"

static const struct form_column ikan_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah keluarga berisiko stunting yang mendapatkan promosi peningkatan konsumsi ikan dalam negeri",
     .what = COLUMN_COUNT, .name = "n", .of = "d", .share = 0.8},
    {"Jumlah keluarga berisiko keseluruhan (DPPKB)", .what = COLUMN_COUNT, .name = "d", .share = 0.3},
    {"Persentase layanan promosi peningkatan konsumsi ikan dalam negeri terhadap seluruh keluarga berisiko "
     "stunting (Bappelitbang)",
     .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record ikan_records[] = {
    {"E22", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column pekarangan_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah keluarga berisiko stunting yang mendapatkan manfaat sumber daya pekarangan untuk peningkatan "
     "asupan gizi",
     .what = COLUMN_COUNT, .name = "n", .of = "d", .share = 0.5},
    {"Jumlah seluruh keluarga berisiko (DPPKB) belum terpilah keluarga beresiko stunting",
     .what = COLUMN_COUNT, .name = "d", .share = 0.3},
    {"Persentase kemanfaatan \"ketahanan pangan di desa/kel\" terhadap seluruh keluarga berisiko stunting",
     .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record pekarangan_records[] = {
    {"E25", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_sheet pangan_sheets[] = {
    {.name = "Keluarga Beresiko 3",
     .titles = office_titles,
     .columns = ikan_columns,
     .records = ikan_records,
     .total = "JUMLAH"},
    {.name = "Keluarga Beresiko 6",
     .titles = office_titles,
     .columns = pekarangan_columns,
     .records = pekarangan_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column kawin_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Calon pasangan usian subur memperoleh pendampingan 3 bulan pra nikah", .what = COLUMN_COUNT,
     .name = "n", .of = "d", .share = 0.8},
    {"jumlah pasangan usia subur yang mendaftarkan pernikahan  ", .what = COLUMN_COUNT, .name = "d",
     .share = 0.05},
    {"Persentase layanan pemeriksaan bimbingan perkawinan dengan materi stunting terhadap seluruh calon "
     "pengantin dalam kurun waktu yang sama",
     .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record kawin_records[] = {
    {"E06", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_sheet bimbingan_sheets[] = {
    {.name = "PUS 4",
     .titles = office_titles,
     .columns = kawin_columns,
     .records = kawin_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column p2l_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa Kemendagri", .what = COLUMN_CODE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah kelompok P2L", .what = COLUMN_COUNT, .name = "kelompok", .share = 0.01},
    {"Jumlah keluarga penerima P2L", .what = COLUMN_COUNT, .name = "keluarga", .share = 0.1},
    {0},
};

static const struct form_record p2l_records[] = {
    {"PG01", .n = "kelompok"},
    {"PG02", .n = "keluarga"},
    {0},
};

static const struct form_sheet p2l_sheets[] = {
    {.name = "Data",
     .titles = "KABUPATEN : {Kab}\nTahun : {year}\n\n",
     .columns = p2l_columns,
     .records = p2l_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column gemarikan_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa Kemendagri", .what = COLUMN_CODE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah kegiatan Gemarikan", .what = COLUMN_COUNT, .name = "kegiatan", .share = 0.01},
    {"Jumlah keluarga berisiko stunting yang mendapat promosi konsumsi ikan", .what = COLUMN_COUNT,
     .name = "n", .of = "d"},
    {"Jumlah keluarga berisiko stunting", .what = COLUMN_COUNT, .name = "d", .share = 0.3},
    {"Persentase", .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record gemarikan_records[] = {
    {"PG03", .n = "kegiatan"},
    {"E22", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_sheet gemarikan_sheets[] = {
    {.name = "Data",
     .titles = "KABUPATEN : {Kab}\nTahun : {year}\n\n",
     .columns = gemarikan_columns,
     .records = gemarikan_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column tani_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa Kemendagri", .what = COLUMN_CODE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah kelompok tani penerima kegiatan", .what = COLUMN_COUNT, .name = "n", .share = 0.01},
    {0},
};

static const struct form_record tani_records[] = {
    {"PG05", .n = "n"},
    {0},
};

static const struct form_sheet tani_sheets[] = {
    {.name = "Data",
     .titles = "KABUPATEN : {Kab}\nTahun : {year}\n\n",
     .columns = tani_columns,
     .records = tani_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column ternak_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa Kemendagri", .what = COLUMN_CODE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah keluarga penerima bantuan ternak", .what = COLUMN_COUNT, .name = "n", .share = 0.05},
    {0},
};

static const struct form_record ternak_records[] = {
    {"PG04", .n = "n"},
    {0},
};

static const struct form_sheet ternak_sheets[] = {
    {.name = "Data",
     .titles = "KABUPATEN : {Kab}\nTahun : {year}\n\n",
     .columns = ternak_columns,
     .records = ternak_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column aki_columns[] = {
    {"kab_kota", .what = COLUMN_REGENCY},
    {"kidrt", .what = COLUMN_RATE, .name = "v0", .share = 0.4},
    {"kilrt", .what = COLUMN_RATE, .name = "v1", .share = 0.4},
    {"ktt", .what = COLUMN_RATE, .name = "v2", .share = 0.4},
    {"aki", .what = COLUMN_RATE, .name = "v3", .share = 0.4},
    {0},
};

static const struct form_record aki_records[] = {
    {"PG11", .reported = "v3"},
    {0},
};

static const struct form_sheet aki_sheets[] = {
    {.name = "csv", .columns = aki_columns, .records = aki_records, .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column nikah_columns[] = {
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah Nikah", .what = COLUMN_CALC, .name = "nikah", .of = "kantor+luar"},
    {"Kantor", .what = COLUMN_COUNT, .name = "kantor", .share = 0.01},
    {"Luar Kantor", .what = COLUMN_COUNT, .name = "luar", .share = 0.01},
    {"Nikah Campuran (Laki-Laki)", .what = COLUMN_COUNT, .name = "asing", .of = "luar", .share = 0.1},
    {"Nikah Campuran (Wanita)", .what = COLUMN_COUNT, .name = "asing2", .of = "luar", .share = 0.1},
    {"Jumlah Rujuk", .what = COLUMN_COUNT, .name = "rujuk", .share = 0.003},
    {"Jumlah Isbat", .what = COLUMN_COUNT, .name = "isbat", .share = 0.003},
    {0},
};

static const struct form_record nikah_records[] = {
    {"CT11", .n = "nikah"},  {"CT12", .n = "kantor"}, {"CT13", .n = "luar"},  {"CT14", .n = "asing"},
    {"CT15", .n = "asing2"}, {"CT16", .n = "rujuk"},  {"CT17", .n = "isbat"}, {0},
};

static const struct form_sheet nikah_sheets[] = {
    {.name = "Nikah",
     .titles = "PERISTIWA NIKAH\nKABUPATEN : {Kab}\nBulan : Agustus {year}\n\n",
     .columns = nikah_columns,
     .records = nikah_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column usia_columns[] = {
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Usia Pengantin (Laki-Laki) (< 19)", .what = COLUMN_COUNT, .name = "u0", .share = 0.01},
    {"Usia Pengantin (Laki-Laki) (19-21)", .what = COLUMN_COUNT, .name = "u1", .share = 0.01},
    {"Usia Pengantin (Laki-Laki) (> 21)", .what = COLUMN_COUNT, .name = "u2", .share = 0.01},
    {"Usia Pengantin (Wanita) (< 19)", .what = COLUMN_COUNT, .name = "u3", .share = 0.01},
    {"Usia Pengantin (Wanita) (19-21)", .what = COLUMN_COUNT, .name = "u4", .share = 0.01},
    {"Usia Pengantin (Wanita) (> 21)", .what = COLUMN_COUNT, .name = "u5", .share = 0.01},
    {0},
};

static const struct form_record usia_records[] = {
    {"CT18", .n = "u0"},
    {"CT19", .n = "u1"},
    {"CT20", .n = "u2"},
    {"CT21", .n = "u3"},
    {"CT22", .n = "u4"},
    {"CT23", .n = "u5"},
    {0},
};

static const struct form_sheet usia_sheets[] = {
    {.name = "Usia",
     .titles = "KABUPATEN : {Kab}\nBulan : Agustus {year}\n\n",
     .columns = usia_columns,
     .records = usia_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column forum_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Jumlah forum komunikasi lintas agama (kali)", .what = COLUMN_CHOICE, .name = "v0", .text = "2|1|0|3"},
    {"Keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record forum_records[] = {
    {"S06", .n = "v0"},
    {0},
};

static const struct form_sheet forum_sheets[] = {
    {.name = "Data",
     .titles = "FORUM LINTAS AGAMA\nTahun : {year}\n\n",
     .columns = forum_columns,
     .records = forum_records,
     .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column fortifikasi_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Pangan fortifikasi yang ditindaklanjuti oleh pelaku usaha (%)", .what = COLUMN_RATE, .name = "v0",
     .share = 0.7},
    {"Keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record fortifikasi_records[] = {
    {"S07", .reported = "v0"},
    {0},
};

static const struct form_sheet fortifikasi_sheets[] = {
    {.name = "Data",
     .titles = "PANGAN FORTIFIKASI\nTahun : {year}\n\n",
     .columns = fortifikasi_columns,
     .records = fortifikasi_records,
     .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column kampanye_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Jumlah kanal/metode kampanye pencegahan stunting", .what = COLUMN_CHOICE, .name = "v0",
     .text = "2|1|0|3"},
    {"Keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record kampanye_records[] = {
    {"S05", .n = "v0"},
    {0},
};

static const struct form_sheet kampanye_sheets[] = {
    {.name = "Data",
     .titles = "KAMPANYE PENCEGAHAN STUNTING\nPeriode : Agustus {year}\n\n",
     .columns = kampanye_columns,
     .records = kampanye_records,
     .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column lltt_columns[] = {
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"bulan", .what = COLUMN_TEXT, .text = "Agustus"},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"jumlah_rumah_disedot", .what = COLUMN_COUNT, .name = "rumah", .share = 0.02},
    {"volume_m3", .what = COLUMN_COUNT, .name = "volume", .share = 0.05},
    {0},
};

static const struct form_record lltt_records[] = {
    {"AS51", .n = "rumah"},
    {"AS52", .n = "volume"},
    {0},
};

static const struct form_sheet lltt_sheets[] = {
    {.name = "LLTT",
     .titles = "KABUPATEN/KOTA : {Kab}\n\n",
     .columns = lltt_columns,
     .records = lltt_records,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column umum_columns[] = {
    {"kode_desa_kemendagri", .what = COLUMN_CODE},
    {"kode_desa_bps", .what = COLUMN_OTHER},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"periode", .what = COLUMN_TEXT, .text = "Semester 1"},
    {"kode_indikator", .what = COLUMN_ITEM},
    {"pembilang", .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"penyebut", .what = COLUMN_COUNT, .name = "d", .share = 0.3},
    {"persen_dilaporkan", .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {"keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record umum_records[] = {
    {"@item", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_sheet umum_sheets[] = {
    {.name = "Formulir",
     .titles = "Perangkat daerah : Dinas Contoh\nKABUPATEN/KOTA : {Kab}\n\n",
     .columns = umum_columns,
     .records = umum_records,
     .items = "E22|E24|E25"},
    {0},
};

const struct form forms_others[] = {
    {"perikanan-aki", "perikanan", "Angka Konsumsi Ikan Tahun {year}.csv", BOOK_CSV_PLAIN, aki_sheets,
     .period = "{year}", .point = true, .whole_province = true},
    {"pangan-cakupan", "pangan", "Rekap DKPP {kab}.xlsx", BOOK_XLSX, pangan_sheets, .period = "{year}-08"},
    {"pangan-p2l", "pangan", "P2L {kab} {year}.xlsx", BOOK_XLSX, p2l_sheets, .period = "{year}"},
    {"perikanan-gemarikan", "perikanan", "Gemarikan {kab} {year}.xlsx", BOOK_XLSX, gemarikan_sheets,
     .period = "{year}"},
    {"pertanian-kelompok", "pertanian", "Kelompok Tani {kab} {year}.xlsx", BOOK_XLSX, tani_sheets,
     .period = "{year}"},
    {"peternakan-bantuan", "peternakan", "Bantuan Ternak {kab} {year}.xlsx", BOOK_XLSX, ternak_sheets,
     .period = "{year}"},
    {"kemenag-nikah", "kemenag", "Nikah {kab} Agustus {year}.xlsx", BOOK_XLSX, nikah_sheets,
     .period = "{year}-08"},
    {"kemenag-usia", "kemenag", "Usia Pengantin {kab} Agustus {year}.xlsx", BOOK_XLSX, usia_sheets,
     .period = "{year}-08"},
    {"kemenag-cakupan", "kemenag", "Formulir OPD Kemenag {kab}.xlsx", BOOK_XLSX, bimbingan_sheets,
     .period = "{year}-08"},
    {"kemenag-forum", "kemenag", "Forum Lintas Agama {year}.xlsx", BOOK_XLSX, forum_sheets,
     .period = "{year}", .whole_province = true},
    {"bpom-fortifikasi", "bpom", "Pangan Fortifikasi {year}.xlsx", BOOK_XLSX, fortifikasi_sheets,
     .period = "{year}", .whole_province = true},
    {"kominfo-kampanye", "kominfo", "Kampanye Stunting Agustus {year}.xlsx", BOOK_XLSX, kampanye_sheets,
     .period = "{year}-08", .whole_province = true},
    {"dlh-lltt", "dlh", "LLTT {kab} {year}.xlsx", BOOK_XLSX, lltt_sheets, .period = "{year}-08"},
    {"opd-umum", "umum", "Formulir Umum {kab}.xlsx", BOOK_XLSX, umum_sheets, .period = "{year}-S1"},
    {0},
};
