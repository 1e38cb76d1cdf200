/* Tables of the health profile: of the province by kabupaten/kota, of a kabupaten/kota by puskesmas. */
#include "form.h"

#define PROVINCE_LEAD                                                                                        \
    {"No", .what = COLUMN_NO}, {"Kabupaten/Kota", .what = COLUMN_REGENCY},                                   \
    {                                                                                                        \
        "Puskesmas", .what = COLUMN_COUNT, .share = 0.001                                                    \
    }
#define LOCAL_LEAD                                                                                           \
    {"NO", .what = COLUMN_NO}, {"KECAMATAN", .what = COLUMN_DISTRICT},                                       \
    {                                                                                                        \
        "PUSKESMAS", .what = COLUMN_PUSKESMAS                                                                \
    }

#define T28_FIGURES                                                                                          \
    {"Jumlah Ibu Hamil", .what = COLUMN_COUNT, .name = "ibu", .share = 0.08},                                \
        {"Ibu Hamil Mendapat TTD|Jumlah", .what = COLUMN_COUNT, .name = "dapat", .of = "ibu"},               \
        {"Ibu Hamil Mendapat TTD|%", .what = COLUMN_RATIO, .name = "dapatp", .of = "dapat/ibu"},             \
        {"Ibu Hamil Mengonsumsi TTD|Jumlah", .what = COLUMN_COUNT, .name = "makan", .of = "dapat"},          \
    {                                                                                                        \
        "Ibu Hamil Mengonsumsi TTD|%", .what = COLUMN_RATIO, .name = "makanp", .of = "makan/ibu"             \
    }

static const struct form_column t28_columns[] = {PROVINCE_LEAD, T28_FIGURES, {0}};
static const struct form_column t28_local[] = {LOCAL_LEAD, T28_FIGURES, {0}};

static const struct form_record t28_records[] = {
    {"E11", .n = "makan", .d = "ibu", .reported = "makanp"},
    {0},
};

#define T37_FIGURES                                                                                          \
    {"Lahir Hidup|L", .what = COLUMN_COUNT, .name = "hl", .share = 0.04},                                    \
        {"Lahir Hidup|P", .what = COLUMN_COUNT, .name = "hp", .share = 0.04},                                \
        {"Lahir Hidup|L+P", .what = COLUMN_CALC, .name = "hj", .of = "hl+hp"},                               \
        {"Ditimbang|L", .what = COLUMN_COUNT, .name = "tl", .of = "hl"},                                     \
        {"Ditimbang|%", .what = COLUMN_RATIO, .name = "tlp", .of = "tl/hl"},                                 \
        {"Ditimbang|P", .what = COLUMN_COUNT, .name = "tp", .of = "hp"},                                     \
        {"Ditimbang|%", .what = COLUMN_RATIO, .name = "tpp", .of = "tp/hp"},                                 \
        {"Ditimbang|L+P", .what = COLUMN_CALC, .name = "tj", .of = "tl+tp"},                                 \
        {"Ditimbang|%", .what = COLUMN_RATIO, .name = "tjp", .of = "tj/hj"},                                 \
        {"BBLR|L", .what = COLUMN_COUNT, .name = "bl", .of = "tl", .share = 0.05},                           \
        {"BBLR|%", .what = COLUMN_RATIO, .name = "blp", .of = "bl/tl"},                                      \
        {"BBLR|P", .what = COLUMN_COUNT, .name = "bp", .of = "tp", .share = 0.05},                           \
        {"BBLR|%", .what = COLUMN_RATIO, .name = "bpp", .of = "bp/tp"},                                      \
        {"BBLR|L+P", .what = COLUMN_CALC, .name = "bj", .of = "bl+bp"},                                      \
        {"BBLR|%", .what = COLUMN_RATIO, .name = "bjp", .of = "bj/tj"},                                      \
        {"Prematur|L", .what = COLUMN_COUNT, .name = "ml", .of = "hl", .share = 0.03},                       \
        {"Prematur|%", .what = COLUMN_RATIO, .name = "mlp", .of = "ml/hl"},                                  \
        {"Prematur|P", .what = COLUMN_COUNT, .name = "mp", .of = "hp", .share = 0.03},                       \
        {"Prematur|%", .what = COLUMN_RATIO, .name = "mpp", .of = "mp/hp"},                                  \
        {"Prematur|L+P", .what = COLUMN_CALC, .name = "mj", .of = "ml+mp"},                                  \
    {                                                                                                        \
        "Prematur|%", .what = COLUMN_RATIO, .name = "mjp", .of = "mj/hj"                                     \
    }

