/* Forms of the social office: payment lists, subsidised insurance, lists of poor families, supply. */
#include "form.h"

/* --- payment lists by name --- */

static const struct form_column pkh_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"NOMINAL", .what = COLUMN_CHOICE, .text = "225000|500000|750000"},
    {"NAMA_PENERIMA", .what = COLUMN_NAME},
    {"NIK_KTP", .what = COLUMN_NIK},
    {"NOKK", .what = COLUMN_TEXT},
    {"KODE_WILAYAH", .what = COLUMN_CODE, .text = "digits"},
    {"TAHAP", .what = COLUMN_CHOICE, .text = "1"},
    {"BANSOS", .what = COLUMN_CHOICE, .name = "bansos", .text = "PKH|BPNT", .share = 0.8},
    {"IDDTKS", .what = COLUMN_TEXT},
    {"BANK", .what = COLUMN_CHOICE, .text = "MANDIRI|PT. POS"},
    {"NAMA_PROP", .what = COLUMN_PROVINCE},
    {"NAMA_KAB", .what = COLUMN_REGENCY, .text = "KAB. {KAB}"},
    {"NAMA_KEC", .what = COLUMN_DISTRICT},
    {"NAMA_KEL", .what = COLUMN_VILLAGE},
    {"Alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"NO_RT", .what = COLUMN_CHOICE, .text = "1|2|-"},
    {"NO_RW", .what = COLUMN_CHOICE, .text = "1|3|-"},
    {"DUSUN", .what = COLUMN_TEXT},
    {"DIR", .what = COLUMN_CHOICE, .text = "Dir JS|Dir Rehsos|Dir Dayasos"},
    {"GELOMBANG", .what = COLUMN_CHOICE, .text = "GEL 1|GEL 7"},
    {0},
};

static const struct form_record pkh_records[] = {
    {"KPKH", .subject = "keluarga", .state = "Y", .when = "bansos=PKH"},
    {0},
};

static const struct form_sheet pkh_sheets[] = {
    {"{KECAMATAN}", NULL, pkh_columns, pkh_records, .rows = ROWS_PERSONS, .each_district = true},
    {0},
};

static const struct form_column bpnt_columns[] = {
    {"NAMA PENERIMA", .what = COLUMN_NAME},
    {"NIK", .what = COLUMN_NIK},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY, .text = "{KAB}"},
    {"KECAMATAN", .what = COLUMN_DISTRICT, .text = "{KECAMATAN}"},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {0},
};

static const struct form_record bpnt_records[] = {
    {"KBPNT", .subject = "keluarga", .state = "Y"},
    {0},
};

static const struct form_sheet bpnt_sheets[] = {
    {"{year} Reguler", NULL, bpnt_columns, bpnt_records, .rows = ROWS_PERSONS},
    {0},
};

/* --- subsidised insurance --- */

static const struct form_column proposal_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"NO KK", .what = COLUMN_TEXT},
    {"NIK", .what = COLUMN_NIK},
    {"NAMA LENGKAP", .what = COLUMN_NAME},
    {"TEMPAT LAHIR", .what = COLUMN_TEXT, .text = "{KAB}"},
    {"TGL LAHIR", .what = COLUMN_BORN, .text = "slash"},
    {"JENIS KELAMIN", .what = COLUMN_SEX},
    {"STATUS NIKAH", .what = COLUMN_CHOICE, .text = "1|2|3|4"},
    {"Alamat Tempat Tinggal", .what = COLUMN_TEXT, .text = "{desa}"},
    {"RT", .what = COLUMN_CHOICE, .text = "1|2"},
    {"RW", .what = COLUMN_CHOICE, .text = "1|2"},
    {"Kode Pos", .what = COLUMN_TEXT},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"PERIODE BULAN", .what = COLUMN_CHOICE, .text = "NOVEMBER"},
    {"TAHUN", .what = COLUMN_TEXT, .text = "{year}"},
    {"STATUS AKTIF", .what = COLUMN_CHOICE, .text = "BARU|PENGAKTIFAN|PENGALIHAN"},
    {"STATUS TL", .what = COLUMN_CHOICE, .name = "tl", .text = "BERHASIL=Y|GAGAL=T|SEDANG PROSES=T",
     .share = 0.7},
    {"KETERANGAN", .what = COLUMN_TEXT},
    {0},
};

