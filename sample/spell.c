#include "spell.h"

#include "day.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NBSP "\xC2\xA0"

const char *spell_upper(const char *name, char text[SPELL_LENGTH])
{
    size_t n = 0;
    for (; n < SPELL_LENGTH - 1 && name[n]; n++)
        text[n] = (char)toupper((unsigned char)name[n]);
    text[n] = '\0';
    return text;
}

static const char *lower(const char *name, char text[SPELL_LENGTH])
{
    size_t n = 0;
    for (; n < SPELL_LENGTH - 1 && name[n]; n++)
        text[n] = (char)tolower((unsigned char)name[n]);
    text[n] = '\0';
    return text;
}

/* "Patas II" as "Patas 2"; other names as they are. */
static const char *arabic(const char *name, char text[SPELL_LENGTH])
{
    static const char *const roman[] = {" I",  " II",  " III",  " IV", " V",
                                        " VI", " VII", " VIII", " IX", " X"};
    size_t len = strlen(name);
    snprintf(text, SPELL_LENGTH, "%s", name);
    for (int i = 0; i < 10; i++) {
        size_t n = strlen(roman[i]);
        if (len > n && strcmp(name + len - n, roman[i]) == 0)
            snprintf(text + len - n, SPELL_LENGTH - (len - n), " %d", i + 1);
    }
    return text;
}

static const char *without_apostrophe(const char *name, char text[SPELL_LENGTH])
{
    size_t n = 0;
    for (; *name && n < SPELL_LENGTH - 1; name++)
        if (*name != '\'')
            text[n++] = *name;
    text[n] = '\0';
    return text;
}

const char *spell_village(struct rng *r, const struct village *v, char text[SPELL_LENGTH])
{
    bool town = v->code[9] == '1'; /* the village part of a code begins with 1: kelurahan */
    switch (rng_below(r, 16)) {
    case 0:
        snprintf(text, SPELL_LENGTH, "%s%s", town ? "Kelurahan " : "Desa ", v->name);
        return text;
    case 1:
        snprintf(text, SPELL_LENGTH, "%s%s", town ? "Kel. " : "DESA ", v->name);
        return text;
    case 2:
        return lower(v->name, text);
    case 3:
        snprintf(text, SPELL_LENGTH, "%s" NBSP " ", v->name);
        return text;
    case 4:
        return arabic(v->name, text);
    case 5:
        return without_apostrophe(v->name, text);
    case 6:
        snprintf(text, SPELL_LENGTH, "  %s", v->name);
        return text;
    case 7:
    case 8:
    case 9:
        return spell_upper(v->name, text);
    default:
        snprintf(text, SPELL_LENGTH, "%s", v->name);
        return text;
    }
}

const char *spell_district(struct rng *r, const struct district *d, char text[SPELL_LENGTH])
{
    switch (rng_below(r, 8)) {
    case 0:
        snprintf(text, SPELL_LENGTH, "Kec. %s", d->name);
        return text;
    case 1:
        snprintf(text, SPELL_LENGTH, "KECAMATAN %s", d->name);
        return text;
    case 2:
    case 3:
        return spell_upper(d->name, text);
    default:
        snprintf(text, SPELL_LENGTH, "%s", d->name);
        return text;
    }
}

const char *spell_slip(const char *name, char text[SPELL_LENGTH])
{
    const char *word = name, *best = name;
    size_t length = 0;
    while (*word) { /* the longest word; numerals and short words stay as they are */
        size_t n = strcspn(word, " ");
        if (n > length) {
            best = word;
            length = n;
        }
        word += n + (word[n] == ' ');
    }
    size_t at = (size_t)(best - name) + length / 2;
    while (at > 0 && !isalpha((unsigned char)name[at]))
        at--;
    snprintf(text, SPELL_LENGTH, "%.*s%c%s", (int)at + 1, name, name[at], name + at + 1);
    return text;
}

const char *spell_person(struct rng *r, char text[SPELL_LENGTH])
{
    static const char *const first[] = {"ba", "de", "ri", "sa", "mu", "no", "fi",
                                        "la", "yu", "ta", "wi", "ka", "ge", "hu"};
    static const char *const last[] = {"ndra", "lia", "to", "ni",  "wan", "sti",
                                       "rman", "ya",  "di", "nti", "ra",  "man"};
    size_t n = 0;
    int words = rng_between(r, 2, 3);
    for (int w = 0; w < words; w++) {
        const char *a = first[rng_below(r, 14)]; /* one after the other: arguments have no order */
        const char *b = first[rng_below(r, 14)];
        const char *c = last[rng_below(r, 12)];
        size_t begin = n + (w > 0);
        n += (size_t)snprintf(text + n, SPELL_LENGTH - n, "%s%s%s%s", w ? " " : "", a, b, c);
        text[begin] = (char)toupper((unsigned char)text[begin]);
    }
    return text;
}

const char *spell_nik(const char *code, int birth_day, bool girl, long serial, char text[32])
{
    /* serials 0001 to 9998 but those that end in 000: such a number is taken for a rounded one */
    enum { NOBODYS_DISTRICT = 90, DISTRICTS = 10, BETWEEN = 999, NUMBERS = 9989 };
    struct date d = day_date(birth_day);
    long n = serial % NUMBERS;
    snprintf(text, 32, "%.2s%.2s%02ld%02d%02d%02d%04ld", code, code + 3,
             NOBODYS_DISTRICT + serial / NUMBERS % DISTRICTS, d.day + (girl ? 40 : 0), d.month, d.year % 100,
             n + 1 + n / BETWEEN);
    return text;
}

const char *spell_thousands(long n, char text[32])
{
    if (n >= 1000000)
        snprintf(text, 32, "%ld.%03ld.%03ld", n / 1000000, n / 1000 % 1000, n % 1000);
    else if (n >= 1000)
        snprintf(text, 32, "%ld.%03ld", n / 1000, n % 1000);
    else
        snprintf(text, 32, "%ld", n);
    return text;
}

const char *spell_decimal(double x, char mark, char text[32])
{
    char stored[32];
    snprintf(stored, sizeof stored, "%.16G", x); /* as libxlsxwriter writes it */
    x = strtod(stored, NULL);
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, 32, "%.*g", digits, x);
        if (strtod(text, NULL) == x && !strchr(text, 'e'))
            break;
    }
    char *point = strchr(text, '.');
    if (point)
        *point = mark;
    return text;
}
