/* Forms of the social office: payment lists, subsidised insurance, supply, the recap as printed. */
#include "form.h"

/* --- payment lists by name --- */

static const struct form_column pkh_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"NOMINAL", .what = COLUMN_CHOICE, .text = "225000|500000|750000"},
    {"NAMA_PENERIMA", .what = COLUMN_NAME},
    {"NIK_KTP", .what = COLUMN_NIK},
    {"NOKK", .what = COLUMN_KK},
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

/* The same list as another program gives it out. */
static const struct form_column pkh_other_columns[] = {
    {"No", .what = COLUMN_NO},
    {"NAMA PENERIMA", .what = COLUMN_NAME},
    {"NIK KTP", .what = COLUMN_NIK},
    {"TAHAP", .what = COLUMN_CHOICE, .text = "1"},
    {"BANSOS", .what = COLUMN_CHOICE, .name = "bansos", .text = "PKH|BPNT", .share = 0.8},
    {"IDSEMESTA", .what = COLUMN_TEXT},
    {"NO KEL", .what = COLUMN_OTHER},
    {"NM PROV", .what = COLUMN_PROVINCE},
    {"NM KAB", .what = COLUMN_REGENCY},
    {"NM KEC", .what = COLUMN_DISTRICT},
    {"NM KEL", .what = COLUMN_VILLAGE},
    {"ALAMAT", .what = COLUMN_TEXT, .text = "{desa}"},
    {"UMUR", .what = COLUMN_CHOICE, .text = "41|52"},
    {"TANGGUNGAN", .what = COLUMN_CHOICE, .text = "2|3"},
    {"STATUS", .what = COLUMN_TEXT},
    {"PENGHASILAN", .what = COLUMN_TEXT},
    {0},
};

static const struct form_sheet pkh_other_sheets[] = {
    {"Sheet1", NULL, pkh_other_columns, pkh_records, .rows = ROWS_PERSONS, .period = "{lastyear}"},
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

static const struct form_column bpnt_csv_columns[] = {
    {"NAMA_PENERIMA", .what = COLUMN_NAME},
    {"NIK", .what = COLUMN_NIK},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY, .text = "KAB. {KAB}"},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {0},
};

static const struct form_sheet bpnt_csv_sheets[] = {
    {"csv", NULL, bpnt_csv_columns, bpnt_records, .rows = ROWS_PERSONS},
    {0},
};

/* --- subsidised insurance --- */

static const struct form_column proposal_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"NO KK", .what = COLUMN_KK},
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

static const struct form_column renewal_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"NIK", .what = COLUMN_NIK},
    {"NAMA LENGKAP", .what = COLUMN_NAME},
    {"TGL LAHIR", .what = COLUMN_BORN, .text = "slash"},
    {"JENIS KELAMIN", .what = COLUMN_SEX},
    {"ALAMAT", .what = COLUMN_TEXT, .text = "{desa}"},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"BULAN", .what = COLUMN_CHOICE, .text = "JANUARI"},
    {"TAHUN", .what = COLUMN_TEXT, .text = "{year}"},
    {"STATUS BPJS", .what = COLUMN_CHOICE, .text = "AKTIF|NON AKTIF"},
    {"STATUS USULAN", .what = COLUMN_CHOICE, .name = "tl", .text = "BERHASIL=Y|GAGAL=T|SEDANG PROSES=T",
     .share = 0.7},
    {0},
};

static const struct form_sheet renewal_sheets[] = {
    {"csv", NULL, renewal_columns, proposal_records, .rows = ROWS_PERSONS},
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
    {"nokk", .what = COLUMN_KK},
    {"hub_keluarga", .what = COLUMN_TEXT},
    {"nama_ibu_kandung", .what = COLUMN_TEXT},
    {"keterangan", .what = COLUMN_TEXT},
    {0},
};

