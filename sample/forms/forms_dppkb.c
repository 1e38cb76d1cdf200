/* Forms of the family planning office itself: companions of families, supply, users of contraception. */
#include "form.h"

static const struct form_column tpk_columns[] = {
    {"Tanggal", .what = COLUMN_TEXT, .text = "31/08/{year}"},
    {"Kecamatan / Desa", .what = COLUMN_VILLAGE, .text = "{desa}, Kec. {kecamatan}"},
    {"Jumlah sasaran|Catin", .what = COLUMN_COUNT, .name = "t1", .share = 0.02},
    {"Jumlah sasaran|Bumil", .what = COLUMN_COUNT, .name = "t2", .share = 0.02},
    {"Jumlah sasaran|Bupas", .what = COLUMN_COUNT, .name = "t3", .share = 0.02},
    {"Jumlah sasaran|Baduta", .what = COLUMN_COUNT, .name = "t4", .share = 0.02},
    {"Jumlah sasaran|Balita", .what = COLUMN_COUNT, .name = "t5", .share = 0.02},
    {"Penapisan KRS|ASFR (<21 Thn)", .what = COLUMN_COUNT, .name = "t6", .share = 0.02},
    {"Penapisan KRS|Anemia", .what = COLUMN_COUNT, .name = "t7", .share = 0.02},
    {"Penapisan KRS|Kek", .what = COLUMN_COUNT, .name = "t8", .share = 0.02},
    {"Penapisan KRS|Jamban Tidak layak", .what = COLUMN_COUNT, .name = "t9", .share = 0.02},
    {"Penapisan KRS|Air Minum Tidak Layak", .what = COLUMN_COUNT, .name = "t10", .share = 0.02},
    {"Jenis Intervensi|KIE", .what = COLUMN_COUNT, .name = "t11", .share = 0.02},
    {"Jenis Intervensi|Genting", .what = COLUMN_COUNT, .name = "t12", .share = 0.02},
    {"Jenis Intervensi|Rujukan", .what = COLUMN_COUNT, .name = "t13", .share = 0.02},
    {"Jenis Intervensi|Bimbingan Perkawinan", .what = COLUMN_COUNT, .name = "t14", .share = 0.02},
    {"Jenis Intervensi|Bansos", .what = COLUMN_COUNT, .name = "t15", .share = 0.02},
    {"Jenis Intervensi|EPPGBM", .what = COLUMN_COUNT, .name = "t16", .share = 0.02},
    {"Jenis Intervensi|PMT", .what = COLUMN_COUNT, .name = "t17", .share = 0.02},
    {"Sumber Intervensi|Dana Desa", .what = COLUMN_COUNT, .name = "t18", .share = 0.02},
    {"Sumber Intervensi|APBD Kabupaten", .what = COLUMN_COUNT, .name = "t19", .share = 0.02},
    {"Sumber Intervensi|APBN / Kementerian", .what = COLUMN_COUNT, .name = "t20", .share = 0.02},
    {"Sumber Intervensi|Swadaya / Mandiri", .what = COLUMN_COUNT, .name = "t21", .share = 0.02},
    {"Sumber Intervensi|CSR / Perusahaan", .what = COLUMN_COUNT, .name = "t22", .share = 0.02},
    {0},
};

static const struct form_record tpk_records[] = {
    {"TP01", .n = "t1"},
    {"TP02", .n = "t2"},
    {"TP03", .n = "t3"},
    {"TP04", .n = "t4"},
    {"TP05", .n = "t5"},
    {"TP06", .n = "t6"},
    {"TP07", .n = "t7"},
    {"TP08", .n = "t8"},
    {"TP09", .n = "t9"},
    {"TP10", .n = "t10"},
    {"TP11", .n = "t11"},
    {"TP12", .n = "t12"},
    {"TP13", .n = "t13"},
    {"TP14", .n = "t14"},
    {"TP15", .n = "t15"},
    {"TP16", .n = "t16"},
    {"TP17", .n = "t17"},
    {"TP18", .n = "t18"},
    {"TP19", .n = "t19"},
    {"TP20", .n = "t20"},
    {"TP21", .n = "t21"},
    {"TP22", .n = "t22"},
    {0},
};

