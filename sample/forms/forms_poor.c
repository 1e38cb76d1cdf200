/* Lists of the poor by name: DTKS and DTSEN of the social office, P3KE of the planning office. */
#include "form.h"

#define UUID "0A1B2C3D-0000-4000-8000-0123456789AB"

static const struct form_column dtks_columns[] = {
    {"Id_DTKS", .what = COLUMN_CHOICE, .name = "id", .text = UUID "=Y"},
    {"Provinsi", .what = COLUMN_PROVINCE},
    {"Kabupaten_Kota", .what = COLUMN_REGENCY},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa_Kelurahan", .what = COLUMN_VILLAGE},
    {"Alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"Dusun", .what = COLUMN_TEXT},
    {"RT", .what = COLUMN_CHOICE, .text = "1|2"},
    {"RW", .what = COLUMN_CHOICE, .text = "1|2"},
    {"Nokk", .what = COLUMN_KK},
    {"Nik", .what = COLUMN_NIK},
    {"Nama", .what = COLUMN_NAME},
    {"Tanggal_Lahir", .what = COLUMN_BORN},
    {"Tempat_Lahir", .what = COLUMN_TEXT},
    {"Jenis_Kelamin", .what = COLUMN_SEX},
    {"Pekerjaan", .what = COLUMN_TEXT},
    {"Nama_Ibu_Kandung", .what = COLUMN_TEXT},
    {"Hub_Keluarga", .what = COLUMN_TEXT},
    {"Keterangan_padan", .what = COLUMN_TEXT},
    {"Bansos_Bpnt", .what = COLUMN_CHOICE, .name = "bpnt", .text = "YA=Y|TIDAK=T"},
    {"Bansos_Pkh", .what = COLUMN_CHOICE, .name = "pkh", .text = "YA=Y|TIDAK=T"},
    {"Bansos_Bnpnt_Ppkm", .what = COLUMN_CHOICE, .text = "YA|TIDAK"},
    {"Pbi_Jni", .what = COLUMN_CHOICE, .name = "pbi", .text = "YA=Y|TIDAK=T"},
    {0},
};

static const struct form_record dtks_records[] = {
    {"JDTKS", .subject = "penduduk", .state = "@id"},
    {"JBPNT", .subject = "penduduk", .state = "@bpnt"},
    {"JPKH", .subject = "penduduk", .state = "@pkh"},
    {"JPBI", .subject = "penduduk", .state = "@pbi"},
    {0},
};

static const struct form_sheet dtks_sheets[] = {
    {"csv", NULL, dtks_columns, dtks_records, .rows = ROWS_PERSONS},
    {0},
};

static const struct form_column member_columns[] = {
    {"id_dtks", .what = COLUMN_CHOICE, .text = UUID},
    {"provinsi", .what = COLUMN_PROVINCE},
    {"kabupatenkota", .what = COLUMN_REGENCY},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desakeluarahan", .what = COLUMN_VILLAGE},
    {"alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"dusun", .what = COLUMN_TEXT},
    {"rt", .what = COLUMN_CHOICE, .text = "1|2"},
    {"rw", .what = COLUMN_CHOICE, .text = "1|2"},
    {"nomor_kk", .what = COLUMN_KK},
    {"nomor_nik", .what = COLUMN_NIK},
    {"nama", .what = COLUMN_NAME},
    {"tanggal_lahir", .what = COLUMN_BORN},
    {"tempat_lahir", .what = COLUMN_TEXT},
    {"jenis_kelamin", .what = COLUMN_SEX},
    {"nama_ibu_kandung", .what = COLUMN_TEXT},
    {"hubungan_keluarga", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record member_records[] = {
    {"JDTKS", .subject = "penduduk", .state = "Y"},
    {0},
};

static const struct form_sheet member_sheets[] = {
    {"Worksheet", NULL, member_columns, member_records, .rows = ROWS_PERSONS},
    {0},
};

static const struct form_column family_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Keluarga P3KE", .what = COLUMN_OTHER},
    {"Provinsi", .what = COLUMN_PROVINCE},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa/Kelurahan", .what = COLUMN_VILLAGE},
    {"Kode Kemdagri", .what = COLUMN_CODE, .text = "digits"},
    {"Desil Kesejahteraan", .what = COLUMN_CHOICE, .name = "desil", .text = "1=Y|2=Y|3=Y|4=Y"},
    {"Alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"Kepala Keluarga", .what = COLUMN_NAME},
    {"NIK", .what = COLUMN_NIK},
    {"Padan Dukcapil", .what = COLUMN_CHOICE, .text = "YA|TIDAK"},
    {"Jenis Kelamin", .what = COLUMN_SEX},
    {"Tanggal Lahir", .what = COLUMN_BORN, .text = "time"},
    {"Pekerjaan", .what = COLUMN_TEXT},
    {"Pendidikan", .what = COLUMN_TEXT},
    {"Kepemilikan Rumah", .what = COLUMN_TEXT},
    {"Memiliki Simpanan Uang/Perhiasan/Ternak/Lainnya", .what = COLUMN_CHOICE, .text = "YA|TIDAK"},
    {"Jenis Atap", .what = COLUMN_TEXT},
    {"Jenis Dinding", .what = COLUMN_TEXT},
    {"Jenis Lantai", .what = COLUMN_TEXT},
    {"Sumber Penerangan", .what = COLUMN_TEXT},
    {"Bahan Bakar Memasak", .what = COLUMN_TEXT},
    {"Sumber Air Minum", .what = COLUMN_TEXT},
    {"Memiliki Fasilitas Buang Air Besar", .what = COLUMN_TEXT},
    {"Penerima BPNT", .what = COLUMN_CHOICE, .name = "bpnt", .text = "YA=Y|TIDAK=T"},
    {"Penerima BPUM", .what = COLUMN_CHOICE, .name = "bpum", .text = "YA=Y|TIDAK=T"},
    {"Penerima BST", .what = COLUMN_CHOICE, .name = "bst", .text = "YA=Y|TIDAK=T"},
    {"Penerima PKH", .what = COLUMN_CHOICE, .name = "pkh", .text = "YA=Y|TIDAK=T"},
    {"Penerima SEMBAKO", .what = COLUMN_CHOICE, .text = "YA|TIDAK"},
    {"Resiko Stunting", .what = COLUMN_CHOICE, .name = "krs", .text = "YA=Y|TIDAK=T"},
    {0},
};

static const struct form_record family_records[] = {
    {"KP3KE", .subject = "keluarga", .state = "@desil"},
    {"KBPNT", .subject = "keluarga", .state = "@bpnt"},
    {"KBPUM", .subject = "keluarga", .state = "@bpum"},
    {"KBST", .subject = "keluarga", .state = "@bst"},
    {"KPKH", .subject = "keluarga", .state = "@pkh"},
    {"KR13", .subject = "keluarga", .state = "@krs"},
    {0},
};

static const struct form_sheet family_sheets[] = {
    {"Keluarga", NULL, family_columns, family_records, .rows = ROWS_PERSONS, .persons = 1},
    {0},
};

static const struct form_column person_columns[] = {
    {"ID Keluarga", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Desil Kesejahteraan", .what = COLUMN_CHOICE, .name = "desil", .text = "1=Y|2=Y|3=Y|4=Y"},
    {"Alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"ID Individu", .what = COLUMN_OTHER},
    {"Nama", .what = COLUMN_NAME},
    {"NIK", .what = COLUMN_NIK},
    {"Padan DUKCAPIL", .what = COLUMN_CHOICE, .text = "YA|TIDAK"},
    {"Jenis Kelamin", .what = COLUMN_SEX},
    {"Hub. dgn. Kpl Keluarga", .what = COLUMN_TEXT},
    {"Tanggal Lahir", .what = COLUMN_BORN, .text = "time"},
    {"Setatus Kawin", .what = COLUMN_TEXT},
    {"Pekerjaan", .what = COLUMN_TEXT},
    {"Pendidikan", .what = COLUMN_TEXT},
    {"Penerima BNBT", .what = COLUMN_CHOICE, .name = "bpnt", .text = "YA=Y|TIDAK=T"},
    {"Penerima BST", .what = COLUMN_CHOICE, .name = "bst", .text = "YA=Y|TIDAK=T"},
    {"Penerima PKH", .what = COLUMN_CHOICE, .name = "pkh", .text = "YA=Y|TIDAK=T"},
    {0},
};

static const struct form_record person_records[] = {
    {"JP3KE", .subject = "penduduk", .state = "@desil"},
    {"JBPNT", .subject = "penduduk", .state = "@bpnt"},
    {"JBST", .subject = "penduduk", .state = "@bst"},
    {"JPKH", .subject = "penduduk", .state = "@pkh"},
    {0},
};

static const struct form_sheet person_sheets[] = {
    {"Individu", NULL, person_columns, person_records, .rows = ROWS_PERSONS, .persons = 1},
    {0},
};

static const struct form_column rank_columns[] = {
    {"id_keluarga", .what = COLUMN_OTHER},
    {"no_kk", .what = COLUMN_KK},
    {"nama_kepala_keluarga", .what = COLUMN_NAME},
    {"nik", .what = COLUMN_NIK},
    {"alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"rt", .what = COLUMN_CHOICE, .text = "1|2"},
    {"rw", .what = COLUMN_CHOICE, .text = "1|2"},
    {"id_wilayah", .what = COLUMN_OTHER},
    {"provinsi", .what = COLUMN_PROVINCE},
    {"kabupaten", .what = COLUMN_REGENCY},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"kelurahan", .what = COLUMN_VILLAGE},
    {"desil_nasional", .what = COLUMN_CHOICE, .name = "desil", .text = "1=Y|2=Y|5=Y|10=Y"},
    {"percentile_nasional", .what = COLUMN_CHOICE, .text = "7|31"},
    {"peringkat_nasional", .what = COLUMN_OTHER},
    {0},
};

static const struct form_record rank_records[] = {
    {"KDTSEN", .subject = "keluarga", .state = "@desil"},
    {0},
};

static const struct form_sheet rank_sheets[] = {
    {"Worksheet", NULL, rank_columns, rank_records, .rows = ROWS_PERSONS},
    {0},
};

const struct form forms_poor[] = {
    {"dtsen-keluarga", "dinsos", "DTSEN Keluarga {kabupaten}.xlsx", BOOK_XLSX, rank_sheets,
     .period = "{year}", .upload = "{year}"},
    {"dinsos-dtks", "dinsos", "dtks.csv", BOOK_CSV_PIPE, dtks_sheets, .period = "{year}", .upload = "{year}"},
    {"dinsos-dtks-anggota", "dinsos", "Data PMKS.xlsx", BOOK_XLSX, member_sheets, .period = "{year}",
     .upload = "{year}"},
    {"p3ke-keluarga", "bappeda", "P3KE Keluarga {kabupaten}.xlsx", BOOK_XLSX, family_sheets,
     .period = "{year}", .upload = "{year}"},
    {"p3ke-individu", "bappeda", "P3KE Individu {kabupaten}.xlsx", BOOK_XLSX, person_sheets,
     .period = "{year}", .upload = "{year}", .upload_region = true},
    {0},
};
