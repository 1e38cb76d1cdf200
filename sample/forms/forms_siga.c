/* Forms of SIGA and Elsimil, the systems of family planning: families at risk, pregnant women and mothers,
 * contraception, groups. */
#include "form.h"

/* --- keluarga berisiko stunting --- */

static const struct form_column verval_columns[] = {
    {"", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KODE", .what = COLUMN_CODE, .text = "last4"},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"JUMLAH KELUARGA", .what = COLUMN_COUNT, .name = "keluarga"},
    {"JUMLAH KELUARGA SASARAN", .what = COLUMN_COUNT, .name = "sasaran", .of = "keluarga"},
    {"KESEJAHTERAAN 1", .what = COLUMN_COUNT, .name = "ks1", .of = "krs", .share = 0.3},
    {"KESEJAHTERAAN 2", .what = COLUMN_COUNT, .name = "ks2", .of = "krs", .share = 0.2},
    {"KESEJAHTERAAN 3", .what = COLUMN_COUNT, .name = "ks3", .of = "krs", .share = 0.15},
    {"KESEJAHTERAAN 4", .what = COLUMN_COUNT, .name = "ks4", .of = "krs", .share = 0.1},
    {"KESEJAHTERAAN > 4", .what = COLUMN_CALC, .name = "ks5", .of = "krs-ks1-ks2-ks3-ks4"},
    {"JUMLAH KRS", .what = COLUMN_COUNT, .name = "krs", .of = "sasaran", .share = 0.5},
    {"JUMLAH TIDAK BERESIKO", .what = COLUMN_CALC, .name = "aman", .of = "sasaran-krs"},
    {"PUNYA BADUTA", .what = COLUMN_COUNT, .name = "kr08", .of = "krs", .share = 0.3},
    {"PUNYA BALITA", .what = COLUMN_COUNT, .name = "kr09", .of = "krs", .share = 0.3},
    {"PUS", .what = COLUMN_COUNT, .name = "kr10", .of = "krs", .share = 0.3},
    {"PUS HAMIL", .what = COLUMN_COUNT, .name = "kr11", .of = "krs", .share = 0.3},
    {"SUMBER AIR MINUM TIDAK LAYAK", .what = COLUMN_COUNT, .name = "kr12", .of = "krs", .share = 0.3},
    {"JAMBAN TIDAK LAYAK", .what = COLUMN_COUNT, .name = "kr13", .of = "krs", .share = 0.3},
    {"TERLALU MUDA", .what = COLUMN_COUNT, .name = "kr14", .of = "krs", .share = 0.3},
    {"TERLALU TUA", .what = COLUMN_COUNT, .name = "kr15", .of = "krs", .share = 0.3},
    {"TERLALU DEKAT", .what = COLUMN_COUNT, .name = "kr16", .of = "krs", .share = 0.3},
    {"TERLALU BANYAK", .what = COLUMN_COUNT, .name = "kr17", .of = "krs", .share = 0.3},
    {"PUS 4T", .what = COLUMN_COUNT, .name = "kr18", .of = "krs", .share = 0.3},
    {"BUKAN PESERTA KB MODERN", .what = COLUMN_COUNT, .name = "kr19", .of = "krs", .share = 0.3},
    {"PERIODE", .what = COLUMN_TEXT, .text = "Sem 2 {year}"},
    {0},
};

static const struct form_record verval_records[] = {
    {"DS01", .n = "keluarga"}, {"KR01", .n = "sasaran"},
    {"DS02", .n = "krs"},      {"KR02", .n = "aman"},
    {"KR03", .n = "ks1"},      {"KR04", .n = "ks2"},
    {"KR05", .n = "ks3"},      {"KR06", .n = "ks4"},
    {"KR07", .n = "ks5"},      {"KR08", .n = "kr08"},
    {"KR09", .n = "kr09"},     {"KR10", .n = "kr10"},
    {"KR11", .n = "kr11"},     {"KR12", .n = "kr12"},
    {"KR13", .n = "kr13"},     {"KR14", .n = "kr14"},
    {"KR15", .n = "kr15"},     {"KR16", .n = "kr16"},
    {"KR17", .n = "kr17"},     {"KR18", .n = "kr18"},
    {"KR19", .n = "kr19"},     {0},
};

static const struct form_sheet verval_sheets[] = {
    {.name = "csv", .columns = verval_columns, .records = verval_records},
    {0},
};

static const struct form_column krs_columns[] = {
    {"kecamatan", .what = COLUMN_DISTRICT},
    {"jumlah_keluarga", .what = COLUMN_COUNT, .name = "keluarga"},
    {"jumlah_keluarga_sasaran", .what = COLUMN_COUNT, .name = "sasaran", .of = "keluarga"},
    {"kesejahteraan_1", .what = COLUMN_COUNT, .name = "ks1", .of = "krs", .share = 0.3},
    {"kesejahteraan_2", .what = COLUMN_COUNT, .name = "ks2", .of = "krs", .share = 0.2},
    {"kesejahteraan_3", .what = COLUMN_COUNT, .name = "ks3", .of = "krs", .share = 0.15},
    {"kesejahteraan_4", .what = COLUMN_COUNT, .name = "ks4", .of = "krs", .share = 0.1},
    {"kesejahteraan_lebih_4", .what = COLUMN_CALC, .name = "ks5", .of = "krs-ks1-ks2-ks3-ks4"},
    {"total_krs", .what = COLUMN_COUNT, .name = "krs", .of = "sasaran", .share = 0.5},
    {"tidak_berisiko", .what = COLUMN_CALC, .name = "aman", .of = "sasaran-krs"},
    {"baduta", .what = COLUMN_COUNT, .name = "kr08", .of = "krs", .share = 0.3},
    {"balita", .what = COLUMN_COUNT, .name = "kr09", .of = "krs", .share = 0.3},
    {"pus", .what = COLUMN_COUNT, .name = "kr10", .of = "krs", .share = 0.3},
    {"pus_hamil", .what = COLUMN_COUNT, .name = "kr11", .of = "krs", .share = 0.3},
    {"air_minum_tidak_layak", .what = COLUMN_COUNT, .name = "kr12", .of = "krs", .share = 0.3},
    {"jamban_tidak_layak", .what = COLUMN_COUNT, .name = "kr13", .of = "krs", .share = 0.3},
    {"terlalu_muda", .what = COLUMN_COUNT, .name = "kr14", .of = "krs", .share = 0.3},
    {"terlalu_tua", .what = COLUMN_COUNT, .name = "kr15", .of = "krs", .share = 0.3},
    {"terlalu_dekat", .what = COLUMN_COUNT, .name = "kr16", .of = "krs", .share = 0.3},
    {"terlalu_banyak", .what = COLUMN_COUNT, .name = "kr17", .of = "krs", .share = 0.3},
    {0},
};

static const struct form_record krs_records[] = {
    {"DS01", .n = "keluarga"}, {"KR01", .n = "sasaran"}, {"DS02", .n = "krs"},  {"KR02", .n = "aman"},
    {"KR03", .n = "ks1"},      {"KR04", .n = "ks2"},     {"KR05", .n = "ks3"},  {"KR06", .n = "ks4"},
    {"KR07", .n = "ks5"},      {"KR08", .n = "kr08"},    {"KR09", .n = "kr09"}, {"KR10", .n = "kr10"},
    {"KR11", .n = "kr11"},     {"KR12", .n = "kr12"},    {"KR13", .n = "kr13"}, {"KR14", .n = "kr14"},
    {"KR15", .n = "kr15"},     {"KR16", .n = "kr16"},    {"KR17", .n = "kr17"}, {0},
};

static const struct form_sheet krs_sheets[] = {
    {.name = "csv", .columns = krs_columns, .records = krs_records, .rows = ROWS_DISTRICTS},
    {0},
};

static const struct form_column nama_columns[] = {
    {"No", .what = COLUMN_NO},
    {"No. Kartu Keluarga", .what = COLUMN_KK},
    {"NIK Kepala Keluarga", .what = COLUMN_NIK},
    {"Nama Kepala Keluarga", .what = COLUMN_NAME},
    {"NIK Istri", .what = COLUMN_TEXT, .text = "-"},
    {"Nama Istri", .what = COLUMN_TEXT, .text = "-"},
    {"Desa", .what = COLUMN_VILLAGE},
    {"Kecamatan", .what = COLUMN_DISTRICT},
    {"Sasaran|Punya Anak|0-23 Bulan", .what = COLUMN_CHOICE, .name = "r1", .text = "1=Y|2=T|3=TS",
     .share = 0.4},
    {"Sasaran|Punya Anak|24-59 Bulan", .what = COLUMN_CHOICE, .name = "r2", .text = "1=Y|2=T|3=TS",
     .share = 0.4},
    {"Sasaran|PUS", .what = COLUMN_CHOICE, .name = "r3", .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Sasaran|PUS Hamil", .what = COLUMN_CHOICE, .name = "r4", .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|Fasilitas Lingkungan Tidak Sehat|Keluarga Tidak Mempunyai Sumber Air Minum Utama yang Layak",
     .what = COLUMN_CHOICE, .name = "r5", .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|Fasilitas Lingkungan Tidak Sehat|Keluarga Tidak Mempunyai Jamban yang Layak",
     .what = COLUMN_CHOICE, .name = "r6", .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|PUS 4 Terlalu|Terlalu Muda (Umur Istri < 20 Tahun)", .what = COLUMN_CHOICE, .name = "r7",
     .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|PUS 4 Terlalu|Terlalu Tua (Umur Istri 35 sd 40 Tahun)", .what = COLUMN_CHOICE,
     .name = "r8", .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|PUS 4 Terlalu|Terlalu Dekat (< 2 Tahun)", .what = COLUMN_CHOICE, .name = "r9",
     .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|PUS 4 Terlalu|Terlalu Banyak (≥ 3 Anak)", .what = COLUMN_CHOICE, .name = "r10",
     .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|PUS 4 Terlalu|PUS 4 Terlalu", .what = COLUMN_CHOICE, .name = "r11",
     .text = "1=Y|2=T|3=TS", .share = 0.4},
    {"Penapisan|PUS|Bukan Peserta KB Modern", .what = COLUMN_CHOICE, .name = "r12", .text = "1=Y|2=T|3=TS",
     .share = 0.4},
    {"Jenis Pendampingan yang Diterima", .what = COLUMN_TEXT, .text = "1,3,8"},
    {0},
};

static const struct form_record nama_records[] = {
    {"KR1", .subject = "keluarga", .state = "@r1"},
    {"KR2", .subject = "keluarga", .state = "@r2"},
    {"KR3", .subject = "keluarga", .state = "@r3"},
    {"KR4", .subject = "keluarga", .state = "@r4"},
    {"KR5", .subject = "keluarga", .state = "@r5"},
    {"KR6", .subject = "keluarga", .state = "@r6"},
    {"KR7", .subject = "keluarga", .state = "@r7"},
    {"KR8", .subject = "keluarga", .state = "@r8"},
    {"KR9", .subject = "keluarga", .state = "@r9"},
    {"KR10", .subject = "keluarga", .state = "@r10"},
    {"KR11", .subject = "keluarga", .state = "@r11"},
    {"KR12", .subject = "keluarga", .state = "@r12"},
    {0},
};

static const struct form_sheet nama_sheets[] = {
    {.name = "Keluarga Berisiko",
     .titles = "KELUARGA BERISIKO STUNTING\nKABUPATEN : {Kab}\nPERIODE : Semester 2 Tahun {year}\n\n",
     .columns = nama_columns,
     .records = nama_records,
     .rows = ROWS_PERSONS,
     .persons = 1},
    {0},
};

/* --- Elsimil --- */

static const struct form_column bumil_columns[] = {
    {"", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"JUMLAH BUMIL", .what = COLUMN_COUNT, .name = "bumil", .share = 0.1},
    {"BUMIL TERDAMPINGI", .what = COLUMN_COUNT, .name = "damping", .of = "bumil"},
    {"BUMIL TIDAK TERDAMPINGI", .what = COLUMN_CALC, .of = "bumil-damping"},
    {"JUMLAH BUMIL >=32 MINGGU", .what = COLUMN_COUNT, .name = "tua", .of = "bumil", .share = 0.3},
    {"BUMIL >=32 MINGGU MENDAPAT INFORMASI KONTRASEPSI", .what = COLUMN_COUNT, .name = "info", .of = "tua"},
    {"BUMIL >=32 MINGGU TIDAK MENDAPAT INFORMASI KONTRASEPSI", .what = COLUMN_CALC, .of = "tua-info"},
    {"BUMIL >=32 MINGGU AKAN KBPP", .what = COLUMN_COUNT, .name = "kbpp", .of = "tua", .share = 0.6},
    {"BUMIL >=32 MINGGU MEMUTUSKAN TIDAK KBPP", .what = COLUMN_COUNT, .name = "tidak", .of = "tua",
     .share = 0.2},
    {"MENDAPATKAN TTD", .what = COLUMN_COUNT, .name = "ttd", .of = "damping"},
    {"TIDAK MENDAPATKAN TTD", .what = COLUMN_CALC, .of = "damping-ttd"},
    {"MENGKOMSUMSI TTD", .what = COLUMN_COUNT, .name = "minum", .of = "ttd"},
    {"TIDAK MENGKOMSUMSI TTD", .what = COLUMN_CALC, .of = "damping-minum"},
    {"KIE PERSEORANGAN", .what = COLUMN_COUNT, .name = "kie1", .of = "damping", .share = 0.3},
    {"KIE KELOMPOK", .what = COLUMN_COUNT, .name = "kie2", .of = "damping", .share = 0.3},
    {"KIE PERSEORANGAN DAN KELOMPOK", .what = COLUMN_COUNT, .name = "kie3", .of = "damping", .share = 0.2},
    {"TIDAK MENDAPAT KIE", .what = COLUMN_COUNT, .name = "kie4", .of = "damping", .share = 0.1},
    {"MENDAPAT FASILITASI RUJUKAN", .what = COLUMN_COUNT, .name = "rujuk", .of = "damping", .share = 0.2},
    {"TIDAK MENDAPAT FASILITASI RUJUKAN", .what = COLUMN_CALC, .of = "damping-rujuk"},
    {"MENDAPAT FASILITASI BANSOS", .what = COLUMN_COUNT, .name = "bansos", .of = "damping", .share = 0.3},
    {"TIDAK MENDAPAT FASILITASI BANSOS", .what = COLUMN_CALC, .of = "damping-bansos"},
    {0},
};

static const struct form_record bumil_records[] = {
    {"EL01", .n = "damping", .d = "bumil"},
    {"EL02", .n = "info", .d = "tua"},
    {"EL03", .n = "kbpp", .d = "tua"},
    {"EL04", .n = "ttd", .d = "damping"},
    {"EL05", .n = "minum", .d = "damping"},
    {"EL06", .n = "rujuk", .d = "damping"},
    {"EL07", .n = "bansos", .d = "damping"},
    {"EL11", .n = "kie1"},
    {"EL12", .n = "kie2"},
    {"EL13", .n = "kie3"},
    {"EL14", .n = "kie4"},
    {"EL16", .n = "tidak"},
    {0},
};

static const struct form_sheet bumil_sheets[] = {
    {.name = "csv", .columns = bumil_columns, .records = bumil_records},
    {0},
};

static const struct form_column salin_columns[] = {
    {"", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"JUMLAH PASCASALIN", .what = COLUMN_COUNT, .name = "ibu", .share = 0.1},
    {"BERISIKO", .what = COLUMN_COUNT, .name = "risiko", .of = "ibu", .share = 0.3},
    {"TIDAK BERISIKO", .what = COLUMN_CALC, .of = "ibu-risiko"},
    {"MELAHIRKAN NORMAL", .what = COLUMN_CALC, .of = "ibu-caesar"},
    {"MELAHIRKAN CAESAR", .what = COLUMN_COUNT, .name = "caesar", .of = "ibu", .share = 0.3},
    {"KOMPLIKASI SAAT NIFAS", .what = COLUMN_COUNT, .name = "komplikasi", .of = "ibu", .share = 0.1},
    {"TIDAK KOMPLIKASI SAAT NIFAS", .what = COLUMN_CALC, .of = "ibu-komplikasi"},
    {"PENDARAHAN", .what = COLUMN_COUNT, .name = "darah", .of = "ibu", .share = 0.05},
    {"HIPERTENSI", .what = COLUMN_COUNT, .name = "hiper", .of = "ibu", .share = 0.05},
    {"INFEKSI", .what = COLUMN_COUNT, .name = "infeksi", .of = "ibu", .share = 0.05},
    {"KOMPLIKASI LAINNYA", .what = COLUMN_COUNT, .name = "lain", .of = "ibu", .share = 0.05},
    {"MENDAPATKAN HIDUP", .what = COLUMN_COUNT, .of = "ibu"},
    {"KIE PERSEORANGAN", .what = COLUMN_COUNT, .name = "kie", .of = "ibu"},
    {0},
};

static const struct form_record salin_records[] = {
    {"EL21", .n = "risiko", .d = "ibu"},
    {"EL22", .n = "caesar", .d = "ibu"},
    {"EL23", .n = "komplikasi", .d = "ibu"},
    {"EL24", .n = "darah"},
    {"EL25", .n = "hiper"},
    {"EL26", .n = "infeksi"},
    {"EL27", .n = "lain"},
    {"EL28", .n = "kie"},
    {0},
};

static const struct form_sheet salin_sheets[] = {
    {.name = "csv", .columns = salin_columns, .records = salin_records},
    {0},
};

/* --- monthly service --- */

static const struct form_column pus_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"PUS", .what = COLUMN_COUNT, .name = "pus", .share = 0.6},
    {"UNMET NEED", .what = COLUMN_COUNT, .name = "unmet", .of = "pus", .share = 0.1},
    {"BULAN", .what = COLUMN_TEXT, .text = "AGUSTUS"},
    {0},
};

