/* Forms of the civil registry: certificates, identity cards of children, population by age. */
#include "form.h"

/* --- the province's workbook: frozen and running denominators --- */

static const struct form_column people_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"KODE", .what = COLUMN_CODE},
    {"WILAYAH", .what = COLUMN_REGENCY},
    {"PENDUDUK|(LK)", .what = COLUMN_COUNT, .name = "l", .share = 1.6},
    {"PENDUDUK|(PR)", .what = COLUMN_COUNT, .name = "p", .share = 1.5},
    {"PENDUDUK|(JML)", .what = COLUMN_CALC, .name = "j", .of = "l+p"},
    {0},
};

static const struct form_record people_records[] = {
    {"DS16", .n = "l", .sex = "L"},
    {"DS16", .n = "p", .sex = "P"},
    {"DS16", .n = "j"},
    {0},
};

static const struct form_column certificate_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"KODE", .what = COLUMN_CODE},
    {"WILAYAH", .what = COLUMN_REGENCY},
    {"WAJIB AKTA|AWAL-JML", .what = COLUMN_COUNT, .name = "awal"},
    {"WAJIB AKTA|DINAMIS - JML", .what = COLUMN_COUNT, .name = "wajib"},
    {"MEMILIKI|DINAMIS - JML", .what = COLUMN_COUNT, .name = "ada", .of = "wajib"},
    {"BELUM MEMILIKI|DINAMIS - JML", .what = COLUMN_CALC, .name = "belum", .of = "wajib-ada"},
    {"PERSEN|DINAMIS (%)", .what = COLUMN_RATIO, .name = "persen", .of = "ada/wajib"},
    {0},
};

static const struct form_record certificate_records_4[] = {
    {"L19", .n = "ada", .d = "wajib", .reported = "persen", .age = "0-4"},
    {"KD02", .n = "awal", .age = "0-4"},
    {0},
};

static const struct form_record certificate_records_18[] = {
    {"L19", .n = "ada", .d = "wajib", .reported = "persen", .age = "0-18"},
    {"KD02", .n = "awal", .age = "0-18"},
    {0},
};

static const struct form_record certificate_records_all[] = {
    {"L19", .n = "ada", .d = "wajib", .reported = "persen", .age = "semua usia"},
    {"KD02", .n = "awal", .age = "semua usia"},
    {0},
};

static const struct form_record marriage_records[] = {
    {"KD04", .n = "ada", .d = "wajib", .reported = "persen"},
    {0},
};

static const struct form_column card_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"KODE", .what = COLUMN_CODE},
    {"WILAYAH", .what = COLUMN_REGENCY},
    {"JUMLAH|AWAL (JML)", .what = COLUMN_COUNT, .name = "awal"},
    {"JUMLAH|DINAMIS (TTL)", .what = COLUMN_COUNT, .name = "wajib"},
    {"MEMILIKI|DINAMIS(JML)", .what = COLUMN_COUNT, .name = "ada", .of = "wajib", .share = 0.5},
    {"BELUM MEMILIKI|DINAMIS(JML)", .what = COLUMN_CALC, .name = "belum", .of = "wajib-ada"},
    {"PERSEN|DINAMIS(%)", .what = COLUMN_RATIO, .name = "persen", .of = "ada/wajib"},
    {0},
};

static const struct form_record card_records[] = {
    {"KD01", .n = "ada", .d = "wajib", .reported = "persen"},
    {"KD03", .n = "awal"},
    {0},
};

#define PROVINCE_TITLES "KEPEMILIKAN DOKUMEN KEPENDUDUKAN\nPROVINSI {PROVINSI}\nKEADAAN 31 Oktober {year}\n"
#define PROVINCE_SHEET(sheet, columns_, records_)                                                            \
    {                                                                                                        \
        .name = sheet, .titles = PROVINCE_TITLES, .columns = columns_, .records = records_,                  \
        .rows = ROWS_REGENCIES, .total = "PROVINSI {PROVINSI}", .total_first = true                          \
    }

