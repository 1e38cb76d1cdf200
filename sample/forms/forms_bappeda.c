/* Forms of the planning office: targets and coverage of the central site, evidence, budget, surveys. */
#include "form.h"

/* --- Web Aksi --- */

static const struct form_column target_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PERIODE_TAHUN", .what = COLUMN_TEXT, .text = "{year}"},
    {"NAMA_KECAMATAN", .what = COLUMN_DISTRICT},
    {"NAMA_PUSKESMAS", .what = COLUMN_PUSKESMAS},
    {"ID_DESA_BPS", .what = COLUMN_OTHER},
    {"ID_DESA_DAGRI", .what = COLUMN_CODE, .text = "digits"},
    {"NAMA_DESA", .what = COLUMN_VILLAGE},
    {"JUMLAH_KELUARGA", .what = COLUMN_COUNT, .name = "kk", .share = 1},
    {"JUMLAH_KELUARGA_BERESIKO_STUNTING", .what = COLUMN_COUNT, .name = "krs", .of = "kk", .share = 0.3},
    {"JUMLAH_BALITA", .what = COLUMN_COUNT, .name = "balita", .share = 0.3},
    {"JUMLAH_BALITA_SANGAT_PENDEK", .what = COLUMN_COUNT, .name = "sp", .of = "balita", .share = 0.05},
    {"JUMLAH_BALITA_PENDEK", .what = COLUMN_COUNT, .name = "p", .of = "balita", .share = 0.15},
    {0},
};

static const struct form_record target_records[] = {
    {"DS01", .n = "kk"}, {"DS02", .n = "krs"}, {"DS03", .n = "balita"},
    {"DS06", .n = "sp"}, {"DS05", .n = "p"},   {0},
};

static const struct form_sheet target_sheets[] = {
    {"csv", NULL, .columns = target_columns, .records = target_records},
    {0},
};

/* Small letters, no year: the other witness of this form. */
static const struct form_column lower_columns[] = {
    {"id", .what = COLUMN_NO},
    {"nama_kecamatan", .what = COLUMN_DISTRICT},
    {"nama_puskesmas", .what = COLUMN_PUSKESMAS},
    {"id_desa_bps", .what = COLUMN_OTHER},
    {"id_desa_dagri", .what = COLUMN_CODE, .text = "digits"},
    {"nama_desa", .what = COLUMN_VILLAGE},
    {"jumlah_keluarga", .what = COLUMN_COUNT, .name = "kk", .share = 1},
    {"jumlah_keluarga_beresiko_stunting", .what = COLUMN_COUNT, .name = "krs", .of = "kk", .share = 0.3},
    {"jumlah_balita", .what = COLUMN_COUNT, .name = "balita", .share = 0.3},
    {"jumlah_balita_sangat_pendek", .what = COLUMN_COUNT, .name = "sp", .of = "balita", .share = 0.05},
    {"jumlah_balita_pendek", .what = COLUMN_COUNT, .name = "p", .of = "balita", .share = 0.15},
    {0},
};

static const struct form_sheet lower_sheets[] = {
    {"csv", NULL, .columns = lower_columns, .records = target_records},
    {0},
};

#define VILLAGE_BUDGET "ANGGARAN PERCEPATAN PENURUNAN STUNTING DI DESA|"
#define SERVICE(code_, heading)                                                                              \
    {                                                                                                        \
        heading, .what = COLUMN_RATE, .name = code_                                                          \
    }