static const struct form_record pus_records[] = {
    {"E12", .n = "unmet", .d = "pus"},
    {0},
};

static const struct form_sheet pus_sheets[] = {
    {.name = "csv", .columns = pus_columns, .records = pus_records},
    {0},
};

static const struct form_column mix_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"PA", .what = COLUMN_COUNT, .name = "kb01", .share = 0.5},
    {"SUNTIK", .what = COLUMN_COUNT, .name = "kb02", .of = "kb01", .share = 0.1},
    {"PIL", .what = COLUMN_COUNT, .name = "kb03", .of = "kb01", .share = 0.1},
    {"KONDOM", .what = COLUMN_COUNT, .name = "kb04", .of = "kb01", .share = 0.1},
    {"IMPLAN", .what = COLUMN_COUNT, .name = "kb05", .of = "kb01", .share = 0.1},
    {"IUD", .what = COLUMN_COUNT, .name = "kb06", .of = "kb01", .share = 0.1},
    {"VASEKTOMI", .what = COLUMN_COUNT, .name = "kb07", .of = "kb01", .share = 0.1},
    {"TUBEKTOMI", .what = COLUMN_COUNT, .name = "kb08", .of = "kb01", .share = 0.1},
    {"MAL", .what = COLUMN_COUNT, .name = "kb09", .of = "kb01", .share = 0.1},
    {"KB MODERN", .what = COLUMN_COUNT, .name = "kb10", .of = "kb01", .share = 0.1},
    {"KB TRADISIONAL", .what = COLUMN_COUNT, .name = "kb11", .of = "kb01", .share = 0.1},
    {"BULAN", .what = COLUMN_TEXT, .text = "AGUSTUS"},
    {0},
};

