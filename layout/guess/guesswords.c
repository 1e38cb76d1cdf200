#include "guesswords.h"

#include <stdlib.h>

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

struct str words_of(struct arena *a, struct str text)
{
    char *out = arena_alloc(a, 2 * text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = lower(text.ptr[i]);
        bool sign = !is_letter(c) && !is_digit(c) && c != '%' && (unsigned char)c < 0x80;
        bool no_break =
            (unsigned char)c == 0xC2 && i + 1 < text.len && (unsigned char)text.ptr[i + 1] == 0xA0;
        i += no_break;
        bool hump = i > 0 && c != text.ptr[i] && is_letter(text.ptr[i - 1]) &&
                    lower(text.ptr[i - 1]) == text.ptr[i - 1];
        if (hump && n > 0 && out[n - 1] != ' ')
            out[n++] = ' '; /* JumlahBalita */
        if (!sign && !no_break)
            out[n++] = c;
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return (struct str){out, n > 0 && out[n - 1] == ' ' ? n - 1 : n};
}

bool words_have(struct str words, const char *phrase)
{
    size_t len = strlen(phrase);
    for (size_t i = 0; i + len <= words.len; i++)
        if (memcmp(words.ptr + i, phrase, len) == 0 && (i == 0 || words.ptr[i - 1] == ' ') &&
            (i + len == words.len || words.ptr[i + len] == ' '))
            return true;
    return false;
}

/* --- fields --- */

/* Headings that say a field when they are just these words. */
static const struct {
    const char *words, *field;
} phrases[] = {
    {"nik", "nik"},
    {"no nik", "nik"},
    {"nomor nik", "nik"},
    {"nik ktp", "nik"},
    {"nik anak", "nik"},
    {"nik balita", "nik"},
    {"nik ibu", "nik"},
    {"nomor induk kependudukan", "nik"},
    {"no kk", "kk"},
    {"nokk", "kk"},
    {"nomor kk", "kk"},
    {"no kartu keluarga", "kk"},
    {"nomor kartu keluarga", "kk"},
    {"nama", "name"},
    {"nama anak", "name"},
    {"nama balita", "name"},
    {"nama bayi", "name"},
    {"nama lengkap", "name"},
    {"nama penerima", "name"},
    {"nama ibu hamil", "name"},
    {"nama ibu", "name"},
    {"nama siswa", "name"},
    {"nama peserta didik", "name"},
    {"kepala keluarga", "name"},
    {"nama kepala keluarga", "name"},
    {"nama ortu", "parent"},
    {"nama orang tua", "parent"},
    {"nama orang tua ibu ayah", "parent"},
    {"orang tua", "parent"},
    {"nama ibu kandung", "parent"},
    {"nama ayah", "parent"},
    {"jk", "sex"},
    {"l p", "sex"},
    {"sex", "sex"},
    {"gender", "sex"},
    {"jenis kelamin", "sex"},
    {"jenis kelamin l p", "sex"},
    {"kelamin", "sex"},
    {"tgl lahir", "birth_date"},
    {"tanggal lahir", "birth_date"},
    {"tanggallahir", "birth_date"},
    {"tgl lahir anak", "birth_date"},
    {"tanggal lahir anak", "birth_date"},
    {"tanggal pengukuran", "measured_on"},
    {"tgl pengukuran", "measured_on"},
    {"tanggal ukur", "measured_on"},
    {"tgl ukur", "measured_on"},
    {"tanggal penimbangan", "measured_on"},
    {"usia saat ukur", "age_text"},
    {"umur saat ukur", "age_text"},
    {"usia", "age_text"},
    {"umur", "age_text"},
    {"usia bulan", "age_text"},
    {"umur bulan", "age_text"},
    {"berat", "weight"},
    {"berat kg", "weight"},
    {"berat badan", "weight"},
    {"berat badan kg", "weight"},
    {"bb", "weight"},
    {"bb kg", "weight"},
    {"tinggi", "height"},
    {"tinggi cm", "height"},
    {"tinggi badan", "height"},
    {"tinggi badan cm", "height"},
    {"panjang badan", "height"},
    {"panjang badan cm", "height"},
    {"panjang tinggi badan", "height"},
    {"panjang tinggi badan cm", "height"},
    {"tb", "height"},
    {"tb cm", "height"},
    {"pb tb", "height"},
    {"pb tb cm", "height"},
    {"cara ukur", "position"},
    {"lila", "muac"},
    {"lila cm", "muac"},
    {"li la", "muac"}, /* LiLA */
    {"li la cm", "muac"},
    {"zs bb u", "waz"},
    {"zs tb u", "haz"},
    {"zs bb tb", "whz"},
    {"z score bb u", "waz"},
    {"z score tb u", "haz"},
    {"z score bb tb", "whz"},
    {"bb u", "wa_status"},
    {"tb u", "ha_status"},
    {"bb tb", "wh_status"},
    {"kelompok umur", "age_group"},
    {"kelompok usia", "age_group"},
    {"periode", "period"},
    {"periode tahun", "period"},
    {"periode bulan", "period"},
    {"bulan", "period"},
    {"triwulan", "period"},
    {"semester", "period"},
    {"tahap", "period"},
    {"tahun", "year"},
    {"kode butir", "item"},
    {"butir", "item"},
    {"unit kerja puskesmas", "puskesmas"},
    {"unit kerja", "puskesmas"},
    {"kabkot", "regency"},
    {"kabkota", "regency"},
    {"kabupatenkota", "regency"},
};

/* Headings that are known and read into no field. */
static const char *const others[] = {
    "no",           "nomor",           "no urut",  "nomor urut", "id",         "alamat",  "rt",
    "rw",           "no rt",           "no rw",    "dusun",      "keterangan", "ket",     "satuan",
    "posyandu",

    "tempat lahir", "tempatlahir",     "no kartu", "agama",      "pekerjaan",  "catatan", "peserta",
    "lingkungan",   "butir penilaian", "bb lahir", "tb lahir",   "telepon",    "no hp",   "no peserta",
};

/* Words of which a heading of a region is made, besides those of its level. */
static const char *const beside_region[] = {"nama",       "name",         "nm",          "ur",      "wilayah",
                                            "id",         "kode",         "kd",          "code",    "bps",
                                            "kemendagri", "kemdagri",     "tempat",      "tinggal", "alamat",
                                            "domisili",   "administrasi", "permendagri", "dagri"};
static const struct {
    const char *word, *field;
} region_words[] = {
    {"provinsi", "province"},     {"prov", "province"},
    {"prop", "province"},         {"propinsi", "province"},
    {"kabupaten", "regency"},     {"kab", "regency"},
    {"kota", "regency"},          {"pemda", "regency"},
    {"kecamatan", "district"},    {"kec", "district"},
    {"distrik", "district"},      {"puskesmas", "puskesmas"},
    {"pukesmas", "puskesmas"},    {"pkm", "puskesmas"},
    {"desa", "village"},          {"kelurahan", "village"},
    {"kel", "village"},           {"keluarahan", "village"},
    {"desakelurahan", "village"}, {"desakeluarahan", "village"},
    {"gampong", "village"},       {"nagari", "village"},
    {"kampung", "village"},       {"kdprov", "province"},
    {"urprov", "province"},       {"kdpemda", "regency"},
    {"urpemda", "regency"},
};
static const char *const generic_words[] = {"wilayah", "daerah"};

static bool among(struct str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(word, list[i]))
            return true;
    return false;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!is_digit(word.ptr[i]))
            return false;
    return true;
}

