#include "regname.h"

#include <stdio.h>
#include <string.h>

enum { MAX_TOKENS = 24 };

struct tokens {
    char buffer[REGNAME_SIZE];
    struct str token[MAX_TOKENS];
    size_t n;
};

static bool is_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of s at i that are an apostrophe: they neither count nor part words. */
static size_t apostrophe(struct str s, size_t i)
{
    if (s.ptr[i] == '\'' || s.ptr[i] == '`')
        return 1;
    if (i + 2 < s.len && memcmp(s.ptr + i, "\xE2\x80", 2) == 0 && ((unsigned char)s.ptr[i + 2] | 1) == 0x99)
        return 3; /* U+2018, U+2019 */
    return 0;
}

static void split(struct tokens *t, struct str s)
{
    size_t used = 0;
    char kind = 0; /* of the open token: 'a', '0', or none */
    t->n = 0;
    for (size_t i = 0; i < s.len && used < REGNAME_SIZE - 1;) {
        size_t skip = apostrophe(s, i);
        if (skip > 0) {
            i += skip;
            continue;
        }
        unsigned char c = (unsigned char)s.ptr[i];
        if (c == 0xC2 && i + 1 < s.len) { /* no-break blank and other signs of Latin-1 */
            kind = 0;
            i += 2;
            continue;
        }
        char now = is_letter(c) ? 'a' : is_digit(c) ? '0' : 0;
        i++;
        if (now == 0) {
            kind = 0;
            continue;
        }
        if (now != kind) {
            if (t->n == MAX_TOKENS)
                return;
            t->token[t->n++] = (struct str){t->buffer + used, 0};
            kind = now;
        }
        t->buffer[used++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
        t->token[t->n - 1].len++;
    }
}

size_t regname_letters(struct str s, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < s.len && used < size; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (is_letter(c) || is_digit(c))
            out[used++] = (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    return used;
}

/* --- leading words --- */

struct word {
    const char *text;
    char type;
};

static const struct word province_words[] = {{"PROVINSI", 0}, {"PROPINSI", 0}, {"PROV", 0},    {"DAERAH", 0},
                                             {"ISTIMEWA", 0}, {"KHUSUS", 0},   {"IBUKOTA", 0}, {"DKI", 0},
                                             {"DI", 0},       {NULL, 0}};
static const struct word regency_words[] = {{"KABUPATEN", 'K'}, {"KAB", 'K'},   {"KOTA", 'T'},
                                            {"KOTAMADYA", 'T'}, {"KODYA", 'T'}, {NULL, 0}};
static const struct word administrative_words[] = {{"ADMINISTRASI", 0}, {"ADM", 0}, {NULL, 0}};
static const struct word district_words[] = {{"KECAMATAN", 0}, {"KEC", 0},       {"DISTRIK", 0},
                                             {"KAPANEWON", 0}, {"KEMANTREN", 0}, {NULL, 0}};
static const struct word village_words[] = {{"DESA", 'D'},    {"DS", 'D'},        {"KELURAHAN", 'L'},
                                            {"KEL", 'L'},     {"NAGARI", 'D'},    {"GAMPONG", 'D'},
                                            {"KAMPUNG", 'D'}, {"KALURAHAN", 'D'}, {"LEMBANG", 'D'},
                                            {"PEKON", 'D'},   {"TIYUH", 'D'},     {NULL, 0}};

static const struct word *word_of(const struct word *words, struct str token)
{
    for (; words->text; words++)
        if (str_is(token, words->text))
            return words;
    return NULL;
}

/* Number of leading tokens that only say what the region is; at least one token stays. */
static size_t leading_words(const struct tokens *t, int level, char *type)
{
    const struct word *word = NULL;
    size_t n = 0;
    *type = 0;
    if (level == 2) { /* one word of the kind only: "Kab. Kota Baru" is KOTABARU */
        if (t->n > 1 && (word = word_of(regency_words, t->token[0])) != NULL) {
            *type = word->type;
            n = t->n > 2 && word_of(administrative_words, t->token[1]) ? 2 : 1;
        }
        return n;
    }
    const struct word *words = level == 1 ? province_words : level == 3 ? district_words : village_words;
    bool both = false;
    while (n + 1 < t->n && (word = word_of(words, t->token[n])) != NULL) {
        both = both || (*type && word->type != *type); /* "Desa/Kel. X" says neither */
        *type = word->type;
        n++;
    }
    if (level == 1 && n == 0 && t->n > 2 && str_is(t->token[0], "D") && str_is(t->token[1], "I"))
        n = 2; /* "D.I. Yogyakarta" */
    if (both)
        *type = 0;
    return n;
}

/* Level that the first word of s announces ("Kec. X": 3), of those above `below`; 0 none. */
static int announced(struct str s, int below)
{
    struct tokens t;
    split(&t, s);
    if (t.n < 2)
        return 0;
    if (below > 3 && word_of(district_words, t.token[0]))
        return 3;
    if (below > 2 && word_of(regency_words, t.token[0]))
        return 2;
    return below > 1 && (str_is(t.token[0], "PROVINSI") || str_is(t.token[0], "PROV")) ? 1 : 0;
}

void regname_cut(struct str *name, int level, struct str *above)
{
    size_t end = name->len;
    for (size_t i = end; i-- > 1;) { /* from the end: the highest comes last */
        if (name->ptr[i] != ',' && name->ptr[i] != '(')
            continue;
        struct str rest = str_trim((struct str){name->ptr + i + 1, end - i - 1});
        if (name->ptr[i] == '(' && rest.len > 0 && rest.ptr[rest.len - 1] == ')')
            rest = str_trim((struct str){rest.ptr, rest.len - 1});
        int found = announced(rest, level);
        if (found == 0)
            break;
        above[found] = rest;
        end = i;
    }
    if (end < name->len)
        *name = str_trim((struct str){name->ptr, end});
}

/* --- numerals --- */

/* Value of a Roman numeral 1 to 39 in its regular spelling; 0 when the token is none. */
static int roman(struct str s)
{
    static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    int tens = 0;
    while (s.len > 0 && s.ptr[0] == 'X' && tens < 3) {
        tens++;
        s.ptr++;
        s.len--;
    }
    for (int i = 0; i < 10; i++)
        if (str_is(s, ones[i]))
            return tens * 10 + i;
    return 0;
}

static int unit_word(struct str s)
{
    static const char *const words[] = {"SATU",  "DUA",     "TIGA",     "EMPAT",   "LIMA",   "ENAM",
                                        "TUJUH", "DELAPAN", "SEMBILAN", "SEPULUH", "SEBELAS"};
    for (int i = 0; i < 11; i++)
        if (str_is(s, words[i]))
            return i + 1;
    return 0;
}

/* Value of the numeral that begins at token i, *used tokens long; 0 when there is none. */
static int numeral(const struct tokens *t, size_t i, size_t *used)
{
    struct str s = t->token[i];
    *used = 1;
    int value = unit_word(s);
    if (value > 0 && value < 10 && i + 1 < t->n) {
        if (str_is(t->token[i + 1], "BELAS")) {
            *used = 2;
            return value + 10;
        }
        if (str_is(t->token[i + 1], "PULUH")) {
            int ones = i + 2 < t->n ? unit_word(t->token[i + 2]) : 0;
            *used = ones > 0 && ones < 10 ? 3 : 2;
            return value * 10 + (*used == 3 ? ones : 0);
        }
    }
    if (value > 0)
        return value;
    long digits;
    if (s.len <= 4 && str_to_long(s, &digits))
        return (int)digits;
    return roman(s);
}

static void put(struct regname *n, enum regname_form form, int stripped, struct str s)
{
    size_t *len = &n->len[form][stripped];
    for (size_t i = 0; i < s.len && *len < REGNAME_SIZE; i++)
        n->text[form][stripped][(*len)++] = s.ptr[i];
}

static void join(struct regname *n, const struct tokens *t, size_t from, int stripped)
{
    for (size_t i = from; i < t->n; i++)
        put(n, REGNAME_PLAIN, stripped, t->token[i]);
    for (size_t i = from, used; i < t->n; i += used) {
        char digits[16];
        int value = numeral(t, i, &used);
        if (value > 0)
            put(n, REGNAME_FOLDED, stripped,
                (struct str){digits, (size_t)snprintf(digits, sizeof digits, "%d", value)});
        else
            put(n, REGNAME_FOLDED, stripped, str_is(t->token[i], "KEP") ? STR("KEPULAUAN") : t->token[i]);
    }
}

void regname_make(struct regname *n, struct str name, int level)
{
    struct tokens t;
    split(&t, name);
    memset(n->len, 0, sizeof n->len);
    size_t leading = leading_words(&t, level, &n->type);
    join(n, &t, 0, 0);
    if (leading > 0)
        join(n, &t, leading, 1);
}

struct str regname_text(const struct regname *n, enum regname_form form, int stripped)
{
    return (struct str){n->text[form][stripped], n->len[form][stripped]};
}
