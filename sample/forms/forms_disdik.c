/* Forms of the education office: pupils, early childhood units, supply. */
#include "form.h"

/* --- supply: a value of the kabupaten repeated in each row is not read --- */

#define SUPPLY_COLUMNS                                                                                       \
    {"No.", .what = COLUMN_NO}, {"Kecamatan", .what = COLUMN_DISTRICT},                                      \
        {"Puskesmas", .what = COLUMN_PUSKESMAS}, {"Kode Desa/Kel BPS", .what = COLUMN_OTHER},                \
        {"Kode Desa/Kel Kemendagri", .what = COLUMN_CODE, .text = "digits"},                                 \
    {                                                                                                        \
        "Nama Desa", .what = COLUMN_VILLAGE                                                                  \
    }
#define SUPPLY_TITLES "DATA SUPPLY DINAS PENDIDIKAN\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}"

static const struct form_column trained_columns[] = {
    SUPPLY_COLUMNS,
    {"Desa/kelurahan yang memiliki guru PAUD terlatih pengasuhan stimulasi penanganan stunting",
     .what = COLUMN_CHOICE, .name = "s25", .text = "Ya=1|Tidak=0"},
    {0},
};

static const struct form_record trained_records[] = {{"S25", .n = "s25"}, {0}};

static const struct form_column unit_columns[] = {
    SUPPLY_COLUMNS,
    {"Lembaga PAUD yang mengembangkan PAUD HI", .what = COLUMN_COUNT, .name = "s26", .share = 0.01},
    {"Jumlah Kab/Kot yang memiliki min 20 tenaga pelatih berjenjang", .what = COLUMN_TEXT, .text = "24"},
    {0},
};

static const struct form_record unit_records[] = {{"S26", .n = "s26"}, {0}};

static const struct form_sheet supply_sheets[] = {
    {"Pendi 1 (Data Supply) ", SUPPLY_TITLES, .columns = trained_columns, .records = trained_records},
    {"Pendi 2 (Data Supply) ", SUPPLY_TITLES, .columns = unit_columns, .records = unit_records},
    {0},
};

/* --- pupils by name --- */

#define PARENT_COLUMNS(parent)                                                                               \
    {parent "|Nama", .what = COLUMN_NAME}, {parent "|Tahun Lahir", .what = COLUMN_TEXT, .text = "1990"},     \
        {parent "|Pekerjaan", .what = COLUMN_TEXT, .text = "Petani"},                                        \
    {                                                                                                        \
        parent "|NIK", .what = COLUMN_TEXT                                                                   \
    }

static const struct form_column pupil_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Nama", .what = COLUMN_NAME},
    {"NIPD", .what = COLUMN_TEXT},
    {"JK", .what = COLUMN_SEX},
    {"NISN", .what = COLUMN_TEXT},
    {"Tempat Lahir", .what = COLUMN_TEXT, .text = "{kab}"},
    {"Tanggal Lahir", .what = COLUMN_BORN, .text = "iso"},
    {"NIK", .what = COLUMN_NIK},
    {"Alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"Kelurahan", .what = COLUMN_VILLAGE, .text = "Desa/Kel. {desa}"},
    {"Kecamatan", .what = COLUMN_DISTRICT, .text = "Kec. {kecamatan}"},
    PARENT_COLUMNS("Data Ayah"),
    PARENT_COLUMNS("Data Ibu"),
    PARENT_COLUMNS("Data Wali"),
    {"Rombel Saat Ini", .what = COLUMN_CHOICE, .name = "rombel",
     .text = "Kelompok A=paud|Kelompok B=paud|TK B1=paud|KB Melati=paud|Kelas 1=sd"},
    {"No Registrasi Akta Lahir", .what = COLUMN_TEXT},
    {"Jml. Saudara\nKandung", .what = COLUMN_CHOICE, .text = "0|1|2"},
    {"Jarak Rumah\nke Sekolah (KM)", .what = COLUMN_CHOICE, .text = "1|2"},
    {0},
};

static const struct form_record pupil_records[] = {
    {"HP1", .subject = "paud", .state = "Y", .when = "rombel=paud"},
    {0},
};