static const struct form_column t37_columns[] = {PROVINCE_LEAD, T37_FIGURES, {0}};
static const struct form_column t37_local[] = {LOCAL_LEAD, T37_FIGURES, {0}};

static const struct form_record t37_records[] = {
    {"KS45", .n = "hj"},
    {"KS01", .n = "tl", .d = "hl", .reported = "tlp", .sex = "L"},
    {"KS01", .n = "tp", .d = "hp", .reported = "tpp", .sex = "P"},
    {"KS01", .n = "tj", .d = "hj", .reported = "tjp"},
    {"KS02", .n = "bl", .d = "tl", .reported = "blp", .sex = "L"},
    {"KS02", .n = "bp", .d = "tp", .reported = "bpp", .sex = "P"},
    {"KS02", .n = "bj", .d = "tj", .reported = "bjp"},
    {"KS03", .n = "mj", .d = "hj", .reported = "mjp"},
    {0},
};

#define T39_FIGURES                                                                                          \
    {"Jumlah Bayi Baru Lahir", .what = COLUMN_COUNT, .name = "lahir", .share = 0.08},                        \
        {"Mendapat IMD|Jumlah", .what = COLUMN_COUNT, .name = "imd", .of = "lahir"},                         \
        {"Mendapat IMD|%", .what = COLUMN_RATIO, .name = "imdp", .of = "imd/lahir"},                         \
        {"Jumlah Bayi Usia < 6 Bulan", .what = COLUMN_COUNT, .name = "bayi", .share = 0.04},                 \
        {"Diberi ASI Eksklusif|Jumlah", .what = COLUMN_COUNT, .name = "asi", .of = "bayi"},                  \
    {                                                                                                        \
        "Diberi ASI Eksklusif|%", .what = COLUMN_RATIO, .name = "asip", .of = "asi/bayi"                     \
    }

static const struct form_column t39_columns[] = {PROVINCE_LEAD, T39_FIGURES, {0}};
static const struct form_column t39_local[] = {LOCAL_LEAD, T39_FIGURES, {0}};

static const struct form_record t39_records[] = {
    {"KS14", .n = "imd", .d = "lahir", .reported = "imdp"},
    {"E14", .n = "asi", .d = "bayi", .reported = "asip"},
    {0},
};