static const struct form_record proposal_records[] = {
    {"JPBI", .subject = "penduduk", .state = "@tl"},
    {0},
};

static const struct form_sheet proposal_sheets[] = {
    {"November", "KABUPATEN : {kab}\n", proposal_columns, proposal_records, .rows = ROWS_PERSONS},
    {0},
};

static const struct form_column decree_columns[] = {
    {"NO.", .what = COLUMN_NO},
    {"NO. KARTU", .what = COLUMN_OTHER},
    {"NIK", .what = COLUMN_NIK},
    {"NAMA", .what = COLUMN_NAME},
    {"ALAMAT", .what = COLUMN_TEXT, .text = "{desa}"},
    {0},
};

static const struct form_record decree_records[] = {
    {"JPBI", .subject = "penduduk", .state = "Y"},
    {0},
};

static const struct form_sheet decree_sheets[] = {
    {"Sheet1", NULL, decree_columns, decree_records, .rows = ROWS_PERSONS, .without_region = true},
    {0},
};

static const struct form_record local_records[] = {
    {"JJAMKESDA", .subject = "penduduk", .state = "Y"},
    {0},
};

static const struct form_sheet local_sheets[] = {
    {"Sheet1", NULL, decree_columns, local_records, .rows = ROWS_PERSONS, .without_region = true},
    {0},
};

static const struct form_column insured_columns[] = {
    {"id", .what = COLUMN_NO},
    {"iddtks", .what = COLUMN_TEXT},
    {"provinsi", .what = COLUMN_PROVINCE},
    {"kota", .what = COLUMN_REGENCY},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"kelurahan", .what = COLUMN_VILLAGE},
    {"rt", .what = COLUMN_CHOICE, .text = "1|2"},
    {"rw", .what = COLUMN_CHOICE, .text = "1|2"},
    {"dusun", .what = COLUMN_TEXT},
    {"alamat", .what = COLUMN_TEXT, .text = "{desa}"},
    {"noka_bpjs", .what = COLUMN_OTHER},
    {"psnoka_bpjs", .what = COLUMN_TEXT},
    {"nama", .what = COLUMN_NAME},
    {"tanggal_lahir", .what = COLUMN_BORN},
    {"tempat_lahir", .what = COLUMN_TEXT},
    {"jenis_kelamin", .what = COLUMN_SEX},
    {"nik", .what = COLUMN_NIK},
    {"nokk", .what = COLUMN_TEXT},
    {"hub_keluarga", .what = COLUMN_TEXT},
    {"nama_ibu_kandung", .what = COLUMN_TEXT},
    {"keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_sheet insured_sheets[] = {
    {"csv", NULL, insured_columns, decree_records, .rows = ROWS_PERSONS},
    {0},
};

/* --- the poor --- */

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
    {"Nokk", .what = COLUMN_TEXT},
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
    {"nomor_kk", .what = COLUMN_TEXT},
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

/* --- recaps --- */

static const struct form_column supply_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Kode Desa/Kelurahan BPS", .what = COLUMN_OTHER},
    {"Kode Desa/Kelurahan Kemendagri", .what = COLUMN_CODE, .text = "number"},
    {"DESA/KELURAHAN", .what = COLUMN_VILLAGE},
    {"Cakupan Bantuan Jaminan Nasional Penerima Iuran (PBI) Kesehatan", .what = COLUMN_COUNT, .name = "s21"},
    {"Jumlah Keluarga Miskin dan rentan yang memperoleh bantuan tunai bersyarat", .what = COLUMN_COUNT,
     .name = "s22", .share = 0.2},
    {"Jumlah keluarga miskin dan rentan yang menerima bantuan sosial pangan", .what = COLUMN_COUNT,
     .name = "s23", .share = 0.25},
    {"Jumlah pendampingan Program Keluarga Harapan (PKH) yang terlatih modul kesehatan dan gizi",
     .what = COLUMN_COUNT, .name = "s24", .share = 0.005},
    {0},
};