static const struct form_sheet province_sheets[] = {
    PROVINCE_SHEET("Jumlah Penduduk", people_columns, people_records),
    PROVINCE_SHEET("Akta Kelahiran (0-4)", certificate_columns, certificate_records_4),
    PROVINCE_SHEET("Akta Kelahiran (0-18)", certificate_columns, certificate_records_18),
    PROVINCE_SHEET("Akta Kelahiran", certificate_columns, certificate_records_all),
    PROVINCE_SHEET("KIA", card_columns, card_records),
    PROVINCE_SHEET("AKTA KAWIN", certificate_columns, marriage_records),
    {0},
};

/* --- SIMADKB: three levels, rows by age --- */

static const struct form_column simadkb_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Wilayah", .what = COLUMN_CODE},
    {"Nama Wilayah", .what = COLUMN_VILLAGE},
    {"Usia", .what = COLUMN_ITEM, .name = "usia"},
    {"Wajib Akta|Awal|LK", .what = COLUMN_COUNT, .name = "wal", .share = 0.5},
    {"Wajib Akta|Awal|PR", .what = COLUMN_COUNT, .name = "wap", .share = 0.5},
    {"Wajib Akta|Awal|JML", .what = COLUMN_CALC, .name = "wa", .of = "wal+wap"},
    {"Wajib Akta|Dinamis|LK", .what = COLUMN_COUNT, .name = "wdl", .share = 0.5},
    {"Wajib Akta|Dinamis|PR", .what = COLUMN_COUNT, .name = "wdp", .share = 0.5},
    {"Wajib Akta|Dinamis|JML", .what = COLUMN_CALC, .name = "wd", .of = "wdl+wdp"},
    {"Memiliki Akta|Awal|LK", .what = COLUMN_COUNT, .name = "mal", .of = "wal"},
    {"Memiliki Akta|Awal|PR", .what = COLUMN_COUNT, .name = "map", .of = "wap"},
    {"Memiliki Akta|Awal|JML", .what = COLUMN_CALC, .name = "ma", .of = "mal+map"},
    {"Memiliki Akta|Dinamis|LK", .what = COLUMN_COUNT, .name = "mdl", .of = "wdl"},
    {"Memiliki Akta|Dinamis|PR", .what = COLUMN_COUNT, .name = "mdp", .of = "wdp"},
    {"Memiliki Akta|Dinamis|JML", .what = COLUMN_CALC, .name = "md", .of = "mdl+mdp"},
    {0},
};

static const struct form_record simadkb_records[] = {
    {"L19", .n = "mdl", .d = "wdl", .sex = "L", .age = "@usia"},
    {"L19", .n = "mdp", .d = "wdp", .sex = "P", .age = "@usia"},
    {"L19", .n = "md", .d = "wd", .age = "@usia"},
    {"KD09", .n = "ma", .d = "wa", .age = "@usia"},
    {0},
};

static const struct form_sheet simadkb_sheets[] = {
    {.name = "Sheet1",
     .titles = "KABUPATEN : {kab}\n\n",
     .columns = simadkb_columns,
     .records = simadkb_records,
     .items = "Semua Usia=semua usia|0-1 Tahun=0-1|0-18 Tahun=0-18",
     .total = "JUMLAH",
     .total_first = true},
    {0},
};

/* --- recaps of a kecamatan, of kampung, of all kecamatan --- */

static const struct form_column village_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Wajib Akta|L", .what = COLUMN_COUNT, .name = "wl", .share = 0.5},
    {"Wajib Akta|P", .what = COLUMN_COUNT, .name = "wp", .share = 0.5},
    {"Wajib Akta|Total", .what = COLUMN_CALC, .name = "w", .of = "wl+wp"},
    {"Memiliki Akta|L", .what = COLUMN_COUNT, .name = "ml", .of = "wl"},
    {"Memiliki Akta|P", .what = COLUMN_COUNT, .name = "mp", .of = "wp"},
    {"Memiliki Akta|Total", .what = COLUMN_CALC, .name = "m", .of = "ml+mp"},
    {"Belum Memiliki|L", .what = COLUMN_CALC, .name = "bl", .of = "wl-ml"},
    {"Belum Memiliki|P", .what = COLUMN_CALC, .name = "bp", .of = "wp-mp"},
    {"Belum Memiliki|Total", .what = COLUMN_CALC, .name = "b", .of = "w-m"},
    {"%", .what = COLUMN_RATIO, .name = "persen", .of = "m/w"},
    {0},
};

