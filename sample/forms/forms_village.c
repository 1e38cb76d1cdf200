/* Further forms of the village office: eHDW, village index and village budget. */
#include "form.h"

#define VILLAGE_COLUMNS                                                                                      \
    {"No", .what = COLUMN_NO}, {"kode_desa", .what = COLUMN_CODE}, {"kecamatan", .what = COLUMN_DISTRICT},   \
    {                                                                                                        \
        "desa", .what = COLUMN_VILLAGE                                                                       \
    }

/* --- eHDW --- */

#define PAIR(name_)                                                                                          \
    {name_ "_diterima", .what = COLUMN_COUNT, .name = name_ "+", .of = name_ "-"},                           \
    {                                                                                                        \
        name_ "_seharusnya", .what = COLUMN_COUNT, .name = name_ "-", .share = 0.1                           \
    }

static const struct form_column ehdw_columns[] = {
    VILLAGE_COLUMNS,
    PAIR("periksa_kehamilan"),
    PAIR("minum_ttd"),
    PAIR("layanan_nifas"),
    PAIR("konseling_gizi_ibu_hamil"),
    PAIR("kunjungan_rumah_ibu_hamil"),
    PAIR("air_minum_ibu_hamil"),
    PAIR("jamban_ibu_hamil"),
    PAIR("jaminan_kesehatan_ibu_hamil"),
    PAIR("imunisasi_dasar_lengkap"),
    PAIR("ditimbang"),
    PAIR("diukur_panjang_tinggi"),
    PAIR("konseling_gizi_orang_tua"),
    PAIR("kunjungan_rumah_anak"),
    PAIR("air_minum_anak"),
    PAIR("jamban_anak"),
    PAIR("akta_kelahiran"),
    PAIR("jaminan_kesehatan_anak"),
    PAIR("kelas_pengasuhan"),
    PAIR("paud"),
    {"rembuk_menyelenggarakan", .what = COLUMN_CHOICE, .name = "rembuk", .text = "1|0", .share = 0.8},
    {"rembuk_multi_sector", .what = COLUMN_CHOICE, .name = "sektor", .text = "1|0", .share = 0.6},
    {"angka_konvergensi_tahun_lalu", .what = COLUMN_RATE, .name = "lalu", .share = 0.7},
    {0},
};

#define PAIR_RECORD(code_, name_)                                                                            \
    {                                                                                                        \
        code_, .n = name_ "+", .d = name_ "-"                                                                \
    }

static const struct form_record ehdw_records[] = {
    PAIR_RECORD("HWB1", "periksa_kehamilan"),
    PAIR_RECORD("HWB2", "minum_ttd"),
    PAIR_RECORD("HWB3", "layanan_nifas"),
    PAIR_RECORD("HWB4", "konseling_gizi_ibu_hamil"),
    PAIR_RECORD("HWB5", "kunjungan_rumah_ibu_hamil"),
    PAIR_RECORD("HWB6", "air_minum_ibu_hamil"),
    PAIR_RECORD("HWB7", "jamban_ibu_hamil"),
    PAIR_RECORD("HWB8", "jaminan_kesehatan_ibu_hamil"),
    PAIR_RECORD("HWA1", "imunisasi_dasar_lengkap"),
    PAIR_RECORD("HWA2", "ditimbang"),
    PAIR_RECORD("HWA3", "diukur_panjang_tinggi"),
    PAIR_RECORD("HWA4", "konseling_gizi_orang_tua"),
    PAIR_RECORD("HWA5", "kunjungan_rumah_anak"),
    PAIR_RECORD("HWA6", "air_minum_anak"),
    PAIR_RECORD("HWA7", "jamban_anak"),
    PAIR_RECORD("HWA8", "akta_kelahiran"),
    PAIR_RECORD("HWA9", "jaminan_kesehatan_anak"),
    PAIR_RECORD("HWA10", "kelas_pengasuhan"),
    PAIR_RECORD("HWP1", "paud"),
    {"S28", .n = "rembuk"},
    {"S34", .n = "sektor"},
    {"S35", .reported = "lalu"},
    {0},
};

