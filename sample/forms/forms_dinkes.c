/* Forms of the health office beside its coverage recap: the recap as printed, supply, premarital health. */
#include "form.h"

/* --- supply: yes and no, counts, a percentage --- */

static const struct form_column supply_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Desa/Kelurahan yang melaksanakan Sanitasi Total Berbasis Masyarakat (STBM)", .what = COLUMN_CHOICE,
     .name = "s13", .text = "Ya=1|Tidak=0"},
    {"Publikasi data stunting tingkat Kabupaten/Kota", .what = COLUMN_CHOICE, .text = "1"},
    {"Terselenggaranya audit anak berusia dibawah dua tahun (baduta) Stunting", .what = COLUMN_CHOICE,
     .name = "s15", .text = "0|1|2"},
    {"Kabupaten/Kota yang mengimplementasikan sistem data surveilans gizi elektronik dalam pemantauan "
     "intervensi gizi untuk penurunan stunting",
     .what = COLUMN_CHOICE, .text = "1"},
    {"Desa/Kelurahan yang telah tebebas dari buang air besar sembarangan (ODF)", .what = COLUMN_CHOICE,
     .name = "s17", .text = "Sudah=1|Belum=0"},
    {"Persentase target sasaran yang memiliki pemahaman yang baik tentang stunting di lokasi prioritas",
     .what = COLUMN_RATE, .name = "s18", .share = 0.6},
    {"Terpenuhinya standar pelayanan pemantauan tumbuh kembang di posyandu", .what = COLUMN_CHOICE,
     .name = "s19", .text = "1|2|3"},
    {"Tersedianya bidan desa/kelurahan sesuai kebutuhan", .what = COLUMN_CHOICE, .name = "s20",
     .text = "1|0"},
    {0},
};

static const struct form_record supply_records[] = {
    {"S13", .n = "s13"},
    {"S15", .n = "s15"},
    {"S17", .n = "s17"},
    {"S18", .reported = "s18"},
    {"S19", .n = "s19"},
    {"S20", .n = "s20"},
    {0},
};

static const struct form_sheet supply_sheets[] = {
    {"Kesehatan (Data Supply)",
     "DATA SUPPLY DINAS KESEHATAN\nKABUPATEN/KOTA : {kabupaten}\nBulan : Desember {year}\n\n", supply_columns,
     supply_records, .notes = "\nMengetahui"},
    {0},
};

/* --- brides and grooms: three levels, under the title of another table --- */

static const struct form_column bride_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"PUSKESMAS", .what = COLUMN_PUSKESMAS},
    {"Jumlah Catin terdaftar di KUA atau lembaga Agama Lainnya|L", .what = COLUMN_COUNT, .name = "dl",
     .share = 0.03},
    {"Jumlah Catin terdaftar di KUA atau lembaga Agama Lainnya|P", .what = COLUMN_COUNT, .name = "dp",
     .share = 0.03},
    {"Jumlah Catin terdaftar di KUA atau lembaga Agama Lainnya|L+P", .what = COLUMN_CALC, .name = "dj",
     .of = "dl+dp"},
    {"Catin Mendapatkan Layanan Kesehatan|L|Jumlah", .what = COLUMN_COUNT, .name = "yl", .of = "dl"},
    {"Catin Mendapatkan Layanan Kesehatan|L|%", .what = COLUMN_RATIO, .name = "ylp", .of = "yl/dl"},
    {"Catin Mendapatkan Layanan Kesehatan|P|Jumlah", .what = COLUMN_COUNT, .name = "yp", .of = "dp"},
    {"Catin Mendapatkan Layanan Kesehatan|P|%", .what = COLUMN_RATIO, .name = "ypp", .of = "yp/dp"},
    {"Catin Mendapatkan Layanan Kesehatan|L+P|Jumlah", .what = COLUMN_CALC, .name = "yj", .of = "yl+yp"},
    {"Catin Mendapatkan Layanan Kesehatan|L+P|%", .what = COLUMN_RATIO, .name = "yjp", .of = "yj/dj"},
    {"Catin Perempuan Anemia|Jumlah", .what = COLUMN_COUNT, .name = "an", .of = "yp", .share = 0.1},
    {"Catin Perempuan Anemia|%", .what = COLUMN_RATIO, .name = "anp", .of = "an/yp"},
    {"Catin Perempuan Gizi Kurang|Jumlah", .what = COLUMN_COUNT, .name = "gk", .of = "yp", .share = 0.1},
    {"Catin Perempuan Gizi Kurang|%", .what = COLUMN_RATIO, .name = "gkp", .of = "gk/yp"},
    {0},
};