static const struct form_column service_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Puskesmas", .what = COLUMN_PUSKESMAS},
    {"Desa", .what = COLUMN_VILLAGE},
    {"POPULASI|Total Populasi Keluarga", .what = COLUMN_COUNT, .name = "kk", .share = 1},
    {"POPULASI|Total Populasi Anak", .what = COLUMN_COUNT, .name = "anak", .share = 0.3},
    SERVICE("E01", "REMAJA|Remaja putri yang mengonsumsi TTD"),
    SERVICE("E02", "REMAJA|Remaja putri yang menerima pemeriksaan status anemia (hemoglobin)"),
    SERVICE("E03", "CALON PENGANTIN/PASANGAN USIA SUBUR|Calon pengantin/calon ibu yang menerima Tablet "
                   "Tambah Darah (TTD)"),
    SERVICE("E04", "CALON PENGANTIN/PASANGAN USIA SUBUR|Calon pasangan usia subur (PUS) yang memperoleh "
                   "pemeriksaan kesehatan"),
    SERVICE("E05",
            "CALON PENGANTIN/PASANGAN USIA SUBUR|Calon PUS menerima pendampingan kesehatan reproduksi"),
    SERVICE(
        "E06",
        "CALON PENGANTIN/PASANGAN USIA SUBUR|Pasangan calon pengantin yang mendapatkan bimbingan perkawinan"),
    SERVICE("E07",
            "CALON PENGANTIN/PASANGAN USIA SUBUR|PUS dengan status miskin menerima bantuan tunai bersyarat"),
    SERVICE("E08",
            "CALON PENGANTIN/PASANGAN USIA SUBUR|PUS dengan status miskin menerima bantuan pangan non-tunai"),
    SERVICE("E09",
            "CALON PENGANTIN/PASANGAN USIA SUBUR|PUS fakir miskin menjadi Penerima Bantuan Iuran (PBI)"),
    SERVICE("E10", "IBU HAMIL|Ibu hamil Kurang Energi Kronik (KEK) mendapat tambahan asupan gizi"),
    SERVICE("E11", "IBU HAMIL|Ibu hamil yang mengonsumsi TTD minimal 90 tablet"),
    SERVICE("E12", "IBU HAMIL|Persentase Unmeet Need pelayanan keluarga berencana"),
    SERVICE("E13", "IBU HAMIL|Persentase kehamilan yang tidak diinginkan"),
    SERVICE("E14",
            "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Bayi usia kurang dari 6 bulan mendapat ASI eksklusif"),
    SERVICE("E15", "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Anak usia 6-23 bulan mendapat MP-ASI"),
    SERVICE("E16",
            "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Balita gizi buruk mendapat pelayanan tata laksana"),
    SERVICE("E17", "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Anak di bawah usia lima tahun (balita)  yang "
                   "dipantau pertumbuhannya"),
    SERVICE("E18", "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Balita gizi kurang mendapat tambahan asupan gizi"),
    SERVICE("E19", "ANAK DI BAWAH USIA LIMA TAHUN (BALITA)|Balita memperoleh imunisasi dasar lengkap"),
    SERVICE("E20", "KELUARGA BERISIKO|Keluarga yang stop BABS"),
    SERVICE("E21", "KELUARGA BERISIKO|Keluarga yang melaksanakan PHBS"),
    SERVICE("E22", "KELUARGA BERISIKO|Keluarga berisiko mendapat promosi peningkatan konsumsi ikan"),
    SERVICE("E23", "KELUARGA BERISIKO|Pelayanan KB pasca persalinan"),
    SERVICE("E24", "KELUARGA BERISIKO|Keluarga berisiko yang memperoleh pendampingan"),
    SERVICE("E25", "KELUARGA BERISIKO|Keluarga berisiko mendapat manfaat sumber daya pekarangan"),
    SERVICE("E26", "AIR MINUM DAN SANITASI|Rumah tangga mendapat akses air minum layak"),
    SERVICE("E27", "AIR MINUM DAN SANITASI|Rumah tangga mendapat akses sanitasi layak"),
    SERVICE("E28", "PERLINDUNGAN SOSIAL|KPM PKH yang mengikuti P2K2"),
    SERVICE("E29", "PERLINDUNGAN SOSIAL|KPM yang menerima variasi bantuan pangan"),
    {VILLAGE_BUDGET "DD", .what = COLUMN_COUNT, .name = "dd", .share = 90000},
    {VILLAGE_BUDGET "APBDES", .what = COLUMN_COUNT, .name = "apbdes", .share = 30000},
    {VILLAGE_BUDGET "BUMDES", .what = COLUMN_COUNT, .name = "bumdes", .share = 10000},
    {VILLAGE_BUDGET "CSR", .what = COLUMN_COUNT, .name = "csr", .share = 10000},
    {0},
};

static const struct form_record service_records[] = {
    {"DS01", .n = "kk"},        {"DS43", .n = "anak"},      {"E01", .reported = "E01"},
    {"E02", .reported = "E02"}, {"E03", .reported = "E03"}, {"E04", .reported = "E04"},
    {"E05", .reported = "E05"}, {"E06", .reported = "E06"}, {"E07", .reported = "E07"},
    {"E08", .reported = "E08"}, {"E09", .reported = "E09"}, {"E10", .reported = "E10"},
    {"E11", .reported = "E11"}, {"E12", .reported = "E12"}, {"E13", .reported = "E13"},
    {"E14", .reported = "E14"}, {"E15", .reported = "E15"}, {"E16", .reported = "E16"},
    {"E17", .reported = "E17"}, {"E18", .reported = "E18"}, {"E19", .reported = "E19"},
    {"E20", .reported = "E20"}, {"E21", .reported = "E21"}, {"E22", .reported = "E22"},
    {"E23", .reported = "E23"}, {"E24", .reported = "E24"}, {"E25", .reported = "E25"},
    {"E26", .reported = "E26"}, {"E27", .reported = "E27"}, {"E28", .reported = "E28"},
    {"E29", .reported = "E29"}, {"AG11", .n = "dd"},        {"AG12", .n = "apbdes"},
    {"AG13", .n = "bumdes"},    {"AG14", .n = "csr"},       {0},
};

