#include "number.h"

#include "moment.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 400, SURE_DIGITS = 15, LAST_SERIAL = 2958465 }; /* 9999-12-31 */

/* A number taken apart: value = 0.DIGITS x 10^point, without idle zeros on either side. */
struct parts {
    bool negative, exponent;
    char digit[MOST_DIGITS];
    size_t digits;
    long point;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads an exponent "e-7" at i; false when it is none or absurdly large. */
static bool take_exponent(struct str s, size_t i, long *exponent)
{
    bool negative = false;
    i++;
    if (i < s.len && (s.ptr[i] == '+' || s.ptr[i] == '-'))
        negative = s.ptr[i++] == '-';
    struct str rest = {s.ptr + i, s.len - i};
    if (!str_to_long(rest, exponent) || *exponent > MOST_DIGITS)
        return false;
    *exponent = negative ? -*exponent : *exponent;
    return true;
}

static bool take_apart(struct str s, struct parts *p)
{
    size_t i = 0;
    long shift = 0;
    bool point = false, any = false;
    p->negative = p->exponent = false;
    p->digits = 0;
    p->point = 0;
    if (i < s.len && (s.ptr[i] == '-' || s.ptr[i] == '+'))
        p->negative = s.ptr[i++] == '-';
    for (; i < s.len && (is_digit(s.ptr[i]) || (s.ptr[i] == '.' && !point)); i++) {
        if (s.ptr[i] == '.') {
            point = true;
            continue;
        }
        any = true;
        if (p->digits == 0 && s.ptr[i] == '0') {
            p->point -= point;
            continue;
        }
        if (p->digits == MOST_DIGITS)
            return false;
        p->digit[p->digits++] = s.ptr[i];
        p->point += !point;
    }
    if (any && i < s.len && (s.ptr[i] == 'e' || s.ptr[i] == 'E')) {
        p->exponent = true;
        if (!take_exponent(s, i, &shift))
            return false;
        i = s.len;
    }
    if (!any || i != s.len)
        return false;
    p->point += shift;
    while (p->digits > 0 && p->digit[p->digits - 1] == '0')
        p->digits--;
    return true;
}

static struct str put_together(struct arena *a, const struct parts *p)
{
    if (p->digits == 0)
        return STR("0");
    size_t zeros_before = p->point < 0 ? (size_t)-p->point : 0, whole = p->point > 0 ? (size_t)p->point : 0;
    char *text = arena_alloc(a, p->digits + zeros_before + whole + 4), *t = text;
    if (p->negative)
        *t++ = '-';
    for (size_t i = 0; i < whole; i++)
        *t++ = i < p->digits ? p->digit[i] : '0';
    if (whole == 0)
        *t++ = '0';
    if (whole < p->digits) {
        *t++ = '.';
        for (size_t i = 0; i < zeros_before; i++)
            *t++ = '0';
        memcpy(t, p->digit + whole, p->digits - whole);
        t += p->digits - whole;
    }
    return (struct str){text, (size_t)(t - text)};
}

static const uint64_t power_of_ten[] = {1,
                                        10,
                                        100,
                                        1000,
                                        10000,
                                        100000,
                                        1000000,
                                        10000000,
                                        100000000,
                                        1000000000,
                                        10000000000,
                                        100000000000,
                                        1000000000000,
                                        10000000000000,
                                        100000000000000,
                                        1000000000000000,
                                        10000000000000000,
                                        100000000000000000,
                                        1000000000000000000,
                                        10000000000000000000u};

enum { MOST_AFTER = 19 };

/* Sixteen or seventeen digits with a point among them, as all / 10^after. */
struct decimal {
    bool negative;
    uint64_t all;
    long digits, after;
};

static bool take_decimal(struct str s, struct decimal *d)
{
    size_t i = s.len > 0 && *s.ptr == '-';
    long point = -1;
    *d = (struct decimal){.negative = i > 0};
    for (; i < s.len; i++) {
        if (s.ptr[i] == '.' && point < 0 && i > d->negative) {
            point = (long)i;
        } else if (is_digit(s.ptr[i]) && d->digits <= SURE_DIGITS + 2) {
            d->all = d->all * 10 + (uint64_t)(s.ptr[i] - '0');
            d->digits += d->all > 0;
        } else {
            return false;
        }
    }
    d->after = point < 0 ? 0 : (long)s.len - 1 - point;
    return d->digits > SURE_DIGITS && d->digits <= SURE_DIGITS + 2 && d->after >= d->digits - SURE_DIGITS &&
           d->after <= MOST_AFTER;
}

/* Sixteen or seventeen digits mostly are fifteen or fewer, written with all that a double is good for: 312.08
 * as 312.07999999999998. True when fifteen give the same double, which then become the decimal; reckoned in
 * whole numbers: the fifteen over a power of ten is one exact division, and the digits stored must lie within
 * a quarter of its last bit. False tells nothing. */
static bool fifteen(struct decimal *d)
{
    enum { MOST_SHIFT = 70 /* so that both sides fit into 127 bits */, BIAS = 1075 };
    long extra = d->digits - SURE_DIGITS;
    uint64_t power = power_of_ten[d->after], sure = extra == 1 ? (d->all + 5) / 10 : (d->all + 50) / 100,
             bits;
    double value = (double)sure / (double)power_of_ten[d->after - extra];
    memcpy(&bits, &value, sizeof bits);
    uint64_t mantissa = (bits & ((UINT64_C(1) << 52) - 1)) | UINT64_C(1) << 52;
    int shift = BIAS - (int)(bits >> 52);
    if (shift < 0 || shift > MOST_SHIFT)
        return false;
    __int128 apart = ((__int128)d->all << shift) - (__int128)mantissa * power;
    if ((apart < 0 ? -apart : apart) >= power / 4)
        return false;
    d->all = sure;
    d->after -= extra;
    return true;
}

static struct str decimal_text(struct arena *a, struct decimal d)
{
    enum { ROOM = 32 };
/* the powers are constants, so that dividing by them is no division */
#define STRIP(zeros, power)                                                                                  \
    while (d.after >= (zeros) && d.all % (power) == 0) {                                                     \
        d.all /= (power);                                                                                    \
        d.after -= (zeros);                                                                                  \
    }
    STRIP(8, 100000000u)
    STRIP(4, 10000u)
    STRIP(2, 100u)
    STRIP(1, 10u)
#undef STRIP
    char *end = (char *)arena_alloc(a, ROOM) + ROOM, *p = end;
    for (long i = 0; i < d.after || d.all > 0 || i == d.after; i++, d.all /= 10) {
        if (i == d.after && i > 0)
            *--p = '.';
        *--p = (char)('0' + d.all % 10);
    }
    if (d.negative)
        *--p = '-';
    return (struct str){p, (size_t)(end - p)};
}

/* More digits than a double is sure of: the shortest text that gives the same double. */
static bool shortest(struct arena *a, struct str stored, struct parts *p)
{
    char text[40];
    double value = strtod(arena_cstr(a, stored), NULL);
    if (!isfinite(value))
        return false;
    for (int precision = SURE_DIGITS - 1; precision <= SURE_DIGITS + 1; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, value);
        if (strtod(text, NULL) == value)
            break;
    }
    return take_apart(str_c(text), p);
}

