/* Forms of the village office: the workbook of the village cadres, village index, village budget. */
#include "form.h"

#define VILLAGE_COLUMNS                                                                                      \
    {"No", .what = COLUMN_NO}, {"kode_desa", .what = COLUMN_CODE}, {"kecamatan", .what = COLUMN_DISTRICT},   \
    {                                                                                                        \
        "desa", .what = COLUMN_VILLAGE                                                                       \
    }

/* --- Formulir 1: one file for each village --- */

static const struct form_column f1_columns[] = {
    {"TOTAL RUMAH TANGGA SASARAN", .what = COLUMN_COUNT, .name = "rt", .share = 0.2},
    {"RUMAH TANGGA KATEGORI RENTAN **", .what = COLUMN_COUNT, .name = "rentan", .of = "rt"},
    {"IBU HAMIL RESTI ***", .what = COLUMN_COUNT, .name = "resti", .of = "rt", .share = 0.2},
    {"ANAK 0 - 23 BULAN", .what = COLUMN_COUNT, .name = "anak", .of = "rt"},
    {"ANAK 0 - 23 BULAN KONDISI GIZI KURANG", .what = COLUMN_COUNT, .name = "gk", .of = "anak", .share = 0.1},
    {"ANAK 0 - 23 BULAN KONDISI GIZI BURUK", .what = COLUMN_COUNT, .name = "gb", .of = "anak", .share = 0.05},
    {"ANAK 0 - 23 BULAN TERINDIKASI STUNTING", .what = COLUMN_COUNT, .name = "s", .of = "anak", .share = 0.2},
    {"RUMAH TANGGA TIDAK MEMILIKI SUMBER AIR BERSIH LAYAK MINUM", .what = COLUMN_COUNT, .name = "air",
     .of = "rt", .share = 0.3},
    {"RUMAH TANGGA TIDAK MEMPUNYAI JAMBAN", .what = COLUMN_COUNT, .name = "jamban", .of = "rt", .share = 0.3},
    {"IBU HAMIL TIDAK MEMPUNYAI JAMINAN KESEHATAN", .what = COLUMN_COUNT, .name = "jb", .of = "resti"},
    {"ANAK 0 - 23 BULAN TIDAK MEMPUNYAI JAMINAN KESEHATAN", .what = COLUMN_COUNT, .name = "ja", .of = "anak"},
    {"ANAK 0 - 23 BULAN TIDAK MEMPUNYAI AKTA KELAHIRAN", .what = COLUMN_COUNT, .name = "akta", .of = "anak"},
    {0},
};

static const struct form_record f1_records[] = {
    {"T101", .n = "rt"},
    {"DS32", .n = "rentan"},
    {"T103", .n = "resti"},
    {"T104", .n = "anak"},
    {"T106", .n = "gk"},
    {"T107", .n = "gb"},
    {"T108", .n = "s"},
    {"T109", .n = "air"},
    {"T110", .n = "jamban"},
    {"T111", .n = "jb"},
    {"T112", .n = "ja"},
    {"T113", .n = "akta"},
    {0},
};

static const struct form_sheet f1_sheets[] = {
    {"Form 1",
     "FORMULIR 1. PENDATAAN KONDISI LAYANAN DAN REKAPITULASI STATUS SASARAN\nKabupaten\t: "
     "{kab}\nKecamatan\t: "
     "{kecamatan}\nDesa\t: {desa}\nTahun\t: {year}\n\nREKAPITULASI SASARAN",
     f1_columns, f1_records,
     .notes = "\nKETERSEDIAAN LAYANAN\nNO\tNAMA LAYANAN\tKIA\tGIZI\tPAUD\n1\tPosyandu\tv\tv\tx"},
    {0},
};

/* --- Formulir 2.A, 2.B, 2.C: by name, by month --- */

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

/* --- Formulir 4: the village's scorecard, five tables on one sheet --- */

static const struct form_column f4_1_columns[] = {
    {"", .what = COLUMN_TEXT},
    {"JML TOTAL RUMAH TANGGA 1.000 HPK ", .what = COLUMN_COUNT, .name = "rt", .share = 0.2},
    {"IBU HAMIL |TOTAL", .what = COLUMN_COUNT, .name = "bumil", .of = "rt", .share = 0.3},
    {"IBU HAMIL |KEK/RESTI", .what = COLUMN_COUNT, .name = "kek", .of = "bumil", .share = 0.2},
    {"ANAK 0 – 23 BULAN|TOTAL", .what = COLUMN_COUNT, .name = "anak", .of = "rt"},
    {"ANAK 0 – 23 BULAN|GIZI KURANG/ GIZI BURUK/STUNTING", .what = COLUMN_COUNT, .name = "gizi", .of = "anak",
     .share = 0.3},
    {0},
};

