/* Forms of public works, housing and environment: drinking water, sanitation, toilets. */
#include "form.h"

/* --- recap by village --- */

static const struct form_column water_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah rumah tangga yang telah mengakses air minum yang layak", .what = COLUMN_COUNT, .name = "layak",
     .of = "rt"},
    {"Jumlah keseluruhan rumah tangga", .what = COLUMN_COUNT, .name = "rt", .share = 1},
    {"Persentase akses air minum layak rumah tangga terhadap jumlah rumah tangga", .what = COLUMN_RATIO,
     .name = "persen", .of = "layak/rt"},
    {0},
};

static const struct form_record water_records[] = {
    {"E26", .n = "layak", .d = "rt", .reported = "persen"},
    {0},
};

static const struct form_column tank_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah rumah tangga yang telah memiliki sarana sanitasi dengan dilengkapi tangki septic yang kedap "
     "serta "
     "dilakukan penyedotan minimal dalam kurun waktu 5 tahun satu kali",
     .what = COLUMN_COUNT, .name = "aman", .of = "sarana", .share = 0.3},
    {"Jumlah keseluruhan rumah tangga yang memiliki sarana sanitasi pribadi", .what = COLUMN_COUNT,
     .name = "sarana", .share = 0.7},
    {"Persentase rumah tangga yang memiliki sarana sanitasi layak", .what = COLUMN_RATIO, .name = "persen",
     .of = "aman/sarana"},
    {0},
};

static const struct form_record tank_records[] = {
    {"AS37", .n = "aman", .d = "sarana", .reported = "persen"},
    {0},
};

#define RECAP_TITLES "REKAP AIR MINUM DAN SANITASI\nKABUPATEN/KOTA : {kabupaten}\nTAHUN {year}\n\n"

static const struct form_sheet recap_sheets[] = {
    {"Sanitasi 1", RECAP_TITLES, water_columns, water_records, .total = "JUMLAH", .total_left = true,
     .notes = "\nMengetahui,\nKepala Dinas"},
    {"Sanitasi 2", RECAP_TITLES, tank_columns, tank_records, .total = "JUMLAH", .total_left = true},
    {0},
};

/* --- classes of access, percentages alone --- */

static const struct form_column toilet_columns[] = {
    {"Kota/Kabupaten", .what = COLUMN_REGENCY},
    {"Capaiann Akses Aman (%)", .what = COLUMN_RATE, .name = "aman", .share = 0.05},
    {"Capaian Akses Sanitasi Layak Sendiri (%)", .what = COLUMN_RATE, .name = "sendiri", .share = 0.6},
    {"Capaian Akses Sanitasi Layak - Bersama (%)", .what = COLUMN_RATE, .name = "bersama", .share = 0.08},
    {"Capaian Akses Sanitasi Belum Layak (%)", .what = COLUMN_RATE, .name = "belum", .share = 0.06},
    {"Capaian BABS Tertutup (%)", .what = COLUMN_RATE, .name = "tertutup", .share = 0.05},
    {"Capaian BABS Terbuka (%)", .what = COLUMN_CALC, .name = "terbuka",
     .of = "100-aman-sendiri-bersama-belum-tertutup"},
    {0},
};

static const struct form_record toilet_records[] = {
    {"AS01", .reported = "aman"},
    {"AS02", .reported = "sendiri"},
    {"AS03", .reported = "bersama"},
    {"AS04", .reported = "belum"},
    {"AS05", .reported = "tertutup"},
    {"AS06", .reported = "terbuka"},
    {0},
};