static const struct form_sheet tpk_sheets[] = {
    {.name = "Rekap TPK",
     .titles = "REKAP TIM PENDAMPING KELUARGA\nKABUPATEN : {Kab}\n\n",
     .columns = tpk_columns,
     .records = tpk_records},
    {0},
};

static const struct form_column genting_columns[] = {
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Target", .what = COLUMN_COUNT, .name = "target", .share = 0.1},
    {"Capaian", .what = COLUMN_COUNT, .name = "capaian", .of = "target"},
    {"% Capaian", .what = COLUMN_RATIO, .name = "persen", .of = "capaian/target"},
    {0},
};

static const struct form_record genting_records[] = {
    {"TP31", .n = "capaian", .d = "target", .reported = "persen"},
    {0},
};

static const struct form_sheet genting_sheets[] = {
    {.name = "Genting",
     .titles = "CAPAIAN GENTING TAHUN {year}\n\n",
     .columns = genting_columns,
     .records = genting_records,
     .total = "JUMLAH",
     .total_left = true},
    {0},
};

/* --- the form with one sheet for each indicator --- */

#define opd_titles "KABUPATEN : {Kab}\nBulan dan Tahun : Agustus {year}\n\n"

static const struct form_column sasaran_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah keluarga", .what = COLUMN_COUNT, .name = "keluarga", .share = 1.0},
    {"Jumlah Keluarga Beresiko Stunting", .what = COLUMN_COUNT, .name = "krs", .of = "keluarga",
     .share = 0.3},
    {"Persentase", .what = COLUMN_RATIO, .name = "persen", .of = "krs/keluarga"},
    {0},
};

static const struct form_record sasaran_records[] = {
    {"DS01", .n = "keluarga"},
    {"DS02", .n = "krs"},
    {0},
};

static const struct form_column unmet_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah PUS belum terpenuhi kebutuhan KB", .what = COLUMN_COUNT, .name = "n", .of = "d", .share = 0.1},
    {"Jumlah PUS Keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.6},
    {"Persentase PUS tidak terlayani atau tidak ikut program KB", .what = COLUMN_RATIO, .name = "persen",
     .of = "n/d"},
    {0},
};