/* Digits, at most one point, nothing idle: already as it should be. */
static bool plain_already(struct str s)
{
    size_t point = s.len;
    if (s.len == 0 || s.len > SURE_DIGITS || !is_digit(s.ptr[0]))
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '.' && point == s.len)
            point = i;
        else if (!is_digit(s.ptr[i]))
            return false;
    }
    if (s.ptr[0] == '0' && s.len > 1 && point != 1)
        return false;
    return point == s.len || (s.ptr[s.len - 1] != '0' && point + 1 < s.len);
}

bool number_plain(struct arena *a, struct str stored, struct str *plain)
{
    struct parts p;
    struct decimal d;
    *plain = stored;
    if (plain_already(stored))
        return true;
    if (take_decimal(stored, &d) && fifteen(&d)) {
        *plain = decimal_text(a, d);
        return true;
    }
    if (!take_apart(stored, &p))
        return false;
    bool whole = !p.exponent && !memchr(stored.ptr, '.', stored.len);
    if (p.digits > SURE_DIGITS && !whole && !shortest(a, stored, &p))
        return false;
    *plain = put_together(a, &p);
    return true;
}

/* What the letters of a format code stand for. */
struct letters {
    bool day, month, time, elapsed, digit;
    bool seconds; /* came last: zeros are their fraction */
};