static const struct form_record bride_records[] = {
    {"CT01", .n = "yl", .d = "dl", .reported = "ylp", .sex = "L"},
    {"CT01", .n = "yp", .d = "dp", .reported = "ypp", .sex = "P"},
    {"CT01", .n = "yj", .d = "dj", .reported = "yjp"},
    {"CT02", .n = "an", .d = "yp", .reported = "anp"},
    {"CT03", .n = "gk", .d = "yp", .reported = "gkp"},
    {0},
};

static const struct form_sheet bride_sheets[] = {
    {"53", "PELAYANAN KESEHATAN GIGI DAN MULUT MENURUT KECAMATAN\nKABUPATEN/KOTA {KAB}\nTAHUN {year}\n\n",
     bride_columns, bride_records, .rows = ROWS_DISTRICTS, .total = "JUMLAH (KAB/KOTA)", .total_left = true},
    {0},
};

/* --- measuring month by puskesmas --- */

static const struct form_column month_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Unit Kerja (Puskesmas)", .what = COLUMN_PUSKESMAS},
    {"Tanggal", .what = COLUMN_TEXT, .text = "01/01/{year}"},
    {"Tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Bulan", .what = COLUMN_ITEM, .name = "bulan"},
    {"Pendek", .what = COLUMN_COUNT, .name = "pendek", .of = "ukur", .share = 0.15},
    {"Sangat Pendek", .what = COLUMN_COUNT, .name = "sangat", .of = "ukur", .share = 0.05},
    {"Stunting", .what = COLUMN_CALC, .name = "stunting", .of = "pendek+sangat"},
    {"Jumlah Yang Diukur", .what = COLUMN_COUNT, .name = "ukur", .share = 0.3},
    {"Prevalensi Stunting", .what = COLUMN_RATIO, .name = "prev", .of = "stunting/ukur"},
    {"Jumlah Rumah Sakit", .what = COLUMN_CHOICE, .text = "0|1"},
    {"Jumlah Puskesmas", .what = COLUMN_CHOICE, .text = "1|2"},
    {0},
};

static const struct form_record month_records[] = {
    {"DS04", .n = "ukur", .period = "@bulan"},
    {"DS05", .n = "pendek", .period = "@bulan"},
    {"DS06", .n = "sangat", .period = "@bulan"},
    {"O01", .n = "stunting", .d = "ukur", .reported = "prev", .period = "@bulan"},
    {0},
};

static const struct form_sheet month_sheets[] = {
    {"csv", NULL, month_columns, month_records, .rows = ROWS_DISTRICTS,
     .items = "Februari={year}-02|Agustus={year}-08"},
    {0},
};

/* --- the recap as printed, with its deviations --- */

static const struct form_column girl_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Remaja Putri Konsumsi TTD", .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"Jumlah remaja putri keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.2},
    {"Persentase Remaja putri yang mengonsumsi Tablet Tambah Darah (TTD)", .what = COLUMN_RATIO, .name = "p",
     .of = "n/d"},
    {0},
};

static const struct form_record girl_records[] = {
    {"E01", .n = "n", .d = "d", .reported = "p"},
    {0},
};