static const struct form_record village_records[] = {
    {"L19", .n = "ml", .d = "wl", .sex = "L", .age = "0-18"},
    {"L19", .n = "mp", .d = "wp", .sex = "P", .age = "0-18"},
    {"L19", .n = "m", .d = "w", .reported = "persen", .age = "0-18"},
    {0},
};

static const struct form_record card_village_records[] = {
    {"KD01", .n = "ml", .d = "wl", .sex = "L"},
    {"KD01", .n = "mp", .d = "wp", .sex = "P"},
    {"KD01", .n = "m", .d = "w", .reported = "persen"},
    {0},
};

static const struct form_sheet village_sheets[] = {
    {.name = "{Kecamatan}",
     .titles = "KEPEMILIKAN AKTA KELAHIRAN ANAK USIA 0-18 TAHUN\nKABUPATEN : {kab}\nKECAMATAN : {kecamatan}\n"
               "PERIODE : SEMESTER II {year}\n\n",
     .columns = village_columns,
     .records = village_records,
     .each_district = true,
     .total = "JUMLAH",
     .notes = "\nMengetahui\nCamat"},
    {.name = "KIA {Kecamatan}",
     .titles =
         "KEPEMILIKAN KIA\nKABUPATEN : {kab}\nKECAMATAN : {kecamatan}\nPERIODE : SEMESTER II {year}\n\n",
     .columns = village_columns,
     .records = card_village_records,
     .each_district = true,
     .total = "JUMLAH"},
    {0},
};

static const struct form_column kampung_columns[] = {
    {"#", .what = COLUMN_NO},
    {"Kode Kec", .what = COLUMN_OTHER},
    {"Nama Kec", .what = COLUMN_DISTRICT},
    {"Kode Kel/Kamp", .what = COLUMN_OTHER},
    {"Nama Kampung", .what = COLUMN_VILLAGE},
    {"L", .what = COLUMN_COUNT, .name = "l", .share = 0.5},
    {"P", .what = COLUMN_COUNT, .name = "p", .share = 0.5},
    {"Jumlah", .what = COLUMN_CALC, .name = "j", .of = "l+p"},
    {0},
};

static const struct form_record kampung_records[] = {
    {"KD10", .n = "l", .sex = "L"},
    {"KD10", .n = "p", .sex = "P"},
    {"KD10", .n = "j"},
    {0},
};

static const struct form_sheet kampung_sheets[] = {
    {.name = "Akta",
     .titles = "PEMERINTAH KABUPATEN {KAB}\nKABUPATEN : {kab}\nDINAS KEPENDUDUKAN DAN PENCATATAN "
               "SIPIL\nSemester II {year}\n\n",
     .columns = kampung_columns,
     .records = kampung_records,
     .total = "JUMLAH KEPEMILIKAN AKTA KELAHIRAN",
     .total_left = true},
    {0},
};

static const struct form_column district_columns[] = {
    {"nama_kecamatan", .what = COLUMN_DISTRICT},
    {"jumlah", .what = COLUMN_COUNT, .name = "jumlah", .share = 0.4},
    {"ada_akta", .what = COLUMN_COUNT, .name = "ada", .of = "jumlah"},
    {"tidak_ada_akta", .what = COLUMN_CALC, .name = "tidak", .of = "jumlah-ada"},
    {0},
};

static const struct form_record district_records[] = {
    {"L19", .n = "ada", .d = "jumlah", .age = "0-5"},
    {"KD05", .n = "tidak", .age = "0-5"},
    {0},
};