#define T43_FIGURES                                                                                          \
    {"Surviving Infant|L", .what = COLUMN_COUNT, .name = "sl", .share = 0.04},                               \
        {"Surviving Infant|P", .what = COLUMN_COUNT, .name = "sp", .share = 0.04},                           \
        {"Surviving Infant|L+P", .what = COLUMN_CALC, .name = "sj", .of = "sl+sp"},                          \
        {"DPT-HB-Hib3|L", .what = COLUMN_COUNT, .name = "dl", .of = "sl"},                                   \
        {"DPT-HB-Hib3|%", .what = COLUMN_RATIO, .name = "dlp", .of = "dl/sl"},                               \
        {"DPT-HB-Hib3|P", .what = COLUMN_COUNT, .name = "dp", .of = "sp"},                                   \
        {"DPT-HB-Hib3|%", .what = COLUMN_RATIO, .name = "dpp", .of = "dp/sp"},                               \
        {"DPT-HB-Hib3|L+P", .what = COLUMN_CALC, .name = "dj", .of = "dl+dp"},                               \
        {"DPT-HB-Hib3|%", .what = COLUMN_RATIO, .name = "djp", .of = "dj/sj"},                               \
        {"Polio 4|L", .what = COLUMN_COUNT, .name = "ol", .of = "sl"},                                       \
        {"Polio 4|%", .what = COLUMN_RATIO, .name = "olp", .of = "ol/sl"},                                   \
        {"Polio 4|P", .what = COLUMN_COUNT, .name = "op", .of = "sp"},                                       \
        {"Polio 4|%", .what = COLUMN_RATIO, .name = "opp", .of = "op/sp"},                                   \
        {"Polio 4|L+P", .what = COLUMN_CALC, .name = "oj", .of = "ol+op"},                                   \
        {"Polio 4|%", .what = COLUMN_RATIO, .name = "ojp", .of = "oj/sj"},                                   \
        {"Campak Rubela|L", .what = COLUMN_COUNT, .name = "cl", .of = "sl"},                                 \
        {"Campak Rubela|%", .what = COLUMN_RATIO, .name = "clp", .of = "cl/sl"},                             \
        {"Campak Rubela|P", .what = COLUMN_COUNT, .name = "cp", .of = "sp"},                                 \
        {"Campak Rubela|%", .what = COLUMN_RATIO, .name = "cpp", .of = "cp/sp"},                             \
        {"Campak Rubela|L+P", .what = COLUMN_CALC, .name = "cj", .of = "cl+cp"},                             \
        {"Campak Rubela|%", .what = COLUMN_RATIO, .name = "cjp", .of = "cj/sj"},                             \
        {"Imunisasi Dasar Lengkap|L", .what = COLUMN_COUNT, .name = "il", .of = "sl"},                       \
        {"Imunisasi Dasar Lengkap|%", .what = COLUMN_RATIO, .name = "ilp", .of = "il/sl"},                   \
        {"Imunisasi Dasar Lengkap|P", .what = COLUMN_COUNT, .name = "ip", .of = "sp"},                       \
        {"Imunisasi Dasar Lengkap|%", .what = COLUMN_RATIO, .name = "ipp", .of = "ip/sp"},                   \
        {"Imunisasi Dasar Lengkap|L+P", .what = COLUMN_CALC, .name = "ij", .of = "il+ip"},                   \
    {                                                                                                        \
        "Imunisasi Dasar Lengkap|%", .what = COLUMN_RATIO, .name = "ijp", .of = "ij/sj"                      \
    }

static const struct form_column t43_columns[] = {PROVINCE_LEAD, T43_FIGURES, {0}};
static const struct form_column t43_local[] = {LOCAL_LEAD, T43_FIGURES, {0}};

static const struct form_record t43_records[] = {
    {"KS19", .n = "dj", .d = "sj", .reported = "djp"},
    {"KS20", .n = "oj", .d = "sj", .reported = "ojp"},
    {"KS21", .n = "cj", .d = "sj", .reported = "cjp"},
    {"E19", .n = "ij", .d = "sj", .reported = "ijp"},
    {0},
};

#define T45_FIGURES                                                                                          \
    {"Bayi 6-11 Bulan|Jumlah", .what = COLUMN_COUNT, .name = "b", .share = 0.04},                            \
        {"Bayi 6-11 Bulan|Mendapat Vit A", .what = COLUMN_COUNT, .name = "bv", .of = "b"},                   \
        {"Bayi 6-11 Bulan|%", .what = COLUMN_RATIO, .name = "bp", .of = "bv/b"},                             \
        {"Anak Balita 12-59 Bulan|Jumlah", .what = COLUMN_COUNT, .name = "a", .share = 0.3},                 \
        {"Anak Balita 12-59 Bulan|Mendapat Vit A", .what = COLUMN_COUNT, .name = "av", .of = "a"},           \
    {                                                                                                        \
        "Anak Balita 12-59 Bulan|%", .what = COLUMN_RATIO, .name = "ap", .of = "av/a"                        \
    }

static const struct form_column t45_columns[] = {PROVINCE_LEAD, T45_FIGURES, {0}};
static const struct form_column t45_local[] = {LOCAL_LEAD, T45_FIGURES, {0}};