static const struct form_sheet toilet_sheets[] = {
    {"Sanitasi", "CAPAIAN AKSES SANITASI\nPROVINSI {PROVINSI}\nTahun : {year}\n\n", toilet_columns,
     toilet_records, .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column access_columns[] = {
    {"Kota/Kabupaten", .what = COLUMN_REGENCY},
    {"Akses Layak (%)", .what = COLUMN_CALC, .name = "layak", .of = "pipa+bukan"},
    {"Jaringan Perpipaan (%)", .what = COLUMN_RATE, .name = "pipa", .share = 0.3},
    {"Jaringan Non Perpipaan (%)", .what = COLUMN_RATE, .name = "bukan", .share = 0.5},
    {"Aman (%)", .what = COLUMN_RATE, .name = "aman", .share = 0.1},
    {0},
};

static const struct form_record access_records[] = {
    {"AS11", .reported = "layak"},
    {"AS12", .reported = "pipa"},
    {"AS13", .reported = "bukan"},
    {"AS14", .reported = "aman"},
    {0},
};

static const struct form_sheet access_sheets[] = {
    {"Air Minum", "CAPAIAN AKSES AIR MINUM\nPROVINSI {PROVINSI}\nTahun : {year}\n\n", access_columns,
     access_records, .rows = ROWS_REGENCIES},
    {0},
};

/* --- toilets: what stands there, and who uses it --- */

#define GOOD_TOILET "KELUARGA DENGAN AKSES TERHADAP FASILITAS SANITASI YANG LAYAK (JAMBAN SEHAT)|"

static const struct form_column latrine_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"DESA", .what = COLUMN_VILLAGE},
    {"JUMLAH KK", .what = COLUMN_COUNT, .name = "kk", .share = 1},
    {"SHARING/KOMUNAL|JUMLAH SARANA", .what = COLUMN_COUNT, .name = "s1", .of = "p1", .share = 0.3},
    {"SHARING/KOMUNAL|JUMLAH KK PENGGUNA", .what = COLUMN_COUNT, .name = "p1", .of = "kk", .share = 0.1},
    {"JAMBAN SEHAT SEMI PERMANEN (JSSP)|JUMLAH SARANA", .what = COLUMN_COUNT, .name = "s2", .of = "p2"},
    {"JAMBAN SEHAT SEMI PERMANEN (JSSP)|JUMLAH KK PENGGUNA", .what = COLUMN_COUNT, .name = "p2", .of = "kk",
     .share = 0.2},
    {"JAMBAN SEHAT PERMANEN (JSP)|JUMLAH SARANA", .what = COLUMN_COUNT, .name = "s3", .of = "p3"},
    {"JAMBAN SEHAT PERMANEN (JSP)|JUMLAH KK PENGGUNA", .what = COLUMN_COUNT, .name = "p3", .of = "kk",
     .share = 0.5},
    {GOOD_TOILET "JUMLAH", .what = COLUMN_CALC, .name = "akses", .of = "p1+p2+p3"},
    {GOOD_TOILET "%", .what = COLUMN_RATIO, .name = "persen", .of = "akses/kk"},
    {0},
};

static const struct form_record latrine_records[] = {
    {"AS28", .n = "kk"},
    {"AS27", .n = "s1"},
    {"AS23", .n = "p1"},
    {"AS26", .n = "s2"},
    {"AS22", .n = "p2"},
    {"AS25", .n = "s3"},
    {"AS21", .n = "p3"},
    {"AS29", .n = "akses", .d = "kk", .reported = "persen"},
    {0},
};

static const struct form_sheet latrine_sheets[] = {
    {"Jamban", "REKAP KEPEMILIKAN JAMBAN\nKABUPATEN : {kab}\nBULAN : Agustus {year}\n\n", latrine_columns,
     latrine_records, .blocks = true, .numbers = "%d", .total = "JUMLAH", .total_left = true},
    {0},
};

/* --- who uses which toilet, at the beginning and now --- */

static const struct form_column progress_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID_SMS", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Kelurahan", .what = COLUMN_VILLAGE},
    {"Jumlah SD", .what = COLUMN_CHOICE, .text = "1|2"},
    {"Jumlah Dusun", .what = COLUMN_CHOICE, .text = "2|3"},
    {"Tanggal Pemicuan", .what = COLUMN_TEXT, .text = "12/03/{lastyear}"},
    {"Jumlah KK", .what = COLUMN_CALC, .name = "kk", .of = "jsp+jssp+sharing+od"},
    {"Baseline|JSP", .what = COLUMN_COUNT, .share = 0.3},
    {"Baseline|JSSP", .what = COLUMN_COUNT, .share = 0.3},
    {"Baseline|Sharing", .what = COLUMN_COUNT, .share = 0.1},
    {"Baseline|OD", .what = COLUMN_COUNT, .share = 0.3},
    {"Progress|JSP", .what = COLUMN_COUNT, .name = "jsp", .share = 0.5},
    {"Progress|JSSP", .what = COLUMN_COUNT, .name = "jssp", .share = 0.2},
    {"Progress|Sharing", .what = COLUMN_COUNT, .name = "sharing", .share = 0.1},
    {"Progress|OD", .what = COLUMN_COUNT, .name = "od", .share = 0.2},
    {0},
};