static const struct form_sheet insured_sheets[] = {
    {"csv", NULL, insured_columns, decree_records, .rows = ROWS_PERSONS},
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

/* --- the recap as printed: PUS 5 to 7 are divided by all couples --- */

static const struct form_column cash_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Nama Puskesmas", .what = COLUMN_PUSKESMAS},
    {"ID Desa BPS", .what = COLUMN_OTHER},
    {"ID Desa Kemendagri", .what = COLUMN_CODE},
    {"Nama Desa", .what = COLUMN_VILLAGE},
    {"PUS dengan status miskin mendapatkan bantuan tunai bersyarat", .what = COLUMN_COUNT, .name = "n",
     .of = "d", .share = 0.2},
    {"Jumlah PUS keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.65},
    {"Persentase PUS miskin dan penyandang masalah sosial yang menerima bantuan tunai bersyarat (BST, KJS)",
     .what = COLUMN_RATIO, .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record cash_records[] = {
    {"E07", .n = "n"},
    {"DS13", .n = "d"},
    {0},
};

static const struct form_column food_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Nama Puskesmas", .what = COLUMN_PUSKESMAS},
    {"ID Desa BPS", .what = COLUMN_OTHER},
    {"ID Desa Kemendagri", .what = COLUMN_CODE},
    {"Nama Desa", .what = COLUMN_VILLAGE},
    {"PUS dengan status miskin mendapatkan bantuan non tunai bersyarat", .what = COLUMN_COUNT, .name = "n",
     .of = "d", .share = 0.2},
    {"Jumlah PUS keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.65},
    {"Persentase PUS miskin dan penyandang masalah sosial yang menerima BPNT", .what = COLUMN_RATIO,
     .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record food_records[] = {
    {"E08", .n = "n"},
    {0},
};

static const struct form_column pbi_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Nama Puskesmas", .what = COLUMN_PUSKESMAS},
    {"ID Desa BPS", .what = COLUMN_OTHER},
    {"ID Desa Kemendagri", .what = COLUMN_CODE},
    {"Nama Desa", .what = COLUMN_VILLAGE},
    {"PUS dengan status miskin menjadi penerima bantuan iuran jaminan kesehatan ", .what = COLUMN_COUNT,
     .name = "n", .of = "d", .share = 0.2},
    {"Jumlah PUS keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.65},
    {"Persentase PUS miskin penerima bantuan iuran", .what = COLUMN_RATIO, .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record pbi_records[] = {
    {"E09", .n = "n"},
    {0},
};

static const struct form_column p2k2_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Nama Puskesmas", .what = COLUMN_PUSKESMAS},
    {"ID Desa BPS", .what = COLUMN_OTHER},
    {"ID Desa Kemendagri", .what = COLUMN_CODE},
    {"Nama Desa", .what = COLUMN_VILLAGE},
    {"Jumlah KPM PKH yang mengikuti pertemuan peningkatan kemampuan keluarga dengan modul kesehatan dan gizi",
     .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"Jumlah KPM PKH keseluruhan", .what = COLUMN_COUNT, .name = "d", .share = 0.15},
    {"Persentase realisasi P2K2", .what = COLUMN_RATIO, .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record p2k2_records[] = {
    {"E28", .n = "n", .d = "d", .reported = "p"},
    {0},
};

static const struct form_column variety_columns[] = {
    {"No", .what = COLUMN_NO},
    {"ID Kecamatan", .what = COLUMN_OTHER},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Nama Puskesmas", .what = COLUMN_PUSKESMAS},
    {"ID Desa BPS", .what = COLUMN_OTHER},
    {"ID Desa Kemendagri", .what = COLUMN_CODE},
    {"Nama Desa", .what = COLUMN_VILLAGE},
    {"Jumlah KPM dengan ibu hamil, ibu menyusui dan baduta yang menerima variasi bantuan pangan selain beras "
     "dan telur",
     .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"Jumlah KPM dengan ibu hamil, ibu menyusui dan baduta penerima bantuan", .what = COLUMN_COUNT,
     .name = "d", .share = 0.07},
    {"Persentase KPM 1.000 HPK yang menerima variasi BPNT terhadap total KPM 1.000 HPK", .what = COLUMN_RATIO,
     .name = "p", .of = "n/d"},
    {0},
};

static const struct form_record variety_records[] = {
    {"E29", .n = "n", .d = "d", .reported = "p"},
    {0},
};

#define PRINTED_TITLES "FORM INPUT DINSOS\nKABUPATEN/KOTA : {kabupaten}\nBulan : Desember {year}\n\n"

static const struct form_sheet printed_sheets[] = {
    {"PUS 5", PRINTED_TITLES, cash_columns, cash_records, .total = "JUMLAH", .total_left = true},
    {"PUS 6", PRINTED_TITLES, food_columns, food_records, .total = "JUMLAH", .total_left = true},
    {"PUS 7", PRINTED_TITLES, pbi_columns, pbi_records, .total = "JUMLAH", .total_left = true},
    {"Perlindungan Sosial 1", PRINTED_TITLES, p2k2_columns, p2k2_records, .total = "JUMLAH",
     .total_left = true},
    {"Perlindungan Sosial 2", PRINTED_TITLES, variety_columns, variety_records, .total = "JUMLAH",
     .total_left = true},
    {0},
};

const struct form forms_dinsos[] = {
    {"dinsos-rekap-opd", "dinsos", "Form Dinsos {kabupaten} Desember {year}.xlsx", BOOK_XLSX, printed_sheets,
     .period = "{year}-12"},
    {"dinsos-pkh", "dinsos", "Template PKH & BPNT {kab}.xlsx", BOOK_XLSX, pkh_sheets, .period = "{year}",
     .upload = "{year}"},
    {"dinsos-pkh", "dinsos", "Data PKH {kab}.xlsx", BOOK_XLSX, pkh_other_sheets, .period = "{lastyear}",
     .upload = "{lastyear}"},
    {"dinsos-bpnt", "dinsos", "BPNT Fix {kab}.csv", BOOK_CSV_BOM, bpnt_csv_sheets, .period = "{lastyear}",
     .upload = "{lastyear}"},
    {"dinsos-pbi-usulan", "dinsos", "usulan pengaktifan {kab}.csv", BOOK_CSV_SEMI, renewal_sheets,
     .period = "{year}-01", .upload_region = true},
    {"dinsos-bpnt", "dinsos", "Format Bantuan BPNT.xlsx", BOOK_XLSX, bpnt_sheets, .period = "{year}"},
    {"dinsos-pbi-usulan", "dinsos", "format usulan tmt bulan Januari {year}.xlsx", BOOK_XLSX, proposal_sheets,
     .period = "{year}-11"},
    {"dinsos-pbi-sk", "dinsos", "Lampiran SK PBI Januari Tahun {year}.xlsx", BOOK_XLSX, decree_sheets,
     .period = "{year}-01", .upload_region = true},
    {"dinsos-pbi-sk", "dinsos", "format peserta jamkesda {year}.xlsx", BOOK_XLSX, local_sheets,
     .period = "{year}", .upload_region = true},
    {"dinsos-pbi-terpadu", "dinsos", "pbi_jk.csv", BOOK_CSV_SEMI, insured_sheets, .period = "{year}-03",
     .upload = "{year}-03"},
    {"dinsos-suplai", "dinsos", "Data Supply Dinsos {kabupaten} {year}.xlsx", BOOK_XLSX, supply_sheets,
     .period = "{year}-12"},
    {"dinsos-bansos", "dinsos", "bantuan_sosial.csv", BOOK_CSV_PLAIN, aid_sheets, .period = "{year}",
     .upload_region = true},
    {0},
};