static const struct form_sheet district_sheets[] = {
    {.name = "Tabel 1",
     .titles =
         "Penduduk Kabupaten {kab} Menurut Kepemilikan Akta Kelahiran Anak (Usia 0-5 Tahun) Perkecamatan "
         "Tahun {year}\nKABUPATEN : {kab}\n\n",
     .columns = district_columns,
     .records = district_records,
     .rows = ROWS_DISTRICTS,
     .total = "JUMLAH"},
    {0},
};

/* --- population by age, one file for each sex --- */

static const struct form_column age_columns[] = {
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KODE", .what = COLUMN_CODE, .text = "last4"},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"Jumlah_Penduduk", .what = COLUMN_CALC, .name = "jumlah", .of = "u1+u4+u9+u75"},
    {"Umur 0 - 1", .what = COLUMN_COUNT, .name = "u1", .share = 0.1},
    {"Umur 2 - 4", .what = COLUMN_COUNT, .name = "u4", .share = 0.2},
    {"Umur 5 - 9", .what = COLUMN_COUNT, .name = "u9", .share = 0.3},
    {"Umur 75+", .what = COLUMN_COUNT, .name = "u75", .share = 0.1},
    {0},
};

#define AGE_RECORDS(sex_)                                                                                    \
    {                                                                                                        \
        {"DS16", .n = "jumlah", .sex = sex_}, {"DS16", .n = "u1", .sex = sex_, .age = "0 - 1"},              \
            {"DS16", .n = "u4", .sex = sex_, .age = "2 - 4"},                                                \
            {"DS16", .n = "u9", .sex = sex_, .age = "5 - 9"},                                                \
            {"DS16", .n = "u75", .sex = sex_, .age = "75+"},                                                 \
        {                                                                                                    \
            0                                                                                                \
        }                                                                                                    \
    }

static const struct form_record men_records[] = AGE_RECORDS("L");
static const struct form_record women_records[] = AGE_RECORDS("P");

static const struct form_sheet men_sheets[] = {
    {.name = "csv", .columns = age_columns, .records = men_records},
    {0},
};

static const struct form_sheet women_sheets[] = {
    {.name = "csv", .columns = age_columns, .records = women_records},
    {0},
};

const struct form forms_dukcapil[] = {
    {.layout = "dukcapil-provinsi",
     .folder = "dukcapil",
     .file = "Agregat Dukcapil {provinsi} Oktober {year}.xlsx",
     .sheets = province_sheets,
     .period = "{year}-10",
     .whole_province = true},
    {.layout = "dukcapil-simadkb",
     .folder = "dukcapil",
     .file = "kepemilikan_akta_kelahiran {kab}.xlsx",
     .sheets = simadkb_sheets,
     .period = "{year}-S2",
     .upload = "{year}-S2"},
    {.layout = "dukcapil-desa",
     .folder = "dukcapil",
     .file = "DKB Semester II {kabupaten}.xlsx",
     .sheets = village_sheets,
     .period = "{year}-S2"},
    {.layout = "dukcapil-kampung",
     .folder = "dukcapil",
     .file = "Akta Kelahiran Kampung {kabupaten}.xlsx",
     .sheets = kampung_sheets,
     .period = "{year}-S2"},
    {.layout = "dukcapil-kecamatan",
     .folder = "dukcapil",
     .file = "E-Book Dukcapil {kabupaten}.xlsx",
     .sheets = district_sheets,
     .period = "{year}"},
    {.layout = "dukcapil-umur",
     .folder = "dukcapil",
     .file = "Penduduk {kab} Umur LAKI-LAKI {year}.csv",
     .book = BOOK_CSV_PLAIN,
     .sheets = men_sheets,
     .period = "{year}"},
    {.layout = "dukcapil-umur",
     .folder = "dukcapil",
     .file = "Penduduk {kab} Umur PEREMPUAN {year}.csv",
     .book = BOOK_CSV_PLAIN,
     .sheets = women_sheets,
     .period = "{year}"},
    {0},
};