static const struct form_record mix_records[] = {
    {"KB01", .n = "kb01"}, {"KB02", .n = "kb02"}, {"KB03", .n = "kb03"}, {"KB04", .n = "kb04"},
    {"KB05", .n = "kb05"}, {"KB06", .n = "kb06"}, {"KB07", .n = "kb07"}, {"KB08", .n = "kb08"},
    {"KB09", .n = "kb09"}, {"KB10", .n = "kb10"}, {"KB11", .n = "kb11"}, {0},
};

static const struct form_sheet mix_sheets[] = {
    {.name = "csv", .columns = mix_columns, .records = mix_records},
    {0},
};

static const struct form_column bkb_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KODE", .what = COLUMN_CODE, .text = "last4"},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"YANG ADA", .what = COLUMN_COUNT, .name = "ada", .share = 0.02},
    {"YANG LAPOR", .what = COLUMN_COUNT, .name = "lapor", .of = "ada"},
    {"PERSENTASE LAPOR", .what = COLUMN_RATIO, .name = "persen", .of = "lapor/ada"},
    {"MATERI ORANG TUA HEBAT", .what = COLUMN_COUNT, .name = "hebat", .of = "lapor"},
    {"MATERI 1000 HPK", .what = COLUMN_COUNT, .name = "hpk", .of = "lapor"},
    {"BULAN", .what = COLUMN_TEXT, .text = "AGUSTUS"},
    {0},
};

