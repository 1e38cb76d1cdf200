/* Upload templates of OpenDK, the system of kecamatan: region and year stand in the file's name, if at all.
 */
#include "form.h"

static const struct form_column early_columns[] = {
    {"jumlah_paud_ra", .what = COLUMN_COUNT, .name = "paud", .share = 0.01},
    {"jumlah_guru_paud_ra", .what = COLUMN_COUNT, .name = "guru", .share = 0.03},
    {"jumlah_siswa_paud_ra", .what = COLUMN_COUNT, .name = "siswa", .share = 0.2},
    {0},
};

static const struct form_record early_records[] = {
    {"PD08", .n = "paud"}, {"PD10", .n = "guru"}, {"PD09", .n = "siswa"}, {0}};

static const struct form_sheet early_sheets[] = {
    {"Sheet1", NULL, early_columns, early_records, .rows = ROWS_DISTRICTS},
    {0},
};

static const struct form_column school_columns[] = {
    {"siswa_paud_ra", .what = COLUMN_COUNT, .name = "siswa", .of = "anak"},
    {"anak_usia_paud_ra", .what = COLUMN_COUNT, .name = "anak", .share = 0.3},
    {"siswa_sd_mi", .what = COLUMN_TEXT, .text = "44"},
    {"anak_usia_sd_mi", .what = COLUMN_TEXT, .text = "45"},
    {0},
};

static const struct form_record school_records[] = {{"PD11", .n = "siswa", .d = "anak"}, {0}};

static const struct form_sheet school_sheets[] = {
    {"Sheet1", NULL, school_columns, school_records, .rows = ROWS_DISTRICTS},
    {0},
};

static const struct form_column toilet_columns[] = {
    {"desa_id", .what = COLUMN_CODE},
    {"sanitasi", .what = COLUMN_COUNT, .name = "sanitasi", .share = 0.5},
    {"toilet", .what = COLUMN_COUNT, .name = "toilet", .share = 0.5},
    {0},
};

static const struct form_record toilet_records[] = {{"AS71", .n = "toilet"}, {"AS72", .n = "sanitasi"}, {0}};

static const struct form_sheet toilet_sheets[] = {
    {"Sheet1", NULL, .columns = toilet_columns, .records = toilet_records}, {0}};

static const struct form_column vaccine_columns[] = {
    {"desa_id", .what = COLUMN_CODE},
    {"cakupan_imunisasi", .what = COLUMN_CHOICE, .name = "cakupan", .text = "34|44|67"},
    {0},
};

static const struct form_record vaccine_records[] = {{"KS72", .reported = "cakupan"}, {0}};

static const struct form_sheet vaccine_sheets[] = {
    {"FORM IMUNISASI", NULL, .columns = vaccine_columns, .records = vaccine_records}, {0}};

static const struct form_column death_columns[] = {
    {"desa_id", .what = COLUMN_CODE},
    {"jumlah_aki", .what = COLUMN_COUNT, .name = "aki", .share = 0.002},
    {"jumlah_akb", .what = COLUMN_COUNT, .name = "akb", .share = 0.005},
    {0},
};

static const struct form_record death_records[] = {{"KS41", .n = "aki"}, {"KS43", .n = "akb"}, {0}};

static const struct form_sheet death_sheets[] = {
    {"FORM AKI & AKB", NULL, .columns = death_columns, .records = death_records}, {0}};

static const struct form_column receiver_columns[] = {
    {"Peserta", .what = COLUMN_NO},
    {"No. Peserta", .what = COLUMN_NO},
    {"NIK", .what = COLUMN_NIK},
    {"Nama", .what = COLUMN_NAME},
    {"Tempat Lahir", .what = COLUMN_TEXT, .text = "{kab}"},
    {"Tanggal Lahir", .what = COLUMN_BORN, .text = "iso"},
    {"Alamat", .what = COLUMN_TEXT, .text = "RT 004 RW - Dusun {desa}"},
    {0},
};

static const struct form_record receiver_records[] = {{"KPKH", .subject = "keluarga", .state = "Y"}, {0}};

static const struct form_sheet receiver_sheets[] = {
    {"Peserta", NULL, .columns = receiver_columns, .records = receiver_records, .rows = ROWS_PERSONS,
     .notes = "###\nCatatan:\n1. Sesuaikan kolom peserta (A) berdasarkan sasaran"},
    {0},
};

const struct form forms_opendk[] = {
    {"opendk-paud", "dpmd", "Fasilitas PAUD Kecamatan {kecamatan} Tahun {year}.xlsx", BOOK_XLSX, early_sheets,
     .period = "{year}", .each = EACH_DISTRICT, .upload_region = true},
    {"opendk-partisipasi-paud", "dpmd", "Putus Sekolah Kecamatan {kecamatan} Tahun {year}.xlsx", BOOK_XLSX,
     school_sheets, .period = "{year}", .each = EACH_DISTRICT, .upload_region = true},
    {"opendk-sanitasi", "dpmd", "Format_Upload_Toilet_&_Sanitasi Tahun {year}.xlsx", BOOK_XLSX, toilet_sheets,
     .period = "{year}"},
    {"opendk-imunisasi", "dpmd", "Format_Upload_Cakupan_Imunisasi Tahun {year}.xlsx", BOOK_XLSX,
     vaccine_sheets, .period = "{year}"},
    {"opendk-aki-akb", "dpmd", "Format_Upload_AKI_&_AKB.xlsx", BOOK_XLSX, death_sheets, .period = "{year}",
     .upload = "{year}"},
    {"opensid-bantuan", "dinsos", "PKH Desa {desa}.xlsx", BOOK_XLSX, receiver_sheets, .period = "{year}",
     .each = EACH_VILLAGE, .upload = "{year}", .upload_region = true},
    {0},
};