static const struct form_sheet ehdw_sheets[] = {
    {"eHDW", "eHDW 2.0\nKABUPATEN/KOTA : {KABUPATEN}\nPERIODE : Triwulan 3 {year}", .columns = ehdw_columns,
     .records = ehdw_records},
    {0},
};

/* --- village index --- */

static const struct form_column idm_columns[] = {
    {"KODE PROV", .what = COLUMN_TEXT, .text = "{kode}"},
    {"NAMA PROVINSI", .what = COLUMN_PROVINCE},
    {"NAMA KABUPATEN", .what = COLUMN_REGENCY},
    {"NAMA KECAMATAN", .what = COLUMN_DISTRICT},
    {"KODE DESA", .what = COLUMN_CODE, .text = "digits"},
    {"NAMA DESA", .what = COLUMN_VILLAGE},
    {"IKS {lastyear}", .what = COLUMN_CHOICE, .name = "iks", .text = "0.8514|0.7029|0.6914"},
    {"IKE {lastyear}", .what = COLUMN_CHOICE, .name = "ike", .text = "0.5333|0.6167|0.45"},
    {"IKL {lastyear}", .what = COLUMN_CHOICE, .name = "ikl", .text = "0.6667|0.8|0.7333"},
    {"NILAI IDM {lastyear}", .what = COLUMN_CHOICE, .name = "idm", .text = "0.6838|0.7065|0.6249"},
    {"STATUS IDM {lastyear}", .what = COLUMN_CHOICE, .text = "BERKEMBANG|MAJU|TERTINGGAL"},
    {"TARGET IDM {year}", .what = COLUMN_TEXT, .text = "MAJU"},
    {"KEGIATAN YANG DAPAT DILAKUKAN", .what = COLUMN_TEXT, .text = "Kegiatan posyandu"},
    {0},
};

static const struct form_record idm_records[] = {
    {"ID02", .reported = "iks"},
    {"ID03", .reported = "ike"},
    {"ID04", .reported = "ikl"},
    {"ID01", .reported = "idm"},
    {0},
};

static const struct form_sheet idm_sheets[] = {
    {"Worksheet", "\nREKOMENDASI INDEKS DESA MEMBANGUN (IDM) ", .columns = idm_columns,
     .records = idm_records},
    {0},
};

static const struct form_column pollution_columns[] = {
    {"kode_provinsi", .what = COLUMN_CHOICE, .text = "62.0"},
    {"nama_provinsi", .what = COLUMN_PROVINCE},
    {"bps_nama_kabupaten_kota", .what = COLUMN_REGENCY},
    {"bps_kode_desa_kelurahan", .what = COLUMN_OTHER},
    {"kemendagri_nama_kecamatan", .what = COLUMN_DISTRICT},
    {"kemendagri_kode_desa_kelurahan", .what = COLUMN_CODE},
    {"kemendagri_nama_desa_kelurahan", .what = COLUMN_VILLAGE},
    {"status_pencemaran_air", .what = COLUMN_CHOICE, .name = "cemar", .text = "TIDAK ADA=0|ADA=1"},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}.0"},
    {"id", .what = COLUMN_NO},
    {0},
};

static const struct form_record pollution_records[] = {{"AS61", .n = "cemar"}, {0}};

static const struct form_sheet pollution_sheets[] = {
    {"csv", NULL, .columns = pollution_columns, .records = pollution_records},
    {0},
};

#define YES_NO "Ya=1|Tidak=0"