static const struct form_record bkb_records[] = {
    {"KB21", .n = "lapor", .d = "ada", .reported = "persen"},
    {"KB24", .n = "hpk"},
    {"KB25", .n = "hebat"},
    {0},
};

static const struct form_sheet bkb_sheets[] = {
    {.name = "csv", .columns = bkb_columns, .records = bkb_records},
    {0},
};

static const struct form_column poktan_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KODE", .what = COLUMN_CODE, .text = "last4"},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"YANG ADA", .what = COLUMN_COUNT, .name = "ada", .share = 0.02},
    {"YANG LAPOR", .what = COLUMN_COUNT, .name = "lapor", .of = "ada"},
    {"PERSENTASE LAPOR", .what = COLUMN_RATIO, .name = "persen", .of = "lapor/ada"},
    {"BULAN", .what = COLUMN_TEXT, .text = "AGUSTUS"},
    {0},
};

static const struct form_record poktan_records[] = {
    {"KB22", .n = "lapor", .d = "ada", .reported = "persen"},
    {0},
};

static const struct form_sheet poktan_sheets[] = {
    {.name = "csv", .columns = poktan_columns, .records = poktan_records},
    {0},
};

static const struct form_column sasaran_columns[] = {
    {"NO", .what = COLUMN_NO},
    {"PROVINSI", .what = COLUMN_PROVINCE},
    {"KABUPATEN", .what = COLUMN_REGENCY},
    {"KECAMATAN", .what = COLUMN_DISTRICT},
    {"KELURAHAN", .what = COLUMN_VILLAGE},
    {"SASARAN BKB", .what = COLUMN_COUNT, .name = "sasaran", .share = 0.3},
    {"KESERTAAN BKB", .what = COLUMN_COUNT, .name = "ikut", .of = "sasaran"},
    {"SASARAN BKR", .what = COLUMN_COUNT, .share = 0.3},
    {"BULAN", .what = COLUMN_TEXT, .text = "AGUSTUS"},
    {0},
};

