#include "guessmatch.h"
#include "guesswords.h"

#include "csv.h"

enum { MOST_ROWS = 5000 };

/* --- words that carry meaning --- */

static bool carries_nothing(struct str w)
{
    static const char *const words[] = {
        "jumlah",  "jml",   "yang",    "dan",         "dengan", "di",    "ke",    "dari",      "untuk",
        "oleh",    "pada",  "seluruh", "keseluruhan", "total",  "orang", "nilai", "layanan",   "pelayanan",
        "cakupan", "usia",  "sasaran", "persentase",  "persen", "%",     "per",   "atau",      "bulan",
        "tahun",   "telah", "sudah",   "menurut",     "adalah", "milik", "beri",  "kabupaten", "kota",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(w, words[i]))
            return true;
    size_t from, to;
    if (w.len == 4 && words_when(w, &from, &to) == WHEN_YEAR)
        return true;
    return w.len == 1 && (*w.ptr < '0' || *w.ptr > '9');
}

/* Forms of a word, abbreviations and their long forms; of two words too. */
static const struct {
    const char *from, *to;
} same[] = {
    {"tablet tambah darah", "ttd"},
    {"pil fe", "ttd"},
    {"tablet fe", "ttd"},
    {"rumah tangga", "rt"},
    {"calon pengantin", "catin"},
    {"keluarga berisiko stunting", "krs"},
    {"keluarga beresiko stunting", "krs"},
    {"pasangan usia subur", "pus"},
    {"air susu ibu", "asi"},
    {"air bersih", "air minum"},
    {"ukur berat badan", "timbang"},
    {"pengukuran berat badan", "timbang"},
    {"tinggi badan", "tinggi"},
    {"panjang badan", "panjang"},
    {"ih", "ibu hamil"},
    {"bumil", "ibu hamil"},
    {"busui", "ibu menyusui"},
    {"pemeriksaan", "periksa"},
    {"diperiksa", "periksa"},
    {"mengonsumsi", "konsumsi"},
    {"mengkonsumsi", "konsumsi"},
    {"minum ttd", "konsumsi ttd"},
    {"mendapat", "dapat"},
    {"mendapatkan", "dapat"},
    {"memperoleh", "dapat"},
    {"menerima", "dapat"},
    {"penerima", "dapat"},
    {"pengukuran", "ukur"},
    {"diukur", "ukur"},
    {"penimbangan", "timbang"},
    {"ditimbang", "timbang"},
    {"kepemilikan", "milik"},
    {"memiliki", "punya"},
    {"kelahiran", "lahir"},
    {"pemberian", "beri"},
    {"pasca persalinan", "pascapersalinan"},
    {"pasca bersalin", "pascapersalinan"},
    {"pasca salin", "pascapersalinan"},
    {"tatalaksana", "tata laksana"},
    {"eksklusif", "ekslusif"},
    {"dipantau", "pantau"},
    {"pemantauan", "pantau"},
    {"perkembangannya", "perkembangan"},
    {"didampingi", "damping"},
    {"pendampingan", "damping"},
    {"mengikuti", "ikut"},
    {"melaksanakan", "laksana"},
    {"terdaftar", "daftar"},
    {"mendaftarkan", "daftar"},
    {"mendaftar", "daftar"},
};

static struct str replace(struct arena *a, struct str words, const char *from, const char *to)
{
    size_t len = strlen(from);
    for (size_t i = 0; i + len <= words.len; i++)
        if (memcmp(words.ptr + i, from, len) == 0 && (i == 0 || words.ptr[i - 1] == ' ') &&
            (i + len == words.len || words.ptr[i + len] == ' '))
            words = arena_printf(a, "%.*s%s%.*s", (int)i, words.ptr, to, (int)(words.len - i - len),
                                 words.ptr + i + len);
    return words;
}

static bool has(const struct gist *g, struct str word)
{
    for (size_t i = 0; i < g->n; i++)
        if (str_eq(g->word[i], word))
            return true;
    return false;
}

struct gist gist_of(struct arena *a, struct str text)
{
    struct gist g = {.n = 0};
    struct str words = words_of(a, text);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (words_have(words, same[i].from))
            words = replace(a, words, same[i].from, same[i].to);
    while (words.len > 0 && g.n < MATCH_WORDS) {
        struct str w = str_cut(&words, ' ');
        if (!carries_nothing(w) && !has(&g, w))
            g.word[g.n++] = w;
    }
    return g;
}

int gist_alike(const struct gist *heading, const struct gist *definition, const struct gist *title)
{
    size_t common = 0, known = 0;
    for (size_t i = 0; i < definition->n; i++) {
        bool in = has(heading, definition->word[i]);
        common += in;
        known += !in && title && has(title, definition->word[i]);
    }
    size_t all = heading->n + definition->n - known;
    if (common == 0 || all == 0)
        return 0;
    int alike = (int)(200 * common / all);
    return known > 0 ? alike * 9 / 10 : alike;
}

/* --- the catalogue --- */

/* What stands in brackets explains. */
static struct str without_brackets(struct str s)
{
    return str_trim(str_cut(&s, '('));
}

static bool read_indicators(struct gcatalogue *c, const char *path, struct arena *a, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e),
        type = table_column(&t, "type", e), owner = table_column(&t, "numerator_owner", e),
        numerator = table_column(&t, "numerator_definition", e),
        denominator = table_column(&t, "denominator_definition", e);
    c->indicator = arena_alloc(a, MOST_ROWS * sizeof *c->indicator);
    while (e->status == 0 && c->indicators < MOST_ROWS && table_next(&t, e) == 1) {
        bool ratio = str_is(table_field(&t, type), "ratio");
        if (!ratio && !str_is(table_field(&t, type), "count"))
            continue;
        c->indicator[c->indicators++] = (struct indicator){
            arena_dup(a, table_field(&t, code)),      arena_dup(a, table_field(&t, name)),
            arena_dup(a, table_field(&t, owner)),     ratio,
            gist_of(a, table_field(&t, name)),        gist_of(a, table_field(&t, numerator)),
            gist_of(a, table_field(&t, denominator)),
        };
    }
    table_close(&t);
    return e->status == 0;
}

static bool read_services(struct gcatalogue *c, const char *path, struct arena *a, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), subject = table_column(&t, "subject", e),
        name = table_column(&t, "name", e);
    c->service = arena_alloc(a, MOST_ROWS * sizeof *c->service);
    while (e->status == 0 && c->services < MOST_ROWS && table_next(&t, e) == 1)
        c->service[c->services++] = (struct service){
            arena_dup(a, table_field(&t, code)),
            arena_dup(a, table_field(&t, subject)),
            arena_dup(a, table_field(&t, name)),
            gist_of(a, without_brackets(table_field(&t, name))),
        };
    table_close(&t);
    return e->status == 0;
}

bool gcatalogue_read(struct gcatalogue *c, const char *etc, struct arena *a, struct err *e)
{
    *c = (struct gcatalogue){0};
    return read_indicators(c, arena_printf(a, "%s/catalogue/indicators.csv", etc).ptr, a, e) &&
           read_services(c, arena_printf(a, "%s/catalogue/services.csv", etc).ptr, a, e);
}