static const struct form_record t45_records[] = {
    {"KS24", .n = "bv", .d = "b", .reported = "bp"},
    {"KS25", .n = "av", .d = "a", .reported = "ap"},
    {0},
};

#define T53_FIGURES                                                                                          \
    {"Catin Terdaftar|L", .what = COLUMN_COUNT, .name = "dl", .share = 0.03},                                \
        {"Catin Terdaftar|P", .what = COLUMN_COUNT, .name = "dp", .share = 0.03},                            \
        {"Catin Terdaftar|L+P", .what = COLUMN_CALC, .name = "dj", .of = "dl+dp"},                           \
        {"Catin Layanan|L", .what = COLUMN_COUNT, .name = "yl", .of = "dl"},                                 \
        {"Catin Layanan|%", .what = COLUMN_RATIO, .name = "ylp", .of = "yl/dl"},                             \
        {"Catin Layanan|P", .what = COLUMN_COUNT, .name = "yp", .of = "dp"},                                 \
        {"Catin Layanan|%", .what = COLUMN_RATIO, .name = "ypp", .of = "yp/dp"},                             \
        {"Catin Layanan|L+P", .what = COLUMN_CALC, .name = "yj", .of = "yl+yp"},                             \
        {"Catin Layanan|%", .what = COLUMN_RATIO, .name = "yjp", .of = "yj/dj"},                             \
        {"Catin Perempuan Anemia|Jumlah", .what = COLUMN_COUNT, .name = "an", .of = "yp", .share = 0.1},     \
        {"Catin Perempuan Anemia|%", .what = COLUMN_RATIO, .name = "anp", .of = "an/yp"},                    \
        {"Catin Perempuan Gizi Kurang|Jumlah", .what = COLUMN_COUNT, .name = "gk", .of = "yp",               \
         .share = 0.1},                                                                                      \
    {                                                                                                        \
        "Catin Perempuan Gizi Kurang|%", .what = COLUMN_RATIO, .name = "gkp", .of = "gk/yp"                  \
    }

static const struct form_column t53_columns[] = {PROVINCE_LEAD, T53_FIGURES, {0}};
static const struct form_column t53_local[] = {LOCAL_LEAD, T53_FIGURES, {0}};

static const struct form_record t53_records[] = {
    {"CT01", .n = "yl", .d = "dl", .reported = "ylp", .sex = "L"},
    {"CT01", .n = "yp", .d = "dp", .reported = "ypp", .sex = "P"},
    {"CT01", .n = "yj", .d = "dj", .reported = "yjp"},
    {"CT02", .n = "an", .d = "yp", .reported = "anp"},
    {"CT03", .n = "gk", .d = "yp", .reported = "gkp"},
    {0},
};

#define T80_FIGURES                                                                                          \
    {"Jumlah KK", .what = COLUMN_COUNT, .name = "kk", .share = 1},                                           \
        {"Akses Sanitasi Aman", .what = COLUMN_COUNT, .name = "aman", .of = "kk", .share = 0.1},             \
        {"Akses Layak Sendiri", .what = COLUMN_COUNT, .name = "sendiri", .of = "kk", .share = 0.5},          \
        {"Akses Layak Bersama", .what = COLUMN_COUNT, .name = "bersama", .of = "kk", .share = 0.1},          \
        {"BABS Tertutup", .what = COLUMN_COUNT, .name = "tutup", .of = "kk", .share = 0.1},                  \
        {"BABS Terbuka", .what = COLUMN_COUNT, .name = "buka", .of = "kk", .share = 0.05},                   \
        {"KK SBS|Jumlah", .what = COLUMN_CALC, .name = "sbs", .of = "aman+sendiri+bersama"},                 \
    {                                                                                                        \
        "KK SBS|%", .what = COLUMN_RATIO, .name = "sbsp", .of = "sbs/kk"                                     \
    }

static const struct form_column t80_columns[] = {PROVINCE_LEAD, T80_FIGURES, {0}};
static const struct form_column t80_local[] = {LOCAL_LEAD, T80_FIGURES, {0}};

