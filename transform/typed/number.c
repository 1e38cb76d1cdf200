#include "number.h"

#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DIGITS = 30 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* --- words --- */

static bool same_word(struct str s, const char *word)
{
    if (s.len != strlen(word))
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i])
            return false;
    }
    return true;
}

/* Length of a blank at p: ordinary or no-break. */
static size_t blank(const char *p, size_t len)
{
    if (len >= 1 && *p == ' ')
        return 1;
    return len >= 2 && memcmp(p, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* "#DIV/0!", "#N/A", "#SPILL!" and all of that form, which new spreadsheets add to. */
static bool formula_error(struct str s)
{
    char c = s.len > 1 ? s.ptr[1] : 0;
    if (same_word(s, "#belum dihitung!")) /* kp2s-extract's, for a formula never computed */
        return true;
    if (!(is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')))
        return false;
    for (size_t i = 2; i < s.len; i++)
        if (strchr(" \t\r\n", s.ptr[i]) || blank(s.ptr + i, s.len - i) > 0)
            return false;
    return true;
}

enum number_state number_word(struct str s)
{
    static const char *const missing[] = {
        "-",   "--",     "\xE2\x80\x93", "\xE2\x80\x94",   "\xE2\x80\xA6",   "...", "~", "na", "n/a", "n.a.",
        "tad", "t.a.d.", "belum ada",    "belum ada data", "tidak ada data", NULL};
    static const char *const not_applicable[] = {"ts", "tidak berlaku", "tidak sesuai", NULL};
    if (s.len == 0)
        return NUMBER_MISSING;
    if (is_digit(s.ptr[0]) || (s.len > 1 && s.ptr[0] != '#' && is_digit(s.ptr[1]))) /* no word has "-1" */
        return NUMBER_VALUE;
    if (s.ptr[0] == '#' && formula_error(s))
        return NUMBER_ERROR;
    for (size_t i = 0; missing[i]; i++)
        if (same_word(s, missing[i]))
            return NUMBER_MISSING;
    for (size_t i = 0; not_applicable[i]; i++)
        if (same_word(s, not_applicable[i]))
            return NUMBER_NA;
    return NUMBER_VALUE;
}

/* --- figures --- */

/* A figure cut at its marks: digit runs with the mark before each. */
struct runs {
    char digits[MAX_DIGITS + 1];
    size_t length[MAX_DIGITS];
    char mark[MAX_DIGITS]; /* before run i; mark[0] unused */
    size_t n;
};

static bool cut(struct runs *r, struct str s)
{
    size_t used = 0;
    *r = (struct runs){.n = 1};
    for (size_t i = 0, skip; i < s.len; i += skip) {
        char c = s.ptr[i];
        skip = 1;
        if (is_digit(c)) {
            if (used == MAX_DIGITS)
                return false;
            r->digits[used++] = c;
            r->length[r->n - 1]++;
            continue;
        }
        size_t gap = blank(s.ptr + i, s.len - i);
        if ((c != '.' && c != ',' && gap == 0) || r->n == MAX_DIGITS)
            return false;
        if (gap > 0)
            skip = gap;
        r->mark[r->n++] = gap > 0 ? ' ' : c;
    }
    return r->length[r->n - 1] > 0 && used > 0;
}

/* The first n runs are thousands groups with one and the same mark. */
static bool groups(const struct runs *r, size_t n)
{
    if (n == 1)
        return r->length[0] > 0;
    if (r->length[0] < 1 || r->length[0] > 3 || r->digits[0] == '0')
        return false;
    for (size_t i = 1; i < n; i++)
        if (r->length[i] != 3 || r->mark[i] != r->mark[1])
            return false;
    return true;
}

/* Writes the digits with a point before the last `fraction` of them, without needless zeros. */
static void compose(const char *digits, size_t fraction, char *out)
{
    size_t len = strlen(digits), whole = len - fraction, used = 0;
    while (fraction > 0 && digits[len - 1] == '0') {
        fraction--;
        len--;
    }
    size_t first = 0;
    while (first < whole && digits[first] == '0')
        first++;
    if (first == whole)
        out[used++] = '0';
    memcpy(out + used, digits + first, whole - first);
    used += whole - first;
    if (fraction > 0) {
        out[used++] = '.';
        memcpy(out + used, digits + whole, fraction);
        used += fraction;
    }
    out[used] = '\0';
}

static bool read_runs(const struct runs *r, char mark, struct number *n)
{
    size_t last = r->n - 1;
    if (r->n == 1) {
        compose(r->digits, 0, n->decimal);
        return true;
    }
    if (r->n == 2 && r->mark[1] != ' ') { /* one mark, once */
        bool may_group = groups(r, 2);
        n->comma = r->mark[1] == ',';
        if (may_group && !(mark == '.' && !n->comma))
            compose(r->digits, 0, n->grouped);
        if (r->mark[1] == mark || !n->comma || !mark)
            compose(r->digits, r->length[last], n->decimal);
        return n->grouped[0] || n->decimal[0];
    }
    if (groups(r, r->n)) {
        compose(r->digits, 0, n->grouped);
        return true;
    }
    if (r->mark[last] == ' ' || r->mark[last] == r->mark[1] || !groups(r, last))
        return false;
    compose(r->digits, r->length[last], n->decimal);
    return true;
}

/* A figure that is its own shortest decimal text. With a comma for its decimal mark, three digits behind a
 * point are another matter. */
static bool plain(struct str s, char mark, struct number *n)
{
    size_t whole, fraction, sign = s.len > 1 && s.ptr[0] == '-';
    struct str figure = {s.ptr + sign, s.len - sign};
    if (!plain_figure(figure, &whole, &fraction) || (fraction == 3 && mark != '.') ||
        (sign && fraction == 0 && figure.ptr[0] == '0'))
        return false;
    n->negative = sign;
    memcpy(n->decimal, figure.ptr, figure.len);
    return true;
}

/* Computed figures carry the noise of binary fractions in the sixteenth and seventeenth digit, which Excel
 * does not show. Rounds to fifteen digits where that leaves a figure at least six digits shorter: others
 * have their many digits by right. */
static void drop_noise(struct number *n)
{
    enum { SHOWN = 15, STORED = 17, SHORTER = 6 };
    char digits[MAX_DIGITS + 2] = "0", out[NUMBER_SIZE];
    size_t whole = strcspn(n->decimal, "."), used = 1;
    for (const char *p = n->decimal; *p; p++)
        if (*p != '.')
            digits[used++] = *p;
    size_t first = strspn(digits, "0"), cut = first + SHOWN;
    if (used <= cut || cut <= whole || used > first + STORED)
        return;
    bool up = digits[cut] >= '5';
    digits[cut] = '\0';
    for (size_t i = cut - 1; up; i--) {
        up = digits[i] == '9';
        digits[i] = (char)(up ? '0' : digits[i] + 1);
    }
    compose(digits, cut - 1 - whole, out);
    if (strlen(out) + SHORTER > strlen(n->decimal))
        return;
    memcpy(n->decimal, out, sizeof out);
    n->noise = true;
}

struct number number_read(struct str s, char mark)
{
    enum { NOISY = 16 }; /* digits and their mark */
    struct number n = {.state = NUMBER_VALUE};
    if (plain(s, mark, &n))
        return n;
    n.state = number_word(s);
    if (n.state != NUMBER_VALUE)
        return n;
    if (s.len > 1 && s.ptr[0] == '\'')
        s = (struct str){s.ptr + 1, s.len - 1};
    if (s.ptr[0] == '-' || s.ptr[0] == '+') {
        n.negative = s.ptr[0] == '-';
        s = str_trim((struct str){s.ptr + 1, s.len - 1});
    } else if (s.len > 3 && memcmp(s.ptr, "\xE2\x88\x92", 3) == 0) { /* U+2212 */
        n.negative = true;
        s = str_trim((struct str){s.ptr + 3, s.len - 3});
    }
    if (s.len > 1 && s.ptr[s.len - 1] == '%') {
        n.percent = true;
        s = str_trim((struct str){s.ptr, s.len - 1});
    }
    struct runs runs;
    if (!cut(&runs, s) || !read_runs(&runs, mark, &n))
        n = (struct number){.state = NUMBER_INVALID};
    if (s.len > NOISY && strchr(n.decimal, '.'))
        drop_noise(&n);
    if (n.state == NUMBER_VALUE && strcmp(n.decimal[0] ? n.decimal : n.grouped, "0") == 0)
        n.negative = false;
    return n;
}

/* --- arithmetic on decimal text --- */

bool number_shift(const char *decimal, int places, char *out)
{
    char digits[NUMBER_SIZE * 2];
    const char *point = strchr(decimal, '.');
    size_t whole = point ? (size_t)(point - decimal) : strlen(decimal);
    size_t fraction = point ? strlen(point + 1) : 0, used = 0;
    if (places > 12 || places < -12)
        return false;
    for (int i = places; i < 0; i++)
        digits[used++] = '0';
    memcpy(digits + used, decimal, whole);
    memcpy(digits + used + whole, point ? point + 1 : "", fraction);
    used += whole + fraction;
    for (int i = (int)fraction; i < places; i++)
        digits[used++] = '0';
    digits[used] = '\0';
    int behind = (int)fraction - places;
    if (used >= NUMBER_SIZE - 2)
        return false;
    compose(digits, behind > 0 ? (size_t)behind : 0, out);
    return true;
}

long number_hundredths(struct str s)
{
    bool negative = s.len > 0 && s.ptr[0] == '-', behind = false;
    long value = 0;
    int fraction = 0;
    for (size_t i = negative; i < s.len && fraction < 3; i++) {
        if (s.ptr[i] == '.') {
            behind = true;
            continue;
        }
        if (value > 1000000000)
            break;
        value = value * 10 + (s.ptr[i] - '0');
        fraction += behind;
    }
    for (; fraction < 3; fraction++)
        value *= 10;
    value = (value + 5) / 10;
    return negative ? -value : value;
}

bool number_percent_differs(const char *n, const char *d, const char *percent)
{
    enum { FRACTION = 6 };
    __int128 scaled = 0;
    int behind = -1;
    for (const char *p = percent; *p && behind < FRACTION; p++) {
        if (*p == '.') {
            behind = 0;
            continue;
        }
        if (scaled > 1000000000000)
            return true;
        scaled = scaled * 10 + (*p - '0');
        behind += behind >= 0;
    }
    for (behind = behind < 0 ? 0 : behind; behind < FRACTION; behind++)
        scaled *= 10;
    /* |percent - 100 n / d| > 0.1, times d and 10^FRACTION */
    __int128 whole = strtoll(d, NULL, 10),
             difference = scaled * whole - (__int128)strtoll(n, NULL, 10) * 100000000;
    if (difference < 0)
        difference = -difference;
    return difference > whole * 100000;
}