static const struct form_column pair1_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah calon pengantin yang mendapatkan tablet tambah darah", .what = COLUMN_COUNT, .name = "n",
     .of = "d"},
    {"Jumlah calon pengantin keseluruhan (Kemenag)", .what = COLUMN_COUNT, .name = "d", .share = 0.03},
    {"Persentase penerimaan TTD bagi calon pengantin terhadap seluruh  calon pengantin", .what = COLUMN_RATIO,
     .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record pair1_records[] = {
    {"E03", .n = "n", .d = "d", .reported = "p"},
    {0},
};

static const struct form_column pair2_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Calon Pasangan usia Subur memperoleh pemeriksaan 3 bulan pra nikah", .what = COLUMN_COUNT, .name = "n",
     .of = "d"},
    {"Jumlah pasangan usia subur yang mendaftarkan pernikahan", .what = COLUMN_COUNT, .name = "d",
     .share = 0.03},
    {"Persentase penerimaan TTD bagi calon pengantin terhadap seluruh  calon pengantin", .what = COLUMN_RATIO,
     .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record pair2_records[] = {
    {"E04", .n = "n", .d = "d", .reported = "p"},
    {0},
};

static const struct form_column kek_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah ibu hamil yang mendapatkan Asupan gizi  (PMT)", .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"Jumlah keseluruhan ibu hamil KEK", .what = COLUMN_COUNT, .name = "d", .share = 0.02},
    {"Persentase layanan tambahan asupan gizi terhadap seluruh Bumil KEK", .what = COLUMN_RATIO, .name = "p",
     .of = "n/d"},
    {0},
};

static const struct form_record kek_records[] = {
    {"E10", .n = "n", .d = "d", .reported = "p"},
    {0},
};

static const struct form_column iron_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah ibu hamil mengkonsumsi tablet tambah minimal 90 tablet", .what = COLUMN_COUNT, .name = "n",
     .of = "d"},
    {"Jumlah ibu hamil yang mendapatkan tablet tambah darah", .what = COLUMN_COUNT, .name = "d",
     .share = 0.08},
    {"Persentase ibu hamil mengonsumsi TTD minimal 90 tablet", .what = COLUMN_RATIO, .name = "p",
     .of = "n/d"},
    {0},
};

static const struct form_record iron_records[] = {
    {"E11", .n = "n"},
    {0},
};

#define PRINTED_TITLES "FORM INPUT DINKES\nKABUPATEN/KOTA : {kabupaten}\nBulan : Desember {year}\n\n"

static const struct form_sheet printed_sheets[] = {
    {"Remaja Putri (TTD)", PRINTED_TITLES, girl_columns, girl_records, .total = "JUMLAH", .total_left = true},
    {"PUS 1", PRINTED_TITLES, pair1_columns, pair1_records, .total = "JUMLAH", .total_left = true},
    {"PUS 2", PRINTED_TITLES, pair2_columns, pair2_records, .total = "JUMLAH", .total_left = true},
    {"Bumil 1", PRINTED_TITLES, kek_columns, kek_records, .total = "JUMLAH", .total_left = true},
    {"Bumil 2", PRINTED_TITLES, iron_columns, iron_records, .total = "JUMLAH", .total_left = true},
    {0},
};

const struct form forms_dinkes[] = {
    {"dinkes-rekap-opd", "dinkes", "Form Dinkes {kabupaten} Desember {year}.xlsx", BOOK_XLSX, printed_sheets,
     .period = "{year}-12"},
    {"dinkes-suplai", "dinkes", "Data Supply Dinkes {kabupaten} {year}.xlsx", BOOK_XLSX, supply_sheets,
     .period = "{year}-12"},
    {"dinkes-catin", "dinkes", "Catin {kabupaten} {year}.xlsx", BOOK_XLSX, bride_sheets, .period = "{year}"},
    {"dinkes-stunting-puskesmas", "dinkes", "kesehatan_stunting {kab}.csv", BOOK_CSV_PLAIN, month_sheets,
     .upload_region = true},
    {0},
};
