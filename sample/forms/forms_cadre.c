/* Forms of the village cadres by name: Formulir 2.A, 2.B, 2.C by month, 3.A and 3.B by quarter. */
#include "form.h"

#define BABY_MARKS "v=Y|x=T|√=Y|-=TS"
#define MARK(heading, id)                                                                                    \
    {                                                                                                        \
        heading, .what = COLUMN_CHOICE, .name = id, .text = BABY_MARKS, .share = 0.7                         \
    }
#define MONTH_TITLES(form) form "\nKABUPATEN/KOTA : {KABUPATEN}\nBULAN : {bulan} {year}"

static const struct form_column f2a_columns[] = {
    {"No Register (KIA)", .what = COLUMN_NO},
    {"NIK", .what = COLUMN_NIK},
    {"Nama Ibu", .what = COLUMN_NAME},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Status Kehamilan (KEK/RISTI)", .what = COLUMN_CHOICE, .text = "N|RISTI|KEK"},
    {"Hari Perkiraan Lahir (Tgl/Bln/Thn)", .what = COLUMN_TEXT, .text = "September {year}"},
    {"Usia Kehamilan dan Persalinan|Usia Kehamilan (Bulan)", .what = COLUMN_CHOICE, .text = "3|5|8"},
    {"Usia Kehamilan dan Persalinan|Tanggal Melahirkan (Tgl/Bln/Thn)", .what = COLUMN_TEXT, .text = "-"},
    MARK("Status Penerimaan Indikator|Pemeriksaan Kehmilan", "b1"),
    MARK("Status Penerimaan Indikator|Dapat & Konsumsi Pil Fe", "b2"),
    MARK("Status Penerimaan Indikator|Pemeriksaan Nifas", "b3"),
    MARK("Status Penerimaan Indikator|Konseling Gizi (Kelas IH)", "b4"),
    MARK("Status Penerimaan Indikator|Kunjungan Rumah", "b5"),
    MARK("Status Penerimaan Indikator|Kepemilikan Akses Air Bersih", "b6"),
    MARK("Status Penerimaan Indikator|Kepemilikan Jamban", "b7"),
    MARK("Status Penerimaan Indikator|Jaminan Kesehatan", "b8"),
    {0},
};

#define STATE(code_, id)                                                                                     \
    {                                                                                                        \
        code_, .subject = "penduduk", .state = "@" id                                                        \
    }

static const struct form_record f2a_records[] = {
    STATE("MB1", "b1"), STATE("MB2", "b2"), STATE("MB3", "b3"),
    STATE("MB4", "b4"), STATE("MB5", "b5"), STATE("MB6", "b6"),
    STATE("MB7", "b7"), STATE("MB8", "b8"), {0},
};

/* Months one below the other: the first opens the sheet. */
static const struct form_sheet f2a_sheets[] = {
    {"{bulan}", MONTH_TITLES("FORMULIR 2.A. PEMANTAUAN BULANAN IBU HAMIL"), f2a_columns, f2a_records,
     .rows = ROWS_PERSONS, .persons = 1, .sex = 'P', .times = 12, .numbers = "a", .notes = "Jumrah",
     .period = "{year}-{nn}"},
    {0},
};

static const struct form_column f2b_columns[] = {
    {"No", .what = COLUMN_NO},
    {"NO KIA", .what = COLUMN_TEXT},
    {"NO NIK", .what = COLUMN_NIK},
    {"Nama Anak", .what = COLUMN_NAME},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Tanggal Periksa", .what = COLUMN_TEXT, .text = "05/01/{year}"},
    {"Jenis Kelamin", .what = COLUMN_SEX},
    {"Tanggal Lahir Anak", .what = COLUMN_BORN, .text = "slash"},
    {"Status Gizi Anak", .what = COLUMN_CHOICE, .text = "N|GK|GB|S"},
    {"BB", .what = COLUMN_CHOICE, .text = "8|9"},
    {"TB", .what = COLUMN_CHOICE, .text = "71|75"},
    {"Umur dan Status Tikar|Umur (Bulan)", .what = COLUMN_CHOICE, .text = "9|14"},
    {"Umur dan Status Tikar|Hasil (M/K/H)", .what = COLUMN_CHOICE, .text = "M|K|H|TD"},
    MARK("Indikator Layanan|Pemberian Imunisasi Dasar", "a1"),
    MARK("Indikator Layanan|Pengukuran Berat Badan", "a2"),
    MARK("Indikator Layanan|Pengukuran Tinggi Badan", "a3"),
    MARK("Indikator Layanan|Konseling Gizi Ayah", "a4"),
    MARK("Indikator Layanan|Konseling Gizi Ibu", "a5"),
    MARK("Indikator Layanan|Kunjungan Rumah", "a6"),
    MARK("Indikator Layanan|Kepemilikan Akses Air Bersih", "a7"),
    MARK("Indikator Layanan|Kepemilikan Jamban Sehat", "a8"),
    MARK("Indikator Layanan|Akta Lahir", "a9"),
    MARK("Indikator Layanan|Jaminan Kesehatan", "a10"),
    MARK("Indikator Layanan|Pengasuhan (PAUD)", "a11"),
    {0},
};