/* A heading made of nothing but words of regions: "Kode Desa/Kel Kemendagri", "ID_Kecamatan", "38 Provinsi".
 */
static struct saying say_region(struct str words)
{
    struct saying s = {SAY_NOTHING, NULL, false, false};
    bool code = false, generic = false, name = false, several = false;
    for (struct str rest = words, w; rest.len > 0;) {
        w = str_cut(&rest, ' ');
        const char *field = NULL;
        for (size_t i = 0; i < sizeof region_words / sizeof *region_words; i++)
            if (str_is(w, region_words[i].word))
                field = region_words[i].field;
        if (among(w, generic_words, sizeof generic_words / sizeof *generic_words))
            generic = true;
        else if (!field && !is_number(w) &&
                 !among(w, beside_region, sizeof beside_region / sizeof *beside_region))
            return (struct saying){SAY_NOTHING, NULL, false, false};
        code |= str_is(w, "kode") || str_is(w, "id") || str_is(w, "kd") || str_is(w, "code") ||
                str_starts(w, "kd");
        name |= str_is(w, "nama") || str_is(w, "name");
        s.bps |= str_is(w, "bps");
        s.kemendagri |= str_is(w, "kemendagri") || str_is(w, "kemdagri") || str_is(w, "permendagri") ||
                        str_is(w, "dagri");
        several |= field && s.field && strcmp(field, s.field) != 0; /* "Kecamatan / Desa" */
        s.field = field && !s.field ? field : s.field;
    }
    s.say = code && !name && (s.field || s.kemendagri || generic || str_is(words, "kode")) ? SAY_CODE
            : several                                                                      ? SAY_REGION
            : s.field                                                                      ? SAY_FIELD
            : generic                                                                      ? SAY_REGION
                                                                                           : SAY_NOTHING;
    return s;
}

struct saying words_say(struct str words)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (str_is(words, phrases[i].words))
            return (struct saying){SAY_FIELD, phrases[i].field, false, false};
    if (among(words, others, sizeof others / sizeof *others))
        return (struct saying){SAY_OTHER, NULL, false, false};
    if (str_starts(words, "nik "))
        return (struct saying){SAY_FIELD, "nik", false, false};
    struct saying s = say_region(words);
    /* "Kecamatan_ID | Kecamatan_Name" of databases; a region among other words only where it stands first. */
    if (s.say == SAY_NOTHING && str_starts(words, "wilayah "))
        s.say = SAY_REGION;
    return s;
}

