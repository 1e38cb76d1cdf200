/* Forms of the village office: what the village cadres report of a whole village. */
#include "form.h"

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

static const struct form_column f4_3_columns[] = {
    {"Sasaran", .what = COLUMN_TEXT},
    {"Indikator", .what = COLUMN_NO},
    {"Indikator", .what = COLUMN_ITEM},
    {"Jumlah", .what = COLUMN_COUNT, .name = "n", .share = 0.1},
    {"Jumlah", .what = COLUMN_TEXT},
    {"%", .what = COLUMN_RATE, .name = "persen"},
    {0},
};

static const struct form_record f4_3_records[] = {{"@item", .n = "n", .reported = "persen"}, {0}};

/* The texts as printed, faults too. */
#define F4_3_ITEMS                                                                                           \
    "Ibu hamil periksa kehamilan paling sedikit 4 kali selama kehamilan kehamilan=T3HB1|"                    \
    "Ibu hamil mendapat dan minum 1 tablet tambah darah (pil FE) setiap hari minimal selama 90 hari=T3HB2|"  \
    "Ibu bersalin mendapatkan layanan nifas oleh nakes dilaksanakan minimal 3 kali=T3HB3|"                   \
    "Ibu hamil mengikuti kegiatan  konseling gizi atau kelas ibu hamil minimal 4 kali=T3HB4|"                \
    "Ibu hamil dengan kondisi resiko tinggi dan/atau KEK mendapat kunjungan ke rumah oleh bidan=T3HB5|"      \
    "Rumah Tangga Ibu hamil memiliki sarana akses air minum yang aman=T3HB6|"                                \
    "Rumah Tangga Ibu hamil memiliki sarana jamban keluarga yang layak=T3HB7|"                               \
    "Ibu hamil memiliki jaminan layanan kesehatan=T3HB8|"                                                    \
    "Bayi usia 12 bulan ke bawah mendapatkan imunisasi dasar lengkap=T3HA1|"                                 \
    "Anak usia 0-23 bulan diukur berat badannya di posyandu secara rutin setiap bulan=T3HA2|"                \
    "Anak usia 0-23 bulan diukur panjang/tinggi badannya minimal 2 kali dalam setahun=T3HA3|"                \
    "Anaksia 0-23 bulan dengan status gizi buruk, gizi kurang, dan stunting mendapat kunjungan=T3HA5|"       \
    "Rumah Tangga anak usia 0-23 bulan memiliki sarana akses air minum yang aman=T3HA6|"                     \
    "Rumah Tangga anak usia 0-23 bulan memiliki sarana jamban yang layak=T3HA7|"                             \
    "Anak usia 0-23 bulan memiliki akte kelahiran=T3HA8|"                                                    \
    "Anak usia 0-23 bulan memiliki jaminan layanan kesehatan=T3HA9|"                                         \
    "Orang tua/pengasuh anak usia 0-23 bulan mengikuti Kelas Pengasuhan sebulan sekali=T3HA10|"              \
    "Anak usia 2-6 tahun terdaftar dan aktif mengikuti kegiatan layanan PAUD=T3HP1"

/* The one line whose figure is divided: small headings in its cells, figures in the row below. */
static const struct form_column f4_3k_columns[] = {
    {"", .what = COLUMN_TEXT},
    {"4", .what = COLUMN_TEXT},
    {"Orang tua/pengasuh anak usia 0-23 bulan mengikuti kegiatan konseling gizi secara rutin",
     .what = COLUMN_TEXT},
    {"Laki", .what = COLUMN_COUNT, .name = "l", .of = "j"},
    {"Jumlah", .what = COLUMN_COUNT, .name = "j", .share = 0.2},
    {"", .what = COLUMN_RATE},
    {0},
};

static const struct form_record f4_3k_records[] = {{"T3HA4L", .n = "l"}, {"T3HA4", .n = "j"}, {0}};

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
     .columns = f4_1_columns, .records = f4_1_records},
    {NULL, "TABEL 2. HASIL PENGUKURAN TIKAR PERTUMBUHAN (DETEKSI DINI STUNTING) ", .columns = f4_2_columns,
     .records = f4_2_records},
    {NULL, "TABEL 3. KELENGKAPAN KONVERGENSI PAKET LAYANAN PENCEGAHAN STUNTING BAGI 1.000 HPK ",
     .columns = f4_3_columns, .records = f4_3_records, .items = F4_3_ITEMS, .filled = true},
    {NULL, NULL, .columns = f4_3k_columns, .records = f4_3k_records},
    {NULL, "TABEL 4. TINGKAT KONVERGENSI DESA ", f4_4_columns, ratio_records,
     .items = "Ibu Hamil=T4B|Anak 0 - 23 Bulan=T4A", .total = "TOTAL TINGKAT KONVERGENSI DESA",
     .total_left = true},
    {NULL, "TABEL 5. PENGGUNAAN DANA DESA DALAM PENCEGAHAN STUNTING", f4_5_columns, ratio_records,
     .items = "Bidang Pembangunan Desa=AG07|Bidang Pemberdayaan Masyarakat Desa=AG08"},
    {0},
};

const struct form forms_dpmd[] = {
    {"dpmd-formulir-1", "dpmd", "Formulir 1 {kode}.xlsx", BOOK_XLSX, f1_sheets, .period = "{year}",
     .each = EACH_VILLAGE},
    {"dpmd-formulir-4-1", "dpmd", "Formulir 4 {kode}.xlsx", BOOK_XLSX, f4_sheets, .period = "{year}-Q4",
     .each = EACH_VILLAGE},
    {0},
};