static const struct form_record f2b_records[] = {
    STATE("MA1", "a1"), STATE("MA2", "a2"),   STATE("MA3", "a3"),   STATE("MA4", "a4"),
    STATE("MA5", "a5"), STATE("MA6", "a6"),   STATE("MA7", "a7"),   STATE("MA8", "a8"),
    STATE("MA9", "a9"), STATE("MA10", "a10"), STATE("MA11", "a11"), {0},
};

#define CHILD_SHEET(name_, titles_, month)                                                                   \
    {                                                                                                        \
        name_, titles_, f2b_columns, f2b_records, .rows = ROWS_PERSONS, .persons = 1, .youngest = 2,         \
                                                  .oldest = 22, .notes = "Jumlah", .period = "{year}-" month \
    }

static const struct form_sheet f2b_sheets[] = {
    CHILD_SHEET("Anak",
                "FORMULIR 2.B. PEMANTAUAN BULANAN ANAK 0-23 BULAN\nKABUPATEN/KOTA : {KABUPATEN}\nBULAN : "
                "Januari {year}",
                "01"),
    CHILD_SHEET(NULL, "BULAN : Februari {year}", "02"),
    CHILD_SHEET(NULL, "BULAN : Maret {year}", "03"),
    {0},
};

#define PAUD "Pada Bulan Ini Apakah Anak\nMendapatkan Pelayanan PAUD||"
#define PAUD_MONTH(month, id)                                                                                \
    {                                                                                                        \
        PAUD "|" month, .what = COLUMN_CHOICE, .name = id, .text = "v=Y|x=T|belum=T", .share = 0.6           \
    }

static const struct form_column f2c_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Nomor Rumah Tangga", .what = COLUMN_TEXT},
    {"Nama Anak", .what = COLUMN_NAME},
    {"NIK", .what = COLUMN_NIK},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Jenis Kelamin (L/P)", .what = COLUMN_SEX},
    {"Usia Menurut Kategori||Anak Usia 2 - < 3 Tahun", .what = COLUMN_CHOICE, .text = "v"},
    {"Usia Menurut Kategori||Anak Usia 3 - 6 Tahun", .what = COLUMN_TEXT},
    PAUD_MONTH("Januari", "m1"),
    PAUD_MONTH("Februari", "m2"),
    PAUD_MONTH("Maret", "m3"),
    PAUD_MONTH("April", "m4"),
    PAUD_MONTH("Mei", "m5"),
    PAUD_MONTH("Juni", "m6"),
    PAUD_MONTH("Juli", "m7"),
    PAUD_MONTH("Agustus", "m8"),
    PAUD_MONTH("September", "m9"),
    PAUD_MONTH("Oktober", "m10"),
    PAUD_MONTH("November", "m11"),
    PAUD_MONTH("Desember", "m12"),
    {0},
};

#define IN_MONTH(id, month)                                                                                  \
    {                                                                                                        \
        "MP1", .subject = "penduduk", .state = "@" id, .period = "{year}-" month                             \
    }

static const struct form_record f2c_records[] = {
    IN_MONTH("m1", "01"),
    IN_MONTH("m2", "02"),
    IN_MONTH("m3", "03"),
    IN_MONTH("m4", "04"),
    IN_MONTH("m5", "05"),
    IN_MONTH("m6", "06"),
    IN_MONTH("m7", "07"),
    IN_MONTH("m8", "08"),
    IN_MONTH("m9", "09"),
    IN_MONTH("m10", "10"),
    IN_MONTH("m11", "11"),
    IN_MONTH("m12", "12"),
    {0},
};

static const struct form_sheet f2c_sheets[] = {
    {"Anak >2-6",
     "FORMULIR 2.C. PEMANTAUAN LAYANAN DAN SASARAN PAUD ANAK >2 – 6 TAHUN\nKABUPATEN/KOTA : {KABUPATEN}",
     f2c_columns, f2c_records, .rows = ROWS_PERSONS, .persons = 1, .youngest = 25, .oldest = 71,
     .numbers = "a"},
    {0},
};

/* --- Formulir 3.A, 3.B as printed, with the columns that make a person known --- */

#define WHO_COLUMNS(name_)                                                                                   \
    {"No", .what = COLUMN_NO}, {"NO KIA", .what = COLUMN_TEXT}, {"NIK", .what = COLUMN_NIK},                 \
        {name_, .what = COLUMN_NAME}, {"Kecamatan", .what = COLUMN_DISTRICT},                                \
    {                                                                                                        \
        "Desa", .what = COLUMN_VILLAGE                                                                       \
    }
#define LEVEL_COLUMNS                                                                                        \
    {"Tingkat Konvergensi Indikator|Jumlah Diterima Lengkap", .what = COLUMN_CHOICE, .text = "6|7"},         \
        {"Tingkat Konvergensi Indikator|Jumlah Seharusnya", .what = COLUMN_CHOICE, .text = "8"},             \
    {                                                                                                        \
        "Tingkat Konvergensi Indikator|%", .what = COLUMN_CHOICE, .text = "75|87,5"                          \
    }