/* Skips a bracketed part: [Red], [$-421], or [h] of an elapsed time. Returns the index behind it. */
static size_t bracket(struct str code, size_t i, struct letters *l)
{
    size_t end = ++i;
    while (end < code.len && code.ptr[end] != ']')
        end++;
    bool elapsed = end > i && end < code.len;
    for (size_t k = i; k < end; k++)
        elapsed = elapsed && strchr("hHmMsS", code.ptr[k]) && code.ptr[k] == code.ptr[i];
    l->elapsed |= elapsed;
    l->seconds = elapsed && (code.ptr[end - 1] | 32) == 's';
    return end;
}

static bool at_word(struct str code, size_t i, const char *word)
{
    size_t len = strlen(word);
    return code.len - i >= len && strncasecmp(code.ptr + i, word, len) == 0;
}

static void note_letter(char c, struct letters *l)
{
    char lower = (char)(c | 32);
    if (lower == 'd' || lower == 'y')
        l->day = true;
    else if (lower == 'm')
        l->month = true;
    else if (lower == 'h' || lower == 's')
        l->time = true;
    else if (c == '#' || c == '?' || (c == '0' && !l->seconds))
        l->digit = true;
    if (lower >= 'a' && lower <= 'z')
        l->seconds = lower == 's';
}

/* The first section of a code decides. */
static struct letters read_letters(struct str code)
{
    struct letters l = {0};
    for (size_t i = 0; i < code.len && code.ptr[i] != ';'; i++) {
        char c = code.ptr[i];
        if (c == '"') {
            do
                i++;
            while (i < code.len && code.ptr[i] != '"');
        } else if (c == '\\' || c == '_' || c == '*') {
            i++;
        } else if (c == '[') {
            i = bracket(code, i, &l);
        } else if (at_word(code, i, "general")) {
            i += strlen("general") - 1;
        } else if (at_word(code, i, "am/pm")) {
            i += strlen("am/pm") - 1;
            l.time = true;
        } else {
            note_letter(c, &l);
        }
    }
    return l;
}

enum number_kind number_format(long id, struct str code)
{
    if (code.len > 0) {
        struct letters l = read_letters(code);
        if (l.digit) /* letters beside digits are words that nobody quoted: 0 desa */
            return NUMBER_PLAIN;
        if (l.day || (l.month && !l.time && !l.elapsed))
            return NUMBER_DATE;
        if (l.elapsed)
            return NUMBER_ELAPSED;
        return l.time ? NUMBER_TIME : NUMBER_PLAIN;
    }
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NUMBER_DATE;
    if (id == 46)
        return NUMBER_ELAPSED;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return NUMBER_TIME;
    return NUMBER_PLAIN;
}

/* Excel counts 1900 as a leap year: its day 60 is a 29 February that never was. */
static struct moment_date of_serial(long serial, bool epoch1904)
{
    enum {
        DAY_1904 = -24107,
        DAY_1900 = -25568
    }; /* 1904-01-01 and the day before 1900-01-01, from 1970-01-01 */
    if (epoch1904)
        return moment_date(DAY_1904 + serial);
    if (serial == 60)
        return (struct moment_date){1900, 2, 29};
    return moment_date(DAY_1900 + serial - (serial > 60));
}

/* A date cell mostly holds a whole number of days: without a detour through double and printf. */
static bool whole_day(struct arena *a, struct str stored, bool epoch1904, struct str *iso)
{
    long day = 0;
    if (stored.len < 3 || stored.len > 6 || *stored.ptr == '0')
        return false;
    for (size_t i = 0; i < stored.len; i++) {
        if (!is_digit(stored.ptr[i]))
            return false;
        day = day * 10 + (stored.ptr[i] - '0');
    }
    struct moment_date d = of_serial(day, epoch1904);
    char *t = arena_alloc(a, 10);
    for (int i = 3; i >= 0; i--, d.year /= 10)
        t[i] = (char)('0' + d.year % 10);
    t[4] = t[7] = '-';
    t[5] = (char)('0' + d.month / 10);
    t[6] = (char)('0' + d.month % 10);
    t[8] = (char)('0' + d.day / 10);
    t[9] = (char)('0' + d.day % 10);
    *iso = (struct str){t, 10};
    return true;
}

