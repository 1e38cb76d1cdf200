/* Open data and recaps by kabupaten/kota or province: poverty, health, water and sanitation. */
#include "form.h"

static const struct form_column stunted_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Provinsi", .what = COLUMN_PROVINCE},
    {"JumlahBalita", .what = COLUMN_COUNT, .name = "balita", .share = 0.5},
    {"sPendek", .what = COLUMN_COUNT, .name = "p", .of = "balita", .share = 0.1},
    {"sSangatPendek", .what = COLUMN_COUNT, .name = "sp", .of = "balita", .share = 0.05},
    {"Prevalensi", .what = COLUMN_RATIO, .name = "persen", .of = "p+sp/balita"},
    {0},
};

static const struct form_record stunted_records[] = {
    {"DS03", .n = "balita"},
    {"O11", .n = "p", .d = "balita"},
    {"O03", .n = "sp", .d = "balita"},
    {"O01", .reported = "persen"},
    {0},
};

static const struct form_remark stunted_remarks[] = {{"persen", REASON_percent_only, "O01"}, {0}};

static const struct form_sheet stunted_sheets[] = {
    {"Tahun{year}", NULL, stunted_columns, stunted_records, stunted_remarks, .rows = ROWS_PROVINCE,
     .filled = true},
    {"Tahun{lastyear}", NULL, stunted_columns, stunted_records, stunted_remarks, .rows = ROWS_PROVINCE,
     .filled = true, .period = "{lastyear}"},
    {0},
};

static const struct form_column birth_columns[] = {
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"{lastyear}", .what = COLUMN_COUNT, .name = "lalu", .share = 0.2},
    {"{year}", .what = COLUMN_COUNT, .name = "kini", .share = 0.2},
    {0},
};

#define TWO_YEARS(code_)                                                                                     \
    {                                                                                                        \
        {code_, .n = "lalu", .period = "{lastyear}"}, {code_, .n = "kini"}, {0},                             \
    }

static const struct form_record born_records[] = TWO_YEARS("KS45");
static const struct form_record light_records[] = TWO_YEARS("KS71");
static const struct form_record wasted_records[] = TWO_YEARS("DS22");

#define BIRTH_SHEET(name_, records_)                                                                         \
    {                                                                                                        \
        name_, NULL, .columns = birth_columns, .records = records_, .rows = ROWS_REGENCIES,                  \
                     .total = "Provinsi {provinsi}"                                                          \
    }

static const struct form_sheet birth_sheets[] = {
    BIRTH_SHEET("BayiLahir", born_records),
    BIRTH_SHEET("BBLR", light_records),
    BIRTH_SHEET("GiziKurang", wasted_records),
    {0},
};

#define OPEN_DATA(unit, ...)                                                                                 \
    {                                                                                                        \
        {"id", .what = COLUMN_NO}, {"kode_provinsi", .what = COLUMN_TEXT, .text = "62"},                     \
            {"nama_provinsi", .what = COLUMN_PROVINCE}, {"kode_kabupaten_kota", .what = COLUMN_NO},          \
            {"nama_kabupaten_kota", .what = COLUMN_REGENCY, .text = "{KABUPATEN}"}, {__VA_ARGS__},           \
            {"satuan", .what = COLUMN_TEXT, .text = unit}, {"tahun", .what = COLUMN_TEXT, .text = "{year}"}, \
            {0},                                                                                             \
    }

static const struct form_column poor_columns[] =
    OPEN_DATA("RIBU JIWA", "jumlah_penduduk_miskin", .what = COLUMN_CHOICE, .name = "miskin",
              .text = "45.31|9.7|120.04");
static const struct form_column line_columns[] = OPEN_DATA(
    "RUPIAH", "garis_kemiskinan_perkapita", .what = COLUMN_CHOICE, .name = "garis", .text = "359787|412500");
static const struct form_column centre_columns[] =
    OPEN_DATA("UNIT", "jumlah_puskesmas", .what = COLUMN_COUNT, .name = "puskesmas", .share = 0.001);