#define QUARTER(code_, subject_, id)                                                                         \
    {                                                                                                        \
        code_, .subject = subject_, .state = "@" id                                                          \
    }

static const struct form_column f3a_columns[] = {
    WHO_COLUMNS("Nama Ibu"),
    {"Status Kehamilan", .what = COLUMN_CHOICE, .text = "N|RISTI|KEK"},
    {"Usia Kehamilan (Bulan)", .what = COLUMN_CHOICE, .text = "3|5|8"},
    {"Tanggal Melahirkan", .what = COLUMN_TEXT, .text = "-"},
    MARK("Pemeriksaan Kehamilan (bulan)", "b1"),
    MARK("Dapat & Konsumsi Pil Fe", "b2"),
    MARK("Pemeriksaan Nifas", "b3"),
    MARK("Konseling Gizi (Kelas IH)", "b4"),
    MARK("Kunjungan Rumah", "b5"),
    MARK("Kepemilikan Akses Air Bersih", "b6"),
    MARK("Kepemilikan jamban", "b7"),
    MARK("Jaminan Kesehatan", "b8"),
    LEVEL_COLUMNS,
    {0},
};

static const struct form_record f3a_records[] = {
    QUARTER("HB1", "bumil", "b1"), QUARTER("HB2", "bumil", "b2"), QUARTER("HB3", "bumil", "b3"),
    QUARTER("HB4", "bumil", "b4"), QUARTER("HB5", "bumil", "b5"), QUARTER("HB6", "bumil", "b6"),
    QUARTER("HB7", "bumil", "b7"), QUARTER("HB8", "bumil", "b8"), {0},
};

static const struct form_column f3b_columns[] = {
    WHO_COLUMNS("Nama Anak"),
    {"Jenis Kelamin", .what = COLUMN_SEX},
    {"Umur (Bulan)", .what = COLUMN_CHOICE, .text = "9|14"},
    {"Normal / Buruk / Kurang / Stunting", .what = COLUMN_CHOICE, .text = "Normal|Kurang"},
    MARK("Pemberian Imunisasi Dasar", "a1"),
    MARK("Pengukuran Berat Badan", "a2"),
    MARK("Pengukuran Tinggi Badan", "a3"),
    MARK("Konseling Gizi Bagi Orang Tua", "a4"),
    MARK("Kunjungan Rumah", "a5"),
    MARK("Kepemilikan Akses Air Bersih", "a6"),
    MARK("Kepemilikan Jamban Sehat", "a7"),
    MARK("Akta Lahir", "a8"),
    MARK("Jaminan Kesehatan", "a9"),
    MARK("Pengasuhan (PAUD)", "a10"),
    LEVEL_COLUMNS,
    {0},
};

static const struct form_record f3b_records[] = {
    QUARTER("HA1", "anak", "a1"),
    QUARTER("HA2", "anak", "a2"),
    QUARTER("HA3", "anak", "a3"),
    QUARTER("HA4", "anak", "a4"),
    QUARTER("HA5", "anak", "a5"),
    QUARTER("HA6", "anak", "a6"),
    QUARTER("HA7", "anak", "a7"),
    QUARTER("HA8", "anak", "a8"),
    QUARTER("HA9", "anak", "a9"),
    QUARTER("HA10", "anak", "a10"),
    {0},
};

#define QUARTER_TITLES(form) form "\nKABUPATEN/KOTA : {KABUPATEN}\nKUARTAL : Triwulan IV {year}"

static const struct form_sheet f3_sheets[] = {
    {"Ibu Hamil",
     QUARTER_TITLES("FORMULIR 3.A. REKAPITULASI HASIL PEMANTAUAN 3 (TIGA) BULANAN BAGI IBU HAMIL"),
     .columns = f3a_columns, .records = f3a_records, .rows = ROWS_PERSONS, .sex = 'P', .numbers = "a"},
    {"Anak 0-23 Bulan",
     QUARTER_TITLES("FORMULIR 3.B. REKAPITULASI HASIL PEMANTAUAN 3 (TIGA) BULANAN BAGI ANAK 0-2 TAHUN"),
     .columns = f3b_columns, .records = f3b_records, .rows = ROWS_PERSONS, .youngest = 2, .oldest = 22,
     .numbers = "a"},
    {0},
};

const struct form forms_cadre[] = {
    {"dpmd-formulir-2a", "dpmd", "Formulir 2.A {kabupaten}.xlsx", BOOK_XLSX, f2a_sheets, .period = "{year}"},
    {"dpmd-formulir-2b", "dpmd", "Formulir 2.B {kabupaten}.xlsx", BOOK_XLSX, f2b_sheets, .period = "{year}"},
    {"dpmd-formulir-2c", "dpmd", "Formulir 2.C {kabupaten} Tahun {year}.xlsx", BOOK_XLSX, f2c_sheets,
     .period = "{year}"},
    {"dpmd-konvergensi", "dpmd", "Formulir 3 {kabupaten}.xlsx", BOOK_XLSX, f3_sheets, .period = "{year}-Q4"},
    {0},
};
