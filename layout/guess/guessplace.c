#include "guessplace.h"

#include "csv.h"

#include <stdlib.h>

enum { ROOM = 1 << 19, LONGEST_NAME = 120 };

/* Texts by their hashes; two that collide are taken for one, which does no harm to a guess. */
struct gplaces {
    uint64_t key[ROOM]; /* 0: free */
    unsigned char levels[ROOM];
    size_t n;
};

/* --- names --- */

static bool is_alnum(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* The next word of *s, lower case, into word; empty at the end. */
static struct str next_word(struct str *s, char word[LONGEST_NAME])
{
    size_t n = 0;
    while (s->len > 0 && !is_alnum((unsigned char)*s->ptr))
        *s = (struct str){s->ptr + 1, s->len - 1};
    while (s->len > 0 && is_alnum((unsigned char)*s->ptr)) {
        char c = *s->ptr;
        if (n < LONGEST_NAME)
            word[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        *s = (struct str){s->ptr + 1, s->len - 1};
    }
    return (struct str){word, n};
}

/* Words in front of a name that say what kind of region it is. */
static bool is_kind_word(struct str w)
{
    static const char *const words[] = {
        "provinsi", "prov",      "kabupaten", "kab",  "kota", "administrasi", "adm",    "kecamatan",
        "kec",      "kelurahan", "kel",       "desa", "dki",  "di",           "daerah", "istimewa"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(w, words[i]))
            return true;
    return false;
}

/* The words of a name, joined; those in front that tell its kind left out, unless nothing else is there. */
static struct str normal(struct str name, char out[LONGEST_NAME])
{
    char word[LONGEST_NAME];
    struct str rest = name, w;
    size_t n = 0;
    bool front = true;
    while ((w = next_word(&rest, word)).len > 0) {
        struct str ahead = rest;
        char next[LONGEST_NAME];
        if (front && is_kind_word(w) && next_word(&ahead, next).len > 0)
            continue;
        front = false;
        if (str_is(w, "kep"))
            w = STR("kepulauan");
        for (size_t i = 0; i < w.len && n < LONGEST_NAME; i++)
            out[n++] = w.ptr[i];
    }
    return (struct str){out, n};
}

/* --- the set --- */

static uint64_t name_key(struct str name)
{
    char out[LONGEST_NAME];
    struct str n = normal(name, out);
    return n.len > 0 ? str_hash(n) | 1 : 0;
}

static uint64_t code_key(struct str digits)
{
    return str_hash(digits) << 1 | 1;
}

static uint64_t pair_key(struct str digits, struct str name)
{
    return (str_hash(digits) * 31 + name_key(name)) | 1;
}

static unsigned levels_of(const struct gplaces *p, uint64_t key)
{
    for (size_t i = key % ROOM; key != 0 && p->key[i] != 0; i = (i + 1) % ROOM)
        if (p->key[i] == key)
            return p->levels[i];
    return 0;
}

static bool put(struct gplaces *p, uint64_t key, unsigned level, struct err *e)
{
    size_t i = key % ROOM;
    if (key == 0)
        return true;
    while (p->key[i] != 0 && p->key[i] != key)
        i = (i + 1) % ROOM;
    if (p->key[i] == 0 && ++p->n > ROOM / 4 * 3)
        return err_set(e, ST_CONFIG, "the region register has too many regions");
    p->key[i] = key;
    p->levels[i] |= (unsigned char)(1u << level);
    return true;
}

struct str gplaces_digits(struct str typed, char digits[11])
{
    struct str s = str_trim(typed);
    size_t n = 0;
    if (s.len > 2 && memcmp(s.ptr + s.len - 2, ".0", 2) == 0)
        s.len -= 2;
    for (size_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if ((!digit && s.ptr[i] != '.' && s.ptr[i] != ' ' && s.ptr[i] != '\'') || (digit && n == 10))
            return STR("");
        if (digit)
            digits[n++] = s.ptr[i];
    }
    return (struct str){digits, n};
}

static int level_of_length(size_t digits)
{
    return digits == 2   ? PLACE_PROVINCE
           : digits == 4 ? PLACE_REGENCY
           : digits == 6 ? PLACE_DISTRICT
                         : PLACE_VILLAGE;
}

static bool add(struct gplaces *p, struct str code, struct str name, struct err *e)
{
    char digits[11];
    struct str d = gplaces_digits(code, digits);
    unsigned level = (unsigned)level_of_length(d.len);
    return put(p, name_key(name), level, e) && put(p, code_key(d), level, e) &&
           (level == PLACE_VILLAGE || put(p, pair_key(d, name), level, e));
}

struct gplaces *gplaces_open(const char *etc, struct err *e)
{
    struct arena a = {0};
    struct table t;
    const char *path = arena_printf(&a, "%s/catalogue/regions.csv.gz", etc).ptr;
    struct gplaces *p = NULL;
    if (table_open(&t, path, e)) {
        p = mem_alloc(sizeof *p);
        int code = table_column(&t, "code", e), name = table_column(&t, "name", e);
        while (e->status == 0 && table_next(&t, e) == 1)
            add(p, table_field(&t, code), table_field(&t, name), e);
        table_close(&t);
    }
    arena_done(&a);
    if (e->status == 0)
        return p;
    gplaces_close(p);
    return NULL;
}

void gplaces_close(struct gplaces *p)
{
    free(p);
}

/* --- questions --- */

unsigned gplaces_named(const struct gplaces *p, struct str name)
{
    return name.len < LONGEST_NAME ? levels_of(p, name_key(name)) : 0;
}

int gplaces_code(const struct gplaces *p, struct str code)
{
    char digits[11];
    struct str d = gplaces_digits(code, digits);
    bool length = d.len == 2 || d.len == 4 || d.len == 6 || d.len == 10;
    return length && levels_of(p, code_key(d)) ? level_of_length(d.len) : -1;
}

bool gplaces_agree(const struct gplaces *p, struct str code, struct str name)
{
    char digits[11];
    struct str d = gplaces_digits(code, digits);
    return d.len > 0 && levels_of(p, pair_key(d, name)) != 0;
}