static const struct form_remark service_remarks[] = {
    {"E01", REASON_percent_only, "E01"}, {"E02", REASON_percent_only, "E02"},
    {"E03", REASON_percent_only, "E03"}, {"E04", REASON_percent_only, "E04"},
    {"E05", REASON_percent_only, "E05"}, {"E06", REASON_percent_only, "E06"},
    {"E07", REASON_percent_only, "E07"}, {"E08", REASON_percent_only, "E08"},
    {"E09", REASON_percent_only, "E09"}, {"E10", REASON_percent_only, "E10"},
    {"E11", REASON_percent_only, "E11"}, {"E12", REASON_percent_only, "E12"},
    {"E13", REASON_percent_only, "E13"}, {"E14", REASON_percent_only, "E14"},
    {"E15", REASON_percent_only, "E15"}, {"E16", REASON_percent_only, "E16"},
    {"E17", REASON_percent_only, "E17"}, {"E18", REASON_percent_only, "E18"},
    {"E19", REASON_percent_only, "E19"}, {"E20", REASON_percent_only, "E20"},
    {"E21", REASON_percent_only, "E21"}, {"E22", REASON_percent_only, "E22"},
    {"E23", REASON_percent_only, "E23"}, {"E24", REASON_percent_only, "E24"},
    {"E25", REASON_percent_only, "E25"}, {"E26", REASON_percent_only, "E26"},
    {"E27", REASON_percent_only, "E27"}, {"E28", REASON_percent_only, "E28"},
    {"E29", REASON_percent_only, "E29"}, {0},
};

static const struct form_sheet service_sheets[] = {
    {"Cakupan Layanan", "CAKUPAN LAYANAN\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}", service_columns,
     service_records, service_remarks, .filled = false},
    {0},
};

/* --- by kabupaten/kota: supply, evidence, budget, surveys --- */

#define OFFICE_TITLES "Provinsi : {provinsi}\nTahun : {year}"

static const struct form_column supply_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Rembuk stunting kabupaten/kota (kali)", .what = COLUMN_CHOICE, .name = "s01", .text = "1|2|0"},
    {"Rembuk stunting kecamatan (kali)", .what = COLUMN_CHOICE, .name = "s02", .text = "2|4|1"},
    {"Perbup/Perwali tentang kewenangan desa (ada/tidak)", .what = COLUMN_CHOICE, .name = "s03",
     .text = "Ada=1|Tidak Ada=0"},
    {"Pemantauan dan evaluasi (kali)", .what = COLUMN_CHOICE, .name = "s04", .text = "2|1"},
    {"Publikasi data stunting (ada/tidak)", .what = COLUMN_CHOICE, .name = "s14",
     .text = "Ada=1|Tidak Ada=0"},
    {"Audit anak baduta stunting (kali)", .what = COLUMN_CHOICE, .name = "s15", .text = "2|1|0"},
    {"Tenaga pelatih berjenjang (orang)", .what = COLUMN_CHOICE, .name = "s27", .text = "24|18"},
    {0},
};

static const struct form_record supply_records[] = {
    {"S01", .n = "s01"}, {"S02", .n = "s02"}, {"S03", .n = "s03"}, {"S04", .n = "s04"},
    {"S14", .n = "s14"}, {"S15", .n = "s15"}, {"S27", .n = "s27"}, {0},
};

static const struct form_sheet supply_sheets[] = {
    {"Suplai", "INDIKATOR SUPLAI\n" OFFICE_TITLES, .columns = supply_columns, .records = supply_records,
     .rows = ROWS_REGENCIES},
    {0},
};

#define ACTION(heading, id)                                                                                  \
    {                                                                                                        \
        heading, .what = COLUMN_CHOICE, .name = id, .text = "Ada=1|Tidak Ada=0|v=1|x=0"                      \
    }