static const struct form_column survey_columns[] = {
    {"kode_desa", .what = COLUMN_CODE, .text = "digits"},
    {"nama_kecamatan", .what = COLUMN_DISTRICT},
    {"nama_desa", .what = COLUMN_VILLAGE},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Total_Remaja_Putri", .what = COLUMN_COUNT, .name = "remaja", .share = 0.3},
    {"Total_Ibu_Hamil", .what = COLUMN_COUNT, .name = "bumil", .share = 0.1},
    {"Kondisi_Ibu_Hamil_Kondisi_Kesesahan_KEK", .what = COLUMN_COUNT, .name = "kek", .of = "bumil",
     .share = 0.2},
    {"Total_Keluarga_Beresiko_Stunting_dan_Keluarga_rentan", .what = COLUMN_COUNT, .name = "krs",
     .share = 0.3},
    {"Jumlah_Keluarga_Kategori_Rentan", .what = COLUMN_COUNT, .name = "rentan", .of = "krs"},
    {"desa_Melaksanakan_rembuk_stunting_desa_dengan_melibatkan_UPTD", .what = COLUMN_CHOICE, .name = "s28",
     .text = YES_NO},
    {"terdapan_Penetapan_anggaran__kegiatan_stunting_dalam_APB_Desa", .what = COLUMN_CHOICE, .name = "s29",
     .text = YES_NO},
    {"jumlah_alokasi_anggaran_untuk_mendukung_kegiatan_stunting", .what = COLUMN_COUNT, .name = "s30",
     .share = 100000},
    {"terdapat_Pembentukan_RDS/TPPS", .what = COLUMN_CHOICE, .name = "s31", .text = YES_NO},
    {"terdapat_Pelaku_Desa_(Kader,_KPM,_TPK)_mendapatkan_peningkatan_kapasitas", .what = COLUMN_CHOICE,
     .name = "s32", .text = YES_NO},
    {"aktivitas_rutin_Penyelenggaraan_posyandu_", .what = COLUMN_CHOICE, .name = "s33", .text = YES_NO},
    {0},
};

static const struct form_record survey_records[] = {
    {"S28", .n = "s28"},  {"S29", .n = "s29"},  {"S30", .n = "s30"},     {"S31", .n = "s31"},
    {"S32", .n = "s32"},  {"S33", .n = "s33"},  {"DS12", .n = "remaja"}, {"DS09", .n = "bumil"},
    {"DS10", .n = "kek"}, {"DS02", .n = "krs"}, {"DS32", .n = "rentan"}, {0},
};

static const struct form_sheet survey_sheets[] = {
    {"IDM", NULL, .columns = survey_columns, .records = survey_records},
    {0},
};

static const struct form_column cadre_columns[] = {
    {"kode_desa", .what = COLUMN_CODE},
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"keberadaan_kader_pembangunan_manusia", .what = COLUMN_CHOICE, .name = "ada",
     .text = "Ada=1|Tidak Ada=0"},
    {"pembinaan_kpm_dari_pemkab_kota", .what = COLUMN_CHOICE, .name = "bina", .text = "Ada=1|Tidak Ada=0"},
    {0},
};

static const struct form_record cadre_records[] = {{"DS41", .n = "ada"}, {"DS42", .n = "bina"}, {0}};

static const struct form_sheet cadre_sheets[] = {
    {"KPM", NULL, .columns = cadre_columns, .records = cadre_records},
    {0},
};

static const struct form_column state_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa", .what = COLUMN_CODE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Rembuk stunting desa", .what = COLUMN_CHOICE, .name = "rembuk", .text = "Sudah=1|Belum=0"},
    {"Rembuk melibatkan lintas sektor", .what = COLUMN_CHOICE, .name = "sektor", .text = YES_NO},
    {"RDS/TPPS desa terbentuk", .what = COLUMN_CHOICE, .name = "tpps", .text = YES_NO},
    {"Pelaku desa mendapat peningkatan kapasitas", .what = COLUMN_CHOICE, .name = "latih", .text = YES_NO},
    {"Posyandu rutin", .what = COLUMN_CHOICE, .name = "posyandu", .text = YES_NO},
    {"Desa stop BABS (ODF)", .what = COLUMN_CHOICE, .name = "odf", .text = "ODF=1|Belum ODF=0|v=1|x=0"},
    {0},
};