static const struct form_record progress_records[] = {
    {"AS28", .n = "kk"},      {"AS21", .n = "jsp"}, {"AS22", .n = "jssp"},
    {"AS23", .n = "sharing"}, {"AS24", .n = "od"},  {0},
};

static const struct form_sheet progress_sheets[] = {
    {"STBM", "KEMAJUAN STBM\nKABUPATEN : {kab}\nBULAN : September {year}\n\n", progress_columns,
     progress_records, .total = "JUMLAH", .total_left = true},
    {0},
};

/* --- villages free of open defecation: the period is in the name of the file --- */

static const struct form_column free_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Nama Kab/Kota", .what = COLUMN_REGENCY},
    {"Jumlah Kecamatan", .what = COLUMN_COUNT, .share = 0.01},
    {"Jumlah Desa/Kelurahan", .what = COLUMN_COUNT, .name = "desa", .share = 0.05},
    {"Jumlah Desa/Kelurahan Stop BABS", .what = COLUMN_COUNT, .name = "bebas", .of = "desa", .share = 0.4},
    {"Pesentase Desa/Kelurahan Stop BABS", .what = COLUMN_RATIO, .name = "persen", .of = "bebas/desa"},
    {0},
};

static const struct form_record free_records[] = {
    {"L20", .n = "bebas", .d = "desa", .reported = "persen"},
    {0},
};

static const struct form_sheet free_sheets[] = {
    {"Sheet1", NULL, free_columns, free_records, .rows = ROWS_REGENCIES, .total = "Total"},
    {0},
};

/* --- water systems --- */

static const struct form_column system_columns[] = {
    {"kode_desa", .what = COLUMN_CODE},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"jumlah_kk", .what = COLUMN_COUNT, .name = "kk", .share = 1},
    {"kk_perpipaan", .what = COLUMN_COUNT, .name = "pipa", .of = "kk", .share = 0.3},
    {"kk_bjp", .what = COLUMN_COUNT, .name = "bjp", .of = "kk", .share = 0.4},
    {"kk_layak", .what = COLUMN_CALC, .name = "layak", .of = "pipa+bjp"},
    {"kk_aman", .what = COLUMN_COUNT, .name = "aman", .of = "layak", .share = 0.2},
    {"sumber_dana", .what = COLUMN_CHOICE, .text = "APBN|DAK|APBD"},
    {0},
};

static const struct form_record system_records[] = {
    {"AS28", .n = "kk"},
    {"AS42", .n = "pipa"},
    {"AS44", .n = "bjp"},
    {"E26", .n = "layak", .d = "kk"},
    {"AS49", .n = "aman", .d = "kk"},
    {0},
};

static const struct form_sheet system_sheets[] = {
    {"SPAM", "KABUPATEN : {kab}\n", system_columns, .records = system_records},
    {0},
};

static const struct form_column village_columns[] = {
    {"No.", .what = COLUMN_NO},
    {"Provinsi", .what = COLUMN_PROVINCE},
    {"Kabupaten", .what = COLUMN_REGENCY},
    {"Desa", .what = COLUMN_VILLAGE, .text = "{DESA}, Kec. {KECAMATAN}"},
    {"Jumlah penduduk|(KK)", .what = COLUMN_COUNT, .name = "kk", .share = 2, .text = "comma"},
    {"Jumlah penduduk|(jiwa)", .what = COLUMN_COUNT, .name = "jiwa", .share = 7, .text = "comma"},
    {"Sudah Akses SAM|(KK)", .what = COLUMN_COUNT, .name = "akses", .of = "kk", .share = 0.5,
     .text = "comma"},
    {"Sudah Akses SAM|(jiwa)", .what = COLUMN_COUNT, .name = "aksesj", .of = "jiwa", .share = 0.5,
     .text = "comma"},
    {"Target Pemanfaat SAM (KK)", .what = COLUMN_COUNT, .name = "target", .of = "kk", .share = 0.2,
     .text = "comma"},
    {0},
};