static const struct form_record f4_1_records[] = {
    {"T101", .n = "rt"},   {"T102", .n = "bumil"}, {"T103", .n = "kek"},
    {"T104", .n = "anak"}, {"T105", .n = "gizi"},  {0},
};

static const struct form_column f4_2_columns[] = {
    {"", .what = COLUMN_TEXT},
    {"JUMLAH TOTAL ANAK USIA 0 – 23 BULAN ", .what = COLUMN_COUNT, .name = "anak", .share = 0.1},
    {"HIJAU (NORMAL)", .what = COLUMN_COUNT, .name = "h", .of = "anak"},
    {"Kuning (Resiko Stunting)", .what = COLUMN_COUNT, .name = "k", .of = "anak", .share = 0.1},
    {"Merah Terindikasi Stunting", .what = COLUMN_COUNT, .name = "m", .of = "anak", .share = 0.1},
    {0},
};

static const struct form_record f4_2_records[] = {
    {"T201", .n = "anak"}, {"T202", .n = "h"}, {"T203", .n = "k"}, {"T204", .n = "m"}, {0},
};

static const struct form_column f4_4_columns[] = {
    {"No", .what = COLUMN_NO},
    {"SASARAN", .what = COLUMN_ITEM},
    {"JUMLAH INDIKATOR|YANG DITERIMA", .what = COLUMN_COUNT, .name = "n", .of = "d"},
    {"JUMLAH INDIKATOR|SEHARUSNYA DITERIMA", .what = COLUMN_COUNT, .name = "d", .share = 0.6},
    {"TINGKAT KONVERGENSI (%)", .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_record ratio_records[] = {
    {"@item", .n = "n", .d = "d", .reported = "persen"},
    {0},
};

static const struct form_column f4_5_columns[] = {
    {"No", .what = COLUMN_NO},
    {"BIDANG/KEGIATAN ", .what = COLUMN_ITEM},
    {"TOTAL ALOKASI DANA", .what = COLUMN_COUNT, .name = "d", .share = 900000},
    {"KEGIATAN KHUSUS PENCEGAHAN STUNTING|ALOKASI DANA", .what = COLUMN_COUNT, .name = "n", .of = "d",
     .share = 0.2},
    {"KEGIATAN KHUSUS PENCEGAHAN STUNTING|% (PERSEN)", .what = COLUMN_RATIO, .name = "persen", .of = "n/d"},
    {0},
};

static const struct form_sheet f4_sheets[] = {
    {"F SC Konvergensi Desa",
     "FORMULIR 4 (SCORDCARDS KONVERGENSI DESA)\nLAPORAN KONVERGENSI PENCEGAHAN STUNTING \nTERHADAP SASARAN "
     "RUMAH "
     "TANGGA 1.000 HPK \n\nKabupaten\t\t\t: {kab}\t\tKecamatan \t: {kecamatan}\nDesa\t\t\t: "
     "{desa}\t\tKuartal\t: "
     "IV\nTahun \t\t\t: {year}\n\nTABEL 1. JUMLAH SASARAN 1.000 HPK (IBU HAMIL DAN ANAK 0-23 BULAN)",
     f4_1_columns, f4_1_records},
    {NULL, "TABEL 2. HASIL PENGUKURAN TIKAR PERTUMBUHAN (DETEKSI DINI STUNTING) ", f4_2_columns,
     f4_2_records},
    {NULL, "TABEL 4. TINGKAT KONVERGENSI DESA ", f4_4_columns, ratio_records,
     .items = "Ibu Hamil=T4B|Anak 0 - 23 Bulan=T4A", .total = "TOTAL TINGKAT KONVERGENSI DESA",
     .total_left = true},
    {NULL, "TABEL 5. PENGGUNAAN DANA DESA DALAM PENCEGAHAN STUNTING", f4_5_columns, ratio_records,
     .items = "Bidang Pembangunan Desa=AG07|Bidang Pemberdayaan Masyarakat Desa=AG08"},
    {0},
};

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
    {"eHDW", "eHDW 2.0\nKABUPATEN/KOTA : {KABUPATEN}\nPERIODE : Triwulan 3 {year}", ehdw_columns,
     ehdw_records},
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
    {"Worksheet", "\nREKOMENDASI INDEKS DESA MEMBANGUN (IDM) ", idm_columns, idm_records},
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
    {"csv", NULL, pollution_columns, pollution_records},
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
    {"IDM", NULL, survey_columns, survey_records},
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
    {"KPM", NULL, cadre_columns, cadre_records},
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
    {"Desa", "STATUS DESA\nKABUPATEN/KOTA : {KABUPATEN}\nTahun : {year}", state_columns, state_records},
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

static const struct form_sheet ceiling_sheets[] = {
    {"data", NULL, ceiling_columns, ceiling_records},
    {0},
};

static const struct form_sheet paid_sheets[] = {
    {"contoh pencairan", NULL, paid_columns, paid_records, .items = "TAHAP I=AG21|TAHAP II=AG22"},
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

/* --- OpenDK: the region and the year stand in the file's name alone --- */

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

static const struct form_sheet toilet_sheets[] = {{"Sheet1", NULL, toilet_columns, toilet_records}, {0}};

static const struct form_column vaccine_columns[] = {
    {"desa_id", .what = COLUMN_CODE},
    {"cakupan_imunisasi", .what = COLUMN_CHOICE, .name = "cakupan", .text = "34|44|67"},
    {0},
};

static const struct form_record vaccine_records[] = {{"KS72", .reported = "cakupan"}, {0}};

static const struct form_sheet vaccine_sheets[] = {{"FORM IMUNISASI", NULL, vaccine_columns, vaccine_records},
                                                   {0}};

static const struct form_column death_columns[] = {
    {"desa_id", .what = COLUMN_CODE},
    {"jumlah_aki", .what = COLUMN_COUNT, .name = "aki", .share = 0.002},
    {"jumlah_akb", .what = COLUMN_COUNT, .name = "akb", .share = 0.005},
    {0},
};

static const struct form_record death_records[] = {{"KS41", .n = "aki"}, {"KS43", .n = "akb"}, {0}};

static const struct form_sheet death_sheets[] = {{"FORM AKI & AKB", NULL, death_columns, death_records}, {0}};

const struct form forms_dpmd[] = {
    {"dpmd-formulir-1", "dpmd", "Formulir 1 {kode}.xlsx", BOOK_XLSX, f1_sheets, .period = "{year}",
     .each = EACH_VILLAGE},
    {"dpmd-formulir-2a", "dpmd", "Formulir 2.A {kabupaten}.xlsx", BOOK_XLSX, f2a_sheets, .period = "{year}"},
    {"dpmd-formulir-2b", "dpmd", "Formulir 2.B {kabupaten}.xlsx", BOOK_XLSX, f2b_sheets, .period = "{year}"},
    {"dpmd-formulir-2c", "dpmd", "Formulir 2.C {kabupaten} Tahun {year}.xlsx", BOOK_XLSX, f2c_sheets,
     .period = "{year}"},
    {"dpmd-formulir-4-1", "dpmd", "Formulir 4 {kode}.xlsx", BOOK_XLSX, f4_sheets, .period = "{year}-Q4",
     .each = EACH_VILLAGE},
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
    {"dd-pagu-desa", "dpmd", "BKU DD {kab}.xlsx", BOOK_XLSX, ceiling_sheets, .period = "{year}",
     .upload_region = true},
    {"dd-pencairan-desa", "dpmd", "Pencairan DD {kab}.xlsx", BOOK_XLSX, paid_sheets, .period = "{year}",
     .upload_region = true},
    {"dd-salur-omspan", "dpmd", "OMSPAN {kab}.csv", BOOK_CSV_SEMI, transfer_sheets, .period = "{year}"},
    {"dana-desa-djpk", "dpmd", "pagu-dana-desa.csv", BOOK_CSV_TAB, treasury_sheets, .period = "{year}",
     .whole_province = true},
    {"dpmd-anggaran-stunting", "dpmd", "Anggaran Stunting Desa {kabupaten} {year}.xlsx", BOOK_XLSX,
     budget_sheets, .period = "{year}"},
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
    {0},
};