static const struct form_sheet pupil_sheets[] = {
    {"Daftar Peserta Didik",
     "Daftar Peserta Didik\nTK NEGERI CONTOH\nKecamatan Kec. Contoh, {kabupaten}, Provinsi Prov. "
     "{provinsi}\nTanggal Unduh: {year}-09-03 08:12:11\tPengunduh: Operator",
     .columns = pupil_columns, .records = pupil_records, .rows = ROWS_PERSONS, .youngest = 30, .oldest = 70},
    {0},
};

/* --- enrolment, units --- */

static const struct form_column enrolment_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Jenjang", .what = COLUMN_ITEM},
    {"Jumlah Penduduk Usia Sekolah", .what = COLUMN_COUNT, .name = "anak", .share = 0.4},
    {"Jumlah Siswa Usia Sekolah", .what = COLUMN_COUNT, .name = "usia", .of = "siswa"},
    {"Total Siswa", .what = COLUMN_COUNT, .name = "siswa", .of = "anak"},
    {"APK (%)", .what = COLUMN_RATIO, .name = "apk", .of = "siswa/anak"},
    {"APM (%)", .what = COLUMN_RATIO, .name = "apm", .of = "usia/anak"},
    {"Jumlah Guru S1/D4", .what = COLUMN_COUNT, .name = "s1", .of = "guru"},
    {"Total Guru", .what = COLUMN_COUNT, .name = "guru", .share = 0.05},
    {"Persentase Guru S1", .what = COLUMN_RATIO, .name = "pguru", .of = "s1/guru"},
    {"Jumlah Sekolah Terakreditasi", .what = COLUMN_COUNT, .name = "akred", .of = "sekolah"},
    {"Jumlah Sekolah", .what = COLUMN_COUNT, .name = "sekolah", .share = 0.02},
    {"Persentase Sekolah Terakreditasi", .what = COLUMN_RATIO, .name = "pakred", .of = "akred/sekolah"},
    {0},
};

static const struct form_record enrolment_records[] = {
    {"PD01", .n = "siswa", .d = "anak", .reported = "apk"},
    {"PD02", .n = "usia", .d = "anak", .reported = "apm"},
    {"PD03", .n = "s1", .d = "guru", .reported = "pguru"},
    {"PD04", .n = "akred", .d = "sekolah", .reported = "pakred"},
    {0},
};

static const struct form_sheet enrolment_sheets[] = {
    {"csv", NULL, .columns = enrolment_columns, .records = enrolment_records, .rows = ROWS_DISTRICTS,
     .items = "PAUD"},
    {0},
};

static const struct form_column early_columns[] = {
    {"No", .what = COLUMN_NO},
    {"kode_desa", .what = COLUMN_CODE},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"jumlah_satuan", .what = COLUMN_COUNT, .name = "satuan", .share = 0.01},
    {"jumlah_pd_L", .what = COLUMN_COUNT, .name = "l", .share = 0.1},
    {"jumlah_pd_P", .what = COLUMN_COUNT, .name = "p", .share = 0.1},
    {"jumlah_guru", .what = COLUMN_COUNT, .name = "guru", .share = 0.02},
    {0},
};

static const struct form_record early_records[] = {
    {"PD05", .n = "satuan"},
    {"PD06", .n = "l", .sex = "L"},
    {"PD06", .n = "p", .sex = "P"},
    {"PD07", .n = "guru"},
    {0},
};

static const struct form_sheet early_sheets[] = {
    {"PAUD", "SATUAN PAUD\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}", .columns = early_columns,
     .records = early_records, .total = "JUMLAH", .numbers = "(%d)"},
    {0},
};

const struct form forms_disdik[] = {
    {"disdik-suplai", "disdik", "Data Supply Pendidikan {kabupaten} {year}.xlsx", BOOK_XLSX, supply_sheets,
     .period = "{year}"},
    {"disdik-dapodik", "disdik", "daftar_pd-TK NEGERI CONTOH {kab}.xlsx", BOOK_XLSX, pupil_sheets,
     .period = "{year}-Q3", .upload = "Triwulan 3 {year}", .upload_region = true},
    {"disdik-apk-apm", "disdik", "pendidikan_paud_sd_smp.csv", BOOK_CSV_PLAIN, enrolment_sheets,
     .period = "{year}", .upload_region = true, .point = true},
    {"disdik-paud-desa", "disdik", "Satuan PAUD {kabupaten} {year}.xlsx", BOOK_XLSX, early_sheets,
     .period = "{year}"},
    {0},
};