static const struct form_record village_records[] = {
    {"DS16", .n = "jiwa"},
    {"AS46", .n = "akses", .d = "kk"},
    {"AS48", .n = "aksesj"},
    {"AS47", .n = "target"},
    {0},
};

static const struct form_sheet village_sheets[] = {
    {"Desa Sasaran", "DATA PEMILIHAN DESA SASARAN PAMSIMAS\nTAHUN {year}\n\n", village_columns,
     village_records, .levels = 3, .numbers = "(%d)"},
    {0},
};

/* --- tables of the statistics office, a row for each province --- */

#define BPS_WATER                                                                                            \
    "38 Provinsi|Persentase Rumah Tangga yang Memiliki Akses terhadap Sumber Air Minum Layak Menurut "       \
    "Provinsi dan Klasifikasi Desa (Persen)|"

static const struct form_column bps_water_columns[] = {
    {"38 Provinsi", .what = COLUMN_PROVINCE},
    {BPS_WATER "Perkotaan|{year}", .what = COLUMN_RATE, .name = "kota"},
    {BPS_WATER "Perdesaan|{year}", .what = COLUMN_RATE, .name = "desa"},
    {BPS_WATER "Perkotaan+Perdesaan|{year}", .what = COLUMN_RATE, .name = "semua"},
    {0},
};

static const struct form_record bps_water_records[] = {
    {"AS11", .reported = "semua"},
    {0},
};

static const struct form_sheet bps_water_sheets[] = {
    {"csv", NULL, bps_water_columns, bps_water_records, .rows = ROWS_PROVINCE},
    {0},
};

static const struct form_column bps_toilet_columns[] = {
    {"38 Provinsi", .what = COLUMN_PROVINCE},
    {"|Persentase Rumah Tangga menurut Provinsi dan Memiliki Akses terhadap Sanitasi Layak (Persen)|{year}",
     .what = COLUMN_RATE, .name = "layak"},
    {0},
};

static const struct form_record bps_toilet_records[] = {
    {"AS07", .reported = "layak"},
    {0},
};

static const struct form_sheet bps_toilet_sheets[] = {
    {"Sheet1", NULL, bps_toilet_columns, bps_toilet_records, .rows = ROWS_PROVINCE},
    {0},
};

const struct form forms_pupr[] = {
    {"perkim-cakupan", "perkim", "Cakupan Perkim {kabupaten} Tahun {year}.xlsx", BOOK_XLSX, recap_sheets,
     .period = "{year}"},
    {"perkim-akses-sanitasi", "perkim", "Akses Sanitasi {provinsi} {year}.xlsx", BOOK_XLSX, toilet_sheets,
     .period = "{year}", .whole_province = true},
    {"perkim-akses-air", "perkim", "Akses Air Minum {provinsi} {year}.xlsx", BOOK_XLSX, access_sheets,
     .period = "{year}", .whole_province = true},
    {"dinkes-jamban", "dinkes", "Rekap Jamban {kabupaten} Agustus {year}.xlsx", BOOK_XLSX, latrine_sheets,
     .period = "{year}-08"},
    {"dinkes-stbm", "dinkes", "Kemajuan STBM {kabupaten} {year}.xlsx", BOOK_XLSX, progress_sheets,
     .period = "{year}-09"},
    {"dinkes-odf", "dinkes", "Desa_Stop_BABS_Tahun_{year}_Semester_I.xlsx", BOOK_XLSX, free_sheets,
     .period = "{year}-S1", .whole_province = true},
    {"pupr-spam", "pupr", "SPAM {kabupaten} {year}.xlsx", BOOK_XLSX, system_sheets, .period = "{year}"},
    {"pupr-pamsimas", "pupr", "Pamsimas Desa Sasaran {kabupaten}.xlsx", BOOK_XLSX, village_sheets,
     .period = "{year}"},
    {"bps-air-minum", "bps", "Air Minum Layak {year}.csv", BOOK_CSV_PLAIN, bps_water_sheets,
     .period = "{year}", .whole_province = true, .point = true},
    {"bps-sanitasi", "bps", "Sanitasi Layak {year}.xlsx", BOOK_XLSX, bps_toilet_sheets, .period = "{year}",
     .whole_province = true},
    {0},
};