static const struct form_column action_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    ACTION("Aksi 1 Analisis situasi", "a1"),
    ACTION("Aksi 2 Rencana kegiatan", "a2"),
    ACTION("Aksi 3 Rembuk stunting", "a3"),
    ACTION("Aksi 4 Peraturan tentang peran desa", "a4"),
    ACTION("Aksi 5 Pembinaan pelaku desa", "a5"),
    ACTION("Aksi 6 Sistem manajemen data", "a6"),
    ACTION("Aksi 7 Pengukuran dan publikasi", "a7"),
    ACTION("Aksi 8 Reviu kinerja tahunan", "a8"),
    {0},
};

static const struct form_record action_records[] = {
    {"AK01", .n = "a1"}, {"AK02", .n = "a2"}, {"AK03", .n = "a3"},
    {"AK04", .n = "a4"}, {"AK05", .n = "a5"}, {"AK06", .n = "a6"},
    {"AK07", .n = "a7"}, {"AK08", .n = "a8"}, {0},
};

static const struct form_sheet action_sheets[] = {
    {"Bukti", "BUKTI 8 AKSI KONVERGENSI\n" OFFICE_TITLES, .columns = action_columns,
     .records = action_records, .rows = ROWS_REGENCIES},
    {0},
};

#define MONEY(category, id)                                                                                  \
    {category "|Pagu", .what = COLUMN_COUNT, .name = id "-", .share = 200000},                               \
    {                                                                                                        \
        category "|Realisasi", .what = COLUMN_COUNT, .name = id "+", .of = id "-", .share = 0.9              \
    }

static const struct form_column budget_columns[] = {
    {"No", .what = COLUMN_NO}, {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    MONEY("SPESIFIK", "a"),    MONEY("SENSITIF", "b"),
    MONEY("PENDAMPING", "c"),  {0},
};

static const struct form_record budget_records[] = {
    {"AG24", .n = "a+", .d = "a-"}, {"AG25", .n = "b+", .d = "b-"}, {"AG26", .n = "c+", .d = "c-"}, {0}};

static const struct form_sheet budget_sheets[] = {
    {"Anggaran", "ANGGARAN STUNTING MENURUT KATEGORI\n" OFFICE_TITLES, .columns = budget_columns,
     .records = budget_records, .rows = ROWS_REGENCIES, .total = "GRAND TOTAL"},
    {0},
};

static const struct form_column survey_columns[] = {
    {"No", .what = COLUMN_NO},
    {"Kabupaten/Kota", .what = COLUMN_REGENCY},
    {"Stunting (%)", .what = COLUMN_RATE, .name = "s", .share = 0.22},
    {"Wasting (%)", .what = COLUMN_RATE, .name = "w", .share = 0.08},
    {"Underweight (%)", .what = COLUMN_RATE, .name = "u", .share = 0.17},
    {"Overweight (%)", .what = COLUMN_RATE, .name = "o", .share = 0.04},
    {0},
};

static const struct form_record survey_records[] = {{"O05", .reported = "s"},
                                                    {"O15", .reported = "w"},
                                                    {"O16", .reported = "u"},
                                                    {"O17", .reported = "o"},
                                                    {0}};

static const struct form_sheet survey_sheets[] = {
    {"SSGI", "PREVALENSI STATUS GIZI BALITA\n" OFFICE_TITLES, .columns = survey_columns,
     .records = survey_records, .rows = ROWS_REGENCIES, .notes = "Sumber: survei"},
    {0},
};

const struct form forms_bappeda[] = {
    {"webaksi-sasaran", "bappeda", "Data Sasaran {kabupaten}.csv", BOOK_CSV_BOM, target_sheets,
     .period = "{year}"},
    {"webaksi-sasaran", "bappeda", "data_stunting {kab}.csv", BOOK_CSV_PLAIN, lower_sheets,
     .period = "{lastyear}", .upload = "{lastyear}"},
    {"webaksi-cakupan", "bappeda", "Cakupan Layanan {kabupaten}.xlsx", BOOK_XLSX, service_sheets,
     .period = "{year}"},
    {"bappeda-suplai-kabupaten", "bappeda", "Indikator Suplai {year}.xlsx", BOOK_XLSX, supply_sheets,
     .period = "{year}", .whole_province = true},
    {"bappeda-aksi-bukti", "bappeda", "Bukti Aksi {year}.xlsx", BOOK_XLSX, action_sheets, .period = "{year}",
     .whole_province = true},
    {"bappeda-anggaran-kategori", "bappeda", "Anggaran Stunting {year}.xlsx", BOOK_XLSX, budget_sheets,
     .period = "{year}", .whole_province = true},
    {"survei-gizi", "bappeda", "SSGI {year}.xlsx", BOOK_XLSX, survey_sheets, .period = "{year}",
     .whole_province = true},
    {0},
};