bool number_date(struct arena *a, struct str stored, enum number_kind kind, bool epoch1904, struct str *iso)
{
    struct parts p;
    if (kind == NUMBER_DATE && whole_day(a, stored, epoch1904, iso))
        return true;
    if (kind == NUMBER_PLAIN || !take_apart(stored, &p) || p.point > 9)
        return false;
    double value = fabs(strtod(arena_cstr(a, stored), NULL));
    long day = (long)value;
    long ms = (long)((value - (double)day) * MOMENT_DAY_MS + 0.5);
    if (ms == MOMENT_DAY_MS) {
        day++;
        ms = 0;
    }
    if (kind == NUMBER_ELAPSED) {
        *iso = moment_clock(a, p.negative, (long long)day * MOMENT_DAY_MS + ms);
        return true;
    }
    bool no_day = day == 0 && !epoch1904;
    if (p.negative || day > LAST_SERIAL - (epoch1904 ? 1462 : 0) ||
        (no_day && ms == 0 && kind == NUMBER_DATE))
        return false;
    *iso = no_day || (day == 0 && kind == NUMBER_TIME) ? moment_clock(a, false, ms)
                                                       : moment_text(a, of_serial(day, epoch1904), ms);
    return true;
}

/* --- exact sums --- */

/* True when the marks between thousands stand where they should: groups of three digits after the first. */
static bool grouped(struct str whole, char separator)
{
    size_t since = 0;
    bool any = false;
    for (size_t i = 0; i < whole.len; i++) {
        if (whole.ptr[i] != separator) {
            since++;
            continue;
        }
        if (since == 0 || since > 3 || (any && since != 3))
            return false;
        any = true;
        since = 0;
    }
    return !any || since == 3;
}

bool number_exact(struct str text, char mark, __int128 *value)
{
    enum { MOST = 37 }; /* digits that fit into 127 bits */
    text = str_trim(text);
    bool negative = text.len > 0 && *text.ptr == '-';
    struct str rest = {text.ptr + negative, text.len - negative}, whole = str_cut(&rest, mark);
    char separator = mark == ',' ? '.' : ',';
    long digits = 0, after = (long)rest.len;
    __int128 v = 0;
    if (whole.len == 0 || !is_digit(*whole.ptr) || after > NUMBER_SCALE || !grouped(whole, separator))
        return false;
    for (size_t i = 0; i < whole.len + rest.len; i++) {
        char c = i < whole.len ? whole.ptr[i] : rest.ptr[i - whole.len];
        if (c == separator && i < whole.len)
            continue;
        if (!is_digit(c) || ++digits > MOST - NUMBER_SCALE + after)
            return false;
        v = v * 10 + (c - '0');
    }
    for (; after < NUMBER_SCALE; after++)
        v *= 10;
    *value = negative ? -v : v;
    return true;
}

bool number_add(__int128 *sum, __int128 value)
{
    return !__builtin_add_overflow(*sum, value, sum);
}

struct str number_text(struct arena *a, __int128 value, char mark)
{
    enum { ROOM = 48 };
    char *text = arena_alloc(a, ROOM), *end = text + ROOM, *p = end;
    unsigned __int128 v = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
    bool shown = false;
    for (int i = 0; i < NUMBER_SCALE; i++, v /= 10) {
        shown |= v % 10 != 0;
        if (shown)
            *--p = (char)('0' + (int)(v % 10));
    }
    if (shown)
        *--p = mark;
    do
        *--p = (char)('0' + (int)(v % 10));
    while ((v /= 10) > 0);
    if (value < 0)
        *--p = '-';
    return (struct str){p, (size_t)(end - p)};
}