static const struct form_record supply_records[] = {
    {"S21", .n = "s21"}, {"S22", .n = "s22"}, {"S23", .n = "s23"}, {"S24", .n = "s24"}, {0},
};

static const struct form_sheet supply_sheets[] = {
    {"Sosial(data suply)",
     "DATA SUPPLY DINAS SOSIAL\nKABUPATEN/KOTA : {kabupaten}\nBulan : Desember {year}\n\n", supply_columns,
     supply_records, .total = "JUMLAH", .total_left = true},
    {0},
};

static const struct form_column aid_columns[] = {
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Program_Type", .what = COLUMN_ITEM, .name = "program"},
    {"Jumlah_Penerima", .what = COLUMN_COUNT, .name = "n", .share = 0.3},
    {0},
};

static const struct form_record aid_records[] = {
    {"@program", .n = "n"},
    {0},
};

static const struct form_sheet aid_sheets[] = {
    {"csv", NULL, aid_columns, aid_records, .rows = ROWS_DISTRICTS, .filled = true,
     .items = "Program Keluarga Harapan (PKH)=S22|Bantuan Pangan Non Tunai/BPNT (KK)=S23"},
    {0},
};

const struct form forms_dinsos[] = {
    {"dinsos-pkh", "dinsos", "Template PKH & BPNT {kab}.xlsx", BOOK_XLSX, pkh_sheets, .period = "{year}",
     .upload = "{year}"},
    {"dinsos-bpnt", "dinsos", "Format Bantuan BPNT.xlsx", BOOK_XLSX, bpnt_sheets, .period = "{year}"},
    {"dinsos-pbi-usulan", "dinsos", "format usulan tmt bulan Januari {year}.xlsx", BOOK_XLSX, proposal_sheets,
     .period = "{year}-11"},
    {"dinsos-pbi-sk", "dinsos", "Lampiran SK PBI Januari Tahun {year}.xlsx", BOOK_XLSX, decree_sheets,
     .period = "{year}-01", .upload_region = true},
    {"dinsos-pbi-sk", "dinsos", "format peserta jamkesda {year}.xlsx", BOOK_XLSX, local_sheets,
     .period = "{year}", .upload_region = true},
    {"dinsos-pbi-terpadu", "dinsos", "pbi_jk.csv", BOOK_CSV_SEMI, insured_sheets, .period = "{year}-03",
     .upload = "{year}-03"},
    {"dinsos-dtks", "dinsos", "dtks.csv", BOOK_CSV_PIPE, dtks_sheets, .period = "{year}", .upload = "{year}"},
    {"dinsos-dtks-anggota", "dinsos", "Data PMKS.xlsx", BOOK_XLSX, member_sheets, .period = "{year}",
     .upload = "{year}"},
    {"p3ke-keluarga", "bappeda", "P3KE Keluarga {kabupaten}.xlsx", BOOK_XLSX, family_sheets,
     .period = "{year}", .upload = "{year}"},
    {"p3ke-individu", "bappeda", "P3KE Individu {kabupaten}.xlsx", BOOK_XLSX, person_sheets,
     .period = "{year}", .upload = "{year}", .upload_region = true},
    {"dinsos-suplai", "dinsos", "Data Supply Dinsos {kabupaten} {year}.xlsx", BOOK_XLSX, supply_sheets,
     .period = "{year}-12"},
    {"dinsos-bansos", "dinsos", "bantuan_sosial.csv", BOOK_CSV_PLAIN, aid_sheets, .period = "{year}",
     .upload_region = true},
    {0},
};