enum role words_role(struct str words)
{
    static const char *const reported[] = {"%",         "persen",     "persentase", "presentase",
                                           "pesentase", "prosentase", "cakupan",    "prevalensi"};
    static const char *const denominator[] = {"sasaran",        "seluruh",  "keseluruhan", "target",
                                              "jumlah sasaran", "penyebut", "wajib"};
    static const char *const numerator[] = {"dilayani",    "realisasi", "capaian",   "pembilang", "mendapat",
                                            "mendapatkan", "menerima",  "terlayani", "memiliki",  "hasil"};
    for (size_t i = 0; i < sizeof reported / sizeof *reported; i++)
        if (words_have(words, reported[i]))
            return ROLE_REPORTED;
    for (size_t i = 0; i < sizeof numerator / sizeof *numerator; i++)
        if (words_have(words, numerator[i]))
            return ROLE_NUMERATOR;
    for (size_t i = 0; i < sizeof denominator / sizeof *denominator; i++)
        if (words_have(words, denominator[i]))
            return ROLE_DENOMINATOR;
    return ROLE_NONE;
}

/* --- periods --- */

static bool year_at(struct str s, size_t i)
{
    return i + 4 <= s.len && s.ptr[i] == '2' && s.ptr[i + 1] == '0' && is_digit(s.ptr[i + 2]) &&
           is_digit(s.ptr[i + 3]) && (i == 0 || !is_digit(s.ptr[i - 1])) &&
           (i + 4 == s.len || !is_digit(s.ptr[i + 4]));
}

/* Length of the word at i when it is one of those, else 0. */
static size_t word_at(struct str s, size_t i, const char *const *list, size_t n)
{
    if (i > 0 && is_letter(s.ptr[i - 1]))
        return 0;
    for (size_t k = 0; k < n; k++) {
        size_t len = strlen(list[k]), same = 0;
        while (same < len && i + same < s.len && lower(s.ptr[i + same]) == list[k][same])
            same++;
        if (same == len && (i + len == s.len || !is_letter(s.ptr[i + len])))
            return len;
    }
    return 0;
}

enum when words_when(struct str text, size_t *from, size_t *to)
{
    static const char *const months[] = {
        "januari", "februari", "pebruari", "maret",    "april", "mei", "juni", "juli", "agustus", "september",
        "oktober", "november", "nopember", "desember", "jan",   "feb", "peb",  "mar",  "apr",     "jun",
        "jul",     "agu",      "ags",      "agt",      "sep",   "okt", "nov",  "nop",  "des",
    };
    static const char *const parts[] = {"triwulan", "semester", "tahap", "kuartal", "tw", "periode"};
    for (size_t i = 0; i < text.len; i++) {
        size_t len = year_at(text, i) ? 4 : 0;
        enum when when = WHEN_YEAR;
        if (len == 0 && (len = word_at(text, i, months, sizeof months / sizeof *months)) > 0)
            when = WHEN_MONTH;
        if (len == 0 && (len = word_at(text, i, parts, sizeof parts / sizeof *parts)) > 0)
            when = WHEN_OTHER;
        if (len > 0) {
            *from = i;
            *to = i + len;
            return when;
        }
    }
    return WHEN_NONE;
}

/* --- agencies --- */

const char *words_agency(struct str words)
{
    static const struct {
        const char *phrase, *code;
    } known[] = {
        {"dinkes", "dinkes"},
        {"dinas kesehatan", "dinkes"},
        {"eppgbm", "dinkes"},
        {"e ppgbm", "dinkes"},
        {"sigizi", "dinkes"},
        {"imunisasi", "dinkes"},
        {"dinsos", "dinsos"},
        {"dinas sosial", "dinsos"},
        {"bantuan sosial", "dinsos"},
        {"pkh", "dinsos"},
        {"bpnt", "dinsos"},
        {"dukcapil", "dukcapil"},
        {"disdukcapil", "dukcapil"},
        {"akta kelahiran", "dukcapil"},
        {"pencatatan sipil", "dukcapil"},
        {"dppkb", "dppkb"},
        {"dp2kb", "dppkb"},
        {"bkkbn", "dppkb"},
        {"keluarga berencana", "dppkb"},
        {"kb", "dppkb"},
        {"disdik", "disdik"},
        {"dinas pendidikan", "disdik"},
        {"paud", "disdik"},
        {"pendidikan anak usia dini", "disdik"},
        {"pupr", "pupr"},
        {"pekerjaan umum", "pupr"},
        {"air minum", "pupr"},
        {"sanitasi", "pupr"},
        {"dpmd", "dpmd"},
        {"pemberdayaan masyarakat", "dpmd"},
        {"konvergensi", "dpmd"},
        {"dana desa", "dpmd"},
        {"idm", "dpmd"},
        {"panelis", "panel"},
        {"penilaian kinerja", "panel"},
        {"bappeda", "bappeda"},
        {"kemenag", "kemenag"},
        {"kementerian agama", "kemenag"},
        {"perikanan", "perikanan"},
        {"ketahanan pangan", "pangan"},
        {"puskesmas", "dinkes"},
        {"kesehatan", "dinkes"},
        {"stunting", "dinkes"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (words_have(words, known[i].phrase))
            return known[i].code;
    return NULL;
}