static const struct form_record state_records[] = {
    {"S28", .n = "rembuk"},
    {"S34", .n = "sektor"},
    {"S31", .n = "tpps"},
    {"S32", .n = "latih"},
    {"S33", .n = "posyandu"},
    {"S17", .n = "odf"},
    {0},
};

static const struct form_sheet state_sheets[] = {
    {"Desa", "STATUS DESA\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}", .columns = state_columns,
     .records = state_records},
    {0},
};

/* --- village budget --- */

static const struct form_column ceiling_columns[] = {
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"total", .what = COLUMN_COUNT, .name = "pagu", .share = 1100000},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {0},
};

static const struct form_record ceiling_records[] = {{"AG15", .n = "pagu"}, {0}};

static const struct form_column paid_columns[] = {
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"desa", .what = COLUMN_VILLAGE},
    {"realisasi", .what = COLUMN_COUNT, .name = "salur", .share = 400000},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"keterangan", .what = COLUMN_ITEM},
    {0},
};

static const struct form_record paid_records[] = {{"@item", .n = "salur"}, {0}};

/* Two forms in a workbook. */
static const struct form_sheet paid_sheets[] = {
    {"data", NULL, .columns = ceiling_columns, .records = ceiling_records},
    {"contoh pencairan", NULL, .columns = paid_columns, .records = paid_records,
     .items = "TAHAP I=AG21|TAHAP II=AG22"},
    {0},
};

static const struct form_column transfer_columns[] = {
    {"kode_desa", .what = COLUMN_CODE},
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"tahap", .what = COLUMN_ITEM},
    {"tgl_salur", .what = COLUMN_TEXT, .text = "12/04/{year}"},
    {"pagu", .what = COLUMN_TEXT, .text = "900000000"},
    {"salur", .what = COLUMN_COUNT, .name = "salur", .share = 400000},
    {0},
};

static const struct form_sheet transfer_sheets[] = {
    {"csv", NULL, transfer_columns, paid_records, .items = "1=AG21|2=AG22|3=AG23"},
    {0},
};

static const struct form_column treasury_columns[] = {
    {"tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"kdprov", .what = COLUMN_TEXT, .text = "20"},
    {"urprov", .what = COLUMN_PROVINCE, .text = "Provinsi {provinsi}"},
    {"kdpemda", .what = COLUMN_NO},
    {"urpemda", .what = COLUMN_REGENCY},
    {"kdakun", .what = COLUMN_TEXT, .text = "6"},
    {"urakun", .what = COLUMN_TEXT, .text = "TRANSFER KE DAERAH DAN DANA DESA"},
    {"kdobjek", .what = COLUMN_TEXT, .text = "6621"},
    {"urobjek", .what = COLUMN_TEXT, .text = "Dana Desa"},
    {"nilai", .what = COLUMN_COUNT, .name = "nilai", .share = 90000000},
    {0},
};

static const struct form_record treasury_records[] = {{"AG15", .n = "nilai"}, {0}};

static const struct form_sheet treasury_sheets[] = {
    {"csv", NULL, treasury_columns, treasury_records, .rows = ROWS_REGENCIES},
    {0},
};

static const struct form_column budget_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kode Desa", .what = COLUMN_CODE, .text = "digits"},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Pagu belanja desa", .what = COLUMN_COUNT, .name = "belanja", .share = 3000000},
    {"Pagu stunting", .what = COLUMN_COUNT, .name = "pagu", .of = "belanja", .share = 0.15},
    {"Realisasi stunting", .what = COLUMN_COUNT, .name = "nyata", .of = "pagu", .share = 0.9},
    {"Persentase realisasi", .what = COLUMN_RATIO, .name = "persen", .of = "nyata/pagu"},
    {"DD", .what = COLUMN_COUNT, .name = "dd", .of = "pagu", .share = 0.6},
    {"APBDES", .what = COLUMN_COUNT, .name = "apbdes", .of = "pagu", .share = 0.2},
    {"BUMDES", .what = COLUMN_COUNT, .name = "bumdes", .of = "pagu", .share = 0.05},
    {"CSR", .what = COLUMN_COUNT, .name = "csr", .of = "pagu", .share = 0.05},
    {0},
};