static const struct form_column toilet_columns[] =
    OPEN_DATA("PERSEN", "persentase_sanitasi_layak", .what = COLUMN_CHOICE, .name = "layak",
              .text = "88,77=88.77|100|69,9=69.9");

static const struct form_record poor_records[] = {{"BS22", .reported = "miskin"}, {0}};
static const struct form_record line_records[] = {{"BS21", .reported = "garis"}, {0}};
static const struct form_record centre_records[] = {{"KS52", .n = "puskesmas"}, {0}};
static const struct form_record toilet_records[] = {{"AS07", .reported = "layak"}, {0}};

#define OPEN_SHEETS(name_, columns_, records_)                                                               \
    {                                                                                                        \
        {name_, NULL, .columns = columns_, .records = records_, .rows = ROWS_REGENCIES}, {0},                \
    }

static const struct form_sheet poor_sheets[] = OPEN_SHEETS("csv", poor_columns, poor_records);
static const struct form_sheet line_sheets[] = OPEN_SHEETS("csv", line_columns, line_records);
static const struct form_sheet centre_sheets[] = OPEN_SHEETS("Puskesmas", centre_columns, centre_records);
static const struct form_sheet toilet_sheets[] =
    OPEN_SHEETS("Sanitasi Layak", toilet_columns, toilet_records);

static const struct form_column years_columns[] = {
    {"Nama Wilayah", .what = COLUMN_PROVINCE},
    {"{year}", .what = COLUMN_CHOICE, .name = "kini", .text = "410988|430120"},
    {"{lastyear}", .what = COLUMN_CHOICE, .name = "lalu", .text = "386198|399001"},
    {0},
};

static const struct form_record years_records[] = {
    {"BS21", .reported = "kini"}, {"BS21", .reported = "lalu", .period = "{lastyear}"}, {0}};

static const struct form_sheet years_sheets[] = {
    {"csv", NULL, .columns = years_columns, .records = years_records, .rows = ROWS_PROVINCE},
    {0},
};

#define WATER "Persentase Rumah Tangga yang Memiliki Akses Terhadap Sumber Air Minum Layak (Persen)\n||"

static const struct form_column water_columns[] = {
    {"Wilayah {provinsi}", .what = COLUMN_REGENCY},
    {WATER "{year}", .what = COLUMN_RATE, .name = "layak", .share = 0.9},
    {0},
};

static const struct form_record water_records[] = {{"AS11", .reported = "layak"}, {0}};

static const struct form_sheet water_sheets[] = {
    {"Air Layak", NULL, .columns = water_columns, .records = water_records, .rows = ROWS_REGENCIES,
     .levels = 3},
    {0},
};

const struct form forms_opendata[] = {
    {"stunting-provinsi", "bappeda", "data_stunting.xlsx", BOOK_XLSX, stunted_sheets, .period = "{year}",
     .whole_province = true},
    {"bblr-kabupaten", "bappeda", "BBLR_Gizi.xlsx", BOOK_XLSX, birth_sheets, .period = "{year}",
     .whole_province = true},
    {"opendata-miskin", "bappeda", "jumlah_penduduk_miskin.csv", BOOK_CSV_PLAIN, poor_sheets,
     .period = "{year}", .whole_province = true},
    {"opendata-garis-kemiskinan", "bappeda", "garis_kemiskinan_kabupaten.csv", BOOK_CSV_PLAIN, line_sheets,
     .period = "{year}", .whole_province = true},
    {"bps-garis-kemiskinan", "bappeda", "garis_kemiskinan_provinsi.csv", BOOK_CSV_BOM, years_sheets,
     .period = "{year}", .whole_province = true},
    {"opendata-puskesmas", "bappeda", "puskesmas.xlsx", BOOK_XLSX, centre_sheets, .period = "{year}",
     .whole_province = true},
    {"opendata-sanitasi", "bappeda", "sanitasi layak.xlsx", BOOK_XLSX, toilet_sheets, .period = "{year}",
     .whole_province = true},
    {"bps-air-minum-kabupaten", "bappeda", "air layak.xlsx", BOOK_XLSX, water_sheets, .period = "{year}",
     .whole_province = true},
    {0},
};
