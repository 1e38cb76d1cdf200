#include "regwords.h"

#include "csv.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CODES = 10000, WORD = 40, REGENCY_LENGTH = 5 };

struct regwords {
    uint64_t *word; /* hashes; 0 is free */
    size_t words, slots;
    bool regency[CODES];
};

/* --- the set --- */

static uint64_t *slot_of(const struct regwords *w, uint64_t hash)
{
    size_t i = hash & (w->slots - 1);
    while (w->word[i] != 0 && w->word[i] != hash)
        i = (i + 1) & (w->slots - 1);
    return &w->word[i];
}

static void put(struct regwords *w, struct str word)
{
    enum { FIRST = 65536 };
    uint64_t hash = str_hash(word) | 1, *at;
    if (w->words * 2 >= w->slots) {
        struct regwords old = *w;
        w->slots = old.slots ? old.slots * 2 : FIRST;
        w->word = mem_alloc(w->slots * sizeof *w->word);
        for (size_t i = 0; i < old.slots; i++)
            if (old.word[i] != 0)
                *slot_of(w, old.word[i]) = old.word[i];
        free(old.word);
    }
    at = slot_of(w, hash);
    w->words += *at == 0;
    *at = hash;
}

/* The next word of s, in capitals, cut at WORD bytes; apostrophes within words are left out. False at the
 * end. */
static bool next_word(struct str *s, char *out, struct str *word)
{
    size_t n = 0, i = 0;
    for (; i < s->len; i++) {
        char c = s->ptr[i];
        bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    (unsigned char)c >= 0x80;
        if (part && n < WORD)
            out[n++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
        else if (!part && n > 0 && c != '\'' && c != '`')
            break;
    }
    *s = (struct str){s->ptr + i, s->len - i};
    *word = (struct str){out, n};
    return n > 0;
}

static void put_words(struct regwords *w, struct str name)
{
    char text[WORD], all[4 * WORD];
    struct str word, whole = {all, 0};
    while (next_word(&name, text, &word)) {
        put(w, word);
        if (whole.len + word.len <= sizeof all) {
            memcpy(all + whole.len, word.ptr, word.len);
            whole.len += word.len;
        }
    }
    put(w, whole); /* as people write it, too: GUNUNGSARI */
}

/* --- reading --- */

static bool digit_pair(const char *p)
{
    return p[0] >= '0' && p[0] <= '9' && p[1] >= '0' && p[1] <= '9';
}

static int code_number(const char *code)
{
    if (!digit_pair(code) || code[2] != '.' || !digit_pair(code + 3))
        return -1;
    return (code[0] - '0') * 1000 + (code[1] - '0') * 100 + (code[3] - '0') * 10 + code[4] - '0';
}

static bool read_names(struct regwords *w, const char *path, const char *code_column, const char *name_column,
                       struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, code_column, e), name = table_column(&t, name_column, e), got = -1;
    while (code >= 0 && name >= 0 && (got = table_next(&t, e)) == 1) {
        struct str c = table_field(&t, code);
        put_words(w, table_field(&t, name));
        if (c.len == REGENCY_LENGTH && code_number(c.ptr) >= 0)
            w->regency[code_number(c.ptr)] = true;
    }
    table_close(&t);
    return got == 0;
}

/* What a folder has of aliases.csv and puskesmas.csv. */
static bool read_own(struct regwords *w, const char *folder, struct err *e)
{
    struct arena a = {0};
    const char *aliases = arena_printf(&a, "%s/aliases.csv", folder).ptr,
               *puskesmas = arena_printf(&a, "%s/puskesmas.csv", folder).ptr;
    bool ok = (access(aliases, F_OK) != 0 || read_names(w, aliases, "code", "alias", e)) &&
              (access(puskesmas, F_OK) != 0 || read_names(w, puskesmas, "regency_code", "puskesmas", e));
    arena_done(&a);
    return ok;
}

struct regwords *regwords_open(const char *folder, const char *site, struct err *e)
{
    static const char *const kinds[] = {
        "PROV",      "PROVINSI",  "KAB",    "KABUPATEN", "KOTA",  "KEC",      "KECAMATAN", "DESA", "KEL",
        "KELURAHAN", "DS",        "NAGARI", "GAMPONG",   "DUSUN", "RT",       "RW",        "UPT",  "UPTD",
        "BLUD",      "PUSKESMAS", "PUSK",   "PKM",       "PUSTU", "POSYANDU", "RAWAT",     "INAP", "RSUD",
        "I",         "II",        "III",    "IV",        "V",     "VI",       "VII",       "VIII", "IX",
        "X",         "XI",        "XII",    "XIII",      "XIV",   "XV",       "DAN",       "DI"};
    struct regwords *w = mem_alloc(sizeof *w);
    struct arena a = {0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        put(w, str_c(kinds[i]));
    bool ok = read_names(w, arena_printf(&a, "%s/regions.csv.gz", folder).ptr, "code", "name", e) &&
              read_own(w, folder, e) && (!site || read_own(w, site, e));
    arena_done(&a);
    if (ok)
        return w;
    regwords_close(w);
    return NULL;
}

void regwords_close(struct regwords *w)
{
    if (!w)
        return;
    free(w->word);
    free(w);
}

/* --- asking --- */

/* Short numbers tell one place from another; long ones are a person's. */
static bool numeral(struct str word)
{
    enum { LONGEST = 4 };
    size_t i = 0;
    while (i < word.len && word.ptr[i] >= '0' && word.ptr[i] <= '9')
        i++;
    return i == word.len && i <= LONGEST;
}

bool regwords_all(const struct regwords *w, struct str text)
{
    char out[WORD];
    struct str word;
    while (next_word(&text, out, &word))
        if (!numeral(word) && *slot_of(w, str_hash(word) | 1) == 0)
            return false;
    return true;
}

bool regwords_regency(const struct regwords *w, const char code[6])
{
    int number = code_number(code);
    return number >= 0 && w->regency[number];
}