static const struct form_record t80_records[] = {
    {"AS32", .n = "aman", .d = "kk"},
    {"AS36", .n = "sendiri", .d = "kk"},
    {"AS33", .n = "bersama", .d = "kk"},
    {"AS34", .n = "tutup", .d = "kk"},
    {"E20", .n = "sbs", .d = "kk", .reported = "sbsp"},
    {0},
};

#define T81_FIGURES                                                                                          \
    {"Jumlah Desa/Kel", .what = COLUMN_COUNT, .name = "desa", .share = 0.05},                                \
        {"Jumlah KK", .what = COLUMN_COUNT, .name = "kk", .share = 1},                                       \
        {"Desa/Kel SBS|Jumlah", .what = COLUMN_COUNT, .name = "sbs", .of = "desa"},                          \
        {"Desa/Kel SBS|%", .what = COLUMN_RATIO, .name = "sbsp", .of = "sbs/desa"},                          \
        {"KK CTPS|Jumlah", .what = COLUMN_COUNT, .name = "ctps", .of = "kk"},                                \
        {"KK CTPS|%", .what = COLUMN_RATIO, .name = "ctpsp", .of = "ctps/kk"},                               \
        {"Desa 5 Pilar STBM|Jumlah", .what = COLUMN_COUNT, .name = "pilar", .of = "desa", .share = 0.2},     \
    {                                                                                                        \
        "Desa 5 Pilar STBM|%", .what = COLUMN_RATIO, .name = "pilarp", .of = "pilar/desa"                    \
    }

static const struct form_column t81_columns[] = {PROVINCE_LEAD, T81_FIGURES, {0}};
static const struct form_column t81_local[] = {LOCAL_LEAD, T81_FIGURES, {0}};

static const struct form_record t81_records[] = {
    {"L20", .n = "sbs", .d = "desa", .reported = "sbsp"},
    {"AS35", .n = "ctps", .d = "kk", .reported = "ctpsp"},
    {"AS31", .n = "pilar", .d = "desa", .reported = "pilarp"},
    {0},
};

#define PROFILE(table, prefix)                                                                               \
    {                                                                                                        \
        .name = table, .titles = "TABEL " table "\n\nPROVINSI {PROVINSI}\nTAHUN {year}\n\n",                 \
        .columns = prefix##_columns, .records = prefix##_records, .rows = ROWS_REGENCIES, .numbers = "%d",   \
        .total = "Jumlah Provinsi", .notes = "\nSumber: Dinas Kesehatan"                                     \
    }

static const struct form_sheet profile_sheets[] = {
    PROFILE("28", t28), PROFILE("37", t37), PROFILE("39", t39),
    PROFILE("43", t43), PROFILE("45", t45), PROFILE("53", t53),
    PROFILE("80", t80), PROFILE("81", t81), {0},
};

#define LOCAL_PROFILE(table, prefix)                                                                         \
    {                                                                                                        \
        .name = table, .titles = "TABEL " table "\n\nKABUPATEN {KAB}\nTAHUN {year}\n\n",                     \
        .columns = prefix##_local, .records = prefix##_records, .rows = ROWS_DISTRICTS, .numbers = "%d",     \
        .total = "JUMLAH (KAB/KOTA)", .total_left = true, .total_alone = true                                \
    }

static const struct form_sheet local_profile_sheets[] = {
    LOCAL_PROFILE("28", t28), LOCAL_PROFILE("37", t37), LOCAL_PROFILE("39", t39),
    LOCAL_PROFILE("43", t43), LOCAL_PROFILE("45", t45), LOCAL_PROFILE("53", t53),
    LOCAL_PROFILE("80", t80), LOCAL_PROFILE("81", t81), {0},
};

const struct form forms_profile[] = {
    {"dinkes-profil", "dinkes", "Lampiran Profil Kesehatan {provinsi} {year}.xlsx", BOOK_XLSX, profile_sheets,
     .period = "{year}", .whole_province = true},
    {"dinkes-profil-kabupaten", "dinkes", "Lampiran Profil Kesehatan {kabupaten} {year}.xlsx", BOOK_XLSX,
     local_profile_sheets, .period = "{year}"},
    {0},
};