static const struct form_record unmet_records[] = {
    {"E12", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column ktd_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah Kehamilan Tidak Diinginkan(KTD)", .what = COLUMN_COUNT, .name = "n", .of = "d", .share = 0.1},
    {"Jumlah Ibu Hamil", .what = COLUMN_COUNT, .name = "d", .share = 0.1},
    {"Persentase (KTD) atau kehamilan yang belum direncanakan pada saat itu", .what = COLUMN_RATIO,
     .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record ktd_records[] = {
    {"E13", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column kbpp_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah ibu pasca bersalin yang mendapat pelayanan", .what = COLUMN_COUNT, .name = "n", .of = "d",
     .share = 0.6},
    {"Jumlah seluruh ibu pasca persalinan", .what = COLUMN_COUNT, .name = "d", .share = 0.1},
    {"Persentase layanan KB terhadap seluruh ibu melahirkan dalam kurun waktu yang sama",
     .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record kbpp_records[] = {
    {"E23", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column damping_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah keluarga berisiko stunting yang memperoleh pendampingan dari tim pendekatan keluarga ",
     .what = COLUMN_COUNT, .name = "n", .of = "d", .share = 0.8},
    {"Jumlah seluruh keluarga berisiko", .what = COLUMN_COUNT, .name = "d", .share = 0.3},
    {"Persentase layanan pendampingan terhadap seluruh keluarga berisiko stunting dalam kurun waktu yang "
     "sama",
     .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record damping_records[] = {
    {"E24", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column pranikah_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Calon PUS memperoleh pendampingan kesehatan reproduksi 3 bulan pra nikah ", .what = COLUMN_COUNT,
     .name = "n", .of = "d", .share = 0.8},
    {"Jumlah PUS yang mendaftarkan pernikahan ", .what = COLUMN_COUNT, .name = "d", .share = 0.05},
    {"Calon PUS memperoleh pendampingan kesehatan reproduksi 3bulan pra nikah", .what = COLUMN_RATIO,
     .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record pranikah_records[] = {
    {"E05", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column kb2_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Pusat Informasi dan Konseling (PIK) Remaja & Bina Keluarga Remaja (BKR) yang melaksanakan edukasi "
     "kesehatan reproduksi dan gizi bagi remaja",
     .what = COLUMN_COUNT, .name = "pikr", .share = 0.01},
    {"Desa/Kelurahan yang melaksanakan kelas Bina Keluarga Balita (BKB) tentang pengasuhan 1000 HPK",
     .what = COLUMN_CHOICE, .name = "bkb", .text = "1|0"},
    {0},
};

static const struct form_record kb2_records[] = {
    {"S11", .n = "pikr"},
    {"S12", .n = "bkb"},
    {0},
};

static const struct form_sheet opd_sheets[] = {
    {.name = "DATA SASARAN PUS",
     .titles = opd_titles,
     .columns = sasaran_columns,
     .records = sasaran_records,
     .total = "JUMLAH"},
    {.name = "DATA SASARAN IBU HAMIL 3",
     .titles = opd_titles,
     .columns = unmet_columns,
     .records = unmet_records,
     .total = "JUMLAH"},
    {.name = "DATA SASARAN IBU HAMIL 4",
     .titles = opd_titles,
     .columns = ktd_columns,
     .records = ktd_records,
     .total = "JUMLAH"},
    {.name = "DATA KELUARGA BERESIKO 4",
     .titles = opd_titles,
     .columns = kbpp_columns,
     .records = kbpp_records,
     .total = "JUMLAH"},
    {.name = "DATA KELUARGA BERESIKO 5",
     .titles = opd_titles,
     .columns = damping_columns,
     .records = damping_records,
     .total = "JUMLAH"},
    {.name = "DATA SASARAN PUS 3",
     .titles = opd_titles,
     .columns = pranikah_columns,
     .records = pranikah_records,
     .total = "JUMLAH"},
    {.name = "KB 2(Data Supply)", .titles = opd_titles, .columns = kb2_columns, .records = kb2_records},
    {0},
};

/* --- one row a kabupaten/kota; Malang's open data --- */

static const struct form_column suplai_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Tersedia data hasil surveilans keluarga berisiko stunting (kali)", .what = COLUMN_CHOICE, .name = "v0",
     .text = "2|1|0|3"},
    {"Tersedia data keluarga berisiko stunting melalui Sistem Informasi Keluarga (kali)",
     .what = COLUMN_CHOICE, .name = "v1", .text = "2|1|0|3"},
    {"Pendampingan melalui Tri Dharma Perguruan Tinggi (kerja sama)", .what = COLUMN_CHOICE, .name = "v2",
     .text = "2|1|0|3"},
    {"Keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record suplai_records[] = {
    {"S08", .n = "v0"},
    {"S09", .n = "v1"},
    {"S10", .n = "v2"},
    {0},
};

static const struct form_sheet suplai_sheets[] = {
    {.name = "Data",
     .titles = "DATA SUPLAI KELUARGA BERENCANA\nTahun : {year}\n\n",
     .columns = suplai_columns,
     .records = suplai_records,
     .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column metode_columns[] = {
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Jenis_Kontrasepsi", .what = COLUMN_ITEM},
    {"Jumlah_Peserta", .what = COLUMN_COUNT, .name = "peserta", .share = 0.1},
    {0},
};

static const struct form_record metode_records[] = {
    {"@item", .n = "peserta"},
    {0},
};

static const struct form_sheet metode_sheets[] = {
    {.name = "csv",
     .columns = metode_columns,
     .records = metode_records,
     .rows = ROWS_DISTRICTS,
     .items = "AKDR=KB06|MOP=KB07|MOW=KB08|Kondom=KB04|Implan=KB05|Suntikan=KB02|Pil=KB03"},
    {0},
};

static const struct form_column tahun_columns[] = {
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"{lastyear}", .what = COLUMN_COUNT, .name = "lalu", .share = 0.4},
    {"{year}", .what = COLUMN_COUNT, .name = "kini", .share = 0.4},
    {"Growth_{year}_vs_{lastyear}", .what = COLUMN_TEXT, .text = "-11,44%"},
    {"Performance_Level", .what = COLUMN_TEXT, .text = "Poor"},
    {0},
};

static const struct form_record tahun_records[] = {
    {"KB01", .n = "lalu", .period = "{lastyear}"},
    {"KB01", .n = "kini", .period = "{year}"},
    {0},
};

static const struct form_sheet tahun_sheets[] = {
    {.name = "csv", .columns = tahun_columns, .records = tahun_records, .rows = ROWS_DISTRICTS},
    {0},
};

static const struct form_column sekabupaten_columns[] = {
    {"Tahun", .what = COLUMN_ITEM},
    {"AKDR", .what = COLUMN_COUNT, .name = "kb06", .of = "kb01", .share = 0.1},
    {"MOP", .what = COLUMN_COUNT, .name = "kb07", .of = "kb01", .share = 0.1},
    {"MOW", .what = COLUMN_COUNT, .name = "kb08", .of = "kb01", .share = 0.1},
    {"Kondom", .what = COLUMN_COUNT, .name = "kb04", .of = "kb01", .share = 0.1},
    {"Implan", .what = COLUMN_COUNT, .name = "kb05", .of = "kb01", .share = 0.1},
    {"Suntikan", .what = COLUMN_COUNT, .name = "kb02", .of = "kb01", .share = 0.1},
    {"Pil", .what = COLUMN_COUNT, .name = "kb03", .of = "kb01", .share = 0.1},
    {"Total_Peserta", .what = COLUMN_COUNT, .name = "kb01", .share = 0.5},
    {0},
};

static const struct form_record sekabupaten_records[] = {
    {"KB06", .n = "kb06", .period = "@item"},
    {"KB07", .n = "kb07", .period = "@item"},
    {"KB08", .n = "kb08", .period = "@item"},
    {"KB04", .n = "kb04", .period = "@item"},
    {"KB05", .n = "kb05", .period = "@item"},
    {"KB02", .n = "kb02", .period = "@item"},
    {"KB03", .n = "kb03", .period = "@item"},
    {"KB01", .n = "kb01", .period = "@item"},
    {0},
};

static const struct form_sheet sekabupaten_sheets[] = {
    {.name = "csv",
     .columns = sekabupaten_columns,
     .records = sekabupaten_records,
     .rows = ROWS_REGENCY,
     .items = "2022|2023|2024"},
    {0},
};

const struct form forms_dppkb[] = {
    {"dppkb-tpk-harian", "dppkb", "Rekap TPK {kab} Agustus {year}.xlsx", BOOK_XLSX, tpk_sheets,
     .period = "{year}-08", .spotless = true},
    {"dppkb-genting", "dppkb", "Genting {kab}.xlsx", BOOK_XLSX, genting_sheets, .period = "{year}"},
    {"dppkb-rekap-opd", "dppkb", "Formulir OPD DPPKB {kab}.xlsx", BOOK_XLSX, opd_sheets,
     .period = "{year}-08"},
    {"dppkb-suplai", "dppkb", "Suplai KB {provinsi}.xlsx", BOOK_XLSX, suplai_sheets, .period = "{year}",
     .whole_province = true},
    {"dppkb-peserta-metode", "dppkb", "peserta_kb {kab}.csv", BOOK_CSV_PLAIN, metode_sheets,
     .period = "{year}", .upload_region = true},
    {"dppkb-peserta-tahun", "dppkb", "data_kb_performance {kab}.csv", BOOK_CSV_PLAIN, tahun_sheets,
     .period = "{year}", .upload_region = true},
    {"dppkb-peserta-kabupaten", "dppkb", "data_kb_tren_metode {kab}.csv", BOOK_CSV_PLAIN, sekabupaten_sheets,
     .period = "{year}", .upload_region = true},
    {0},
};