static const struct form_record budget_records[] = {
    {"AG06", .n = "pagu", .d = "belanja"},
    {"AG05", .n = "nyata", .d = "pagu", .reported = "persen"},
    {"AG11", .n = "dd"},
    {"AG12", .n = "apbdes"},
    {"AG13", .n = "bumdes"},
    {"AG14", .n = "csr"},
    {0},
};

static const struct form_sheet budget_sheets[] = {
    {"Anggaran", "ANGGARAN STUNTING DESA\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}", budget_columns,
     budget_records, .total = "JUMLAH"},
    {0},
};

static const struct form_column ledger_columns[] = {
    {"Tahun", .what = COLUMN_TEXT, .text = "{year}"},
    {"Kd_Desa", .what = COLUMN_TEXT, .text = "01.01."},
    {"Kode_Kemendagri", .what = COLUMN_CODE},
    {"Pagu", .what = COLUMN_COUNT, .name = "pagu", .share = 3000000},
    {"Realisasi", .what = COLUMN_COUNT, .name = "nyata", .of = "pagu", .share = 0.9},
    {0},
};

static const struct form_record ledger_records[] = {{"AG17", .n = "pagu"}, {"AG18", .n = "nyata"}, {0}};

static const struct form_sheet ledger_sheets[] = {
    {"csv", NULL, .columns = ledger_columns, .records = ledger_records},
    {0},
};

const struct form forms_village[] = {
    {"dpmd-ehdw", "dpmd", "eHDW {kabupaten}.xlsx", BOOK_XLSX, ehdw_sheets, .period = "{year}-Q3"},
    {"dpmd-idm-indeks", "dpmd", "REKOMENDASI_IDM_{lastyear}.xlsx", BOOK_XLSX, idm_sheets,
     .period = "{lastyear}"},
    {"dpmd-idm-pencemaran", "dpmd", "idm_pencemaran_air.csv", BOOK_CSV_PLAIN, pollution_sheets,
     .period = "{year}"},
    {"dpmd-idm-kuesioner", "dpmd", "Kuesioner IDM {kabupaten}.xlsx", BOOK_XLSX, survey_sheets,
     .period = "{year}", .upload_region = true},
    {"dpmd-kpm", "dpmd", "KPM {kabupaten}.xlsx", BOOK_XLSX, cadre_sheets, .period = "{year}",
     .upload_region = true},
    {"dpmd-status-desa", "dpmd", "Status Desa {kabupaten} {year}.xlsx", BOOK_XLSX, state_sheets,
     .period = "{year}"},
    {"dd-pagu-desa", "dpmd", "BKU DD {kab}.xlsx", BOOK_XLSX, paid_sheets, .period = "{year}",
     .upload_region = true},
    {"dd-salur-omspan", "dpmd", "OMSPAN {kab}.csv", BOOK_CSV_SEMI, transfer_sheets, .period = "{year}"},
    {"dana-desa-djpk", "dpmd", "pagu-dana-desa.csv", BOOK_CSV_TAB, treasury_sheets, .period = "{year}",
     .whole_province = true},
    {"dpmd-anggaran-stunting", "dpmd", "Anggaran Stunting Desa {kabupaten} {year}.xlsx", BOOK_XLSX,
     budget_sheets, .period = "{year}"},
    {"siskeudes-rekap", "dpmd", "Rekap Siskeudes {kab}.csv", BOOK_CSV_PLAIN, ledger_sheets,
     .period = "{year}"},
    {0},
};