static const struct form_record sasaran_records[] = {
    {"KB26", .n = "ikut", .d = "sasaran"},
    {0},
};

static const struct form_sheet sasaran_sheets[] = {
    {.name = "csv", .columns = sasaran_columns, .records = sasaran_records},
    {0},
};

const struct form forms_siga[] = {
    {"dppkb-krs-verval", "dppkb", "data_verval_krs_{year}_sem2 {kab}.csv", BOOK_CSV_SEMI, verval_sheets,
     .period = "{year}-S2"},
    {"dppkb-krs-kecamatan", "dppkb", "krs_{year}.csv", BOOK_CSV_PLAIN, krs_sheets, .period = "{year}",
     .upload_region = true, .whole_province = true},
    {"dppkb-krs-nama", "dppkb", "KRS By Name {kab} {year}.xlsx", BOOK_XLSX, nama_sheets,
     .period = "{year}-S2"},
    {"dppkb-elsimil-bumil", "dppkb", "{year}-elsimil-bumil.csv", BOOK_CSV_SEMI, bumil_sheets,
     .period = "{year}", .whole_province = true},
    {"dppkb-elsimil-pascasalin", "dppkb", "{year}-elsimil-pascasalin.csv", BOOK_CSV_SEMI, salin_sheets,
     .period = "{year}", .whole_province = true},
    {"dppkb-pus", "dppkb", "data_pus {kab}.csv", BOOK_CSV_SEMI, pus_sheets, .period = "{year}-08",
     .upload = "{year}"},
    {"dppkb-mix-kontra", "dppkb", "data_mix_kontra Tahun {year}.csv", BOOK_CSV_SEMI, mix_sheets,
     .period = "{year}-08", .whole_province = true},
    {"dppkb-bkb", "dppkb", "BKB {kab} Tahun {year}.csv", BOOK_CSV_SEMI, bkb_sheets, .period = "{year}-08",
     .point = true},
    {"dppkb-poktan", "dppkb", "data_pikr Tahun {year}.csv", BOOK_CSV_SEMI, poktan_sheets,
     .period = "{year}-08", .whole_province = true},
    {"dppkb-sasaran-poktan", "dppkb", "sasaran_poktan_gabung {kab}.csv", BOOK_CSV_SEMI, sasaran_sheets,
     .period = "{year}-08", .upload = "{year}"},
    {0},
};
