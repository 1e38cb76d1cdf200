#include "date.h"

#include "number.h"
#include "plain.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char upper(char c)
{
    return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

static bool is_letter(char c)
{
    return upper(c) >= 'A' && upper(c) <= 'Z';
}

/* --- what the readers of dates and periods share --- */

struct cursor {
    const char *p, *end;
};

static bool at_digit(const struct cursor *c)
{
    return c->p < c->end && is_digit(*c->p);
}

/* At most `digits` digits as a number; returns how many there were. */
static int number(struct cursor *c, int digits, int *value)
{
    int n = 0;
    for (*value = 0; n < digits && at_digit(c); n++)
        *value = *value * 10 + (*c->p++ - '0');
    return n;
}

/* A word in upper case, cut to size; its length. */
static size_t word(struct cursor *c, char *out, size_t size)
{
    size_t n = 0;
    for (; c->p < c->end && is_letter(*c->p); c->p++)
        if (n + 1 < size)
            out[n++] = upper(*c->p);
    out[n] = '\0';
    return n;
}

static void skip(struct cursor *c, const char *any)
{
    while (c->p < c->end && strchr(any, *c->p))
        c->p++;
}

static int month_of(const char *name)
{
    static const struct {
        const char *name;
        int month;
    } months[] = {{"JANUARI", 1}, {"JAN", 1},       {"FEBRUARI", 2},  {"PEBRUARI", 2},  {"FEB", 2},
                  {"PEB", 2},     {"MARET", 3},     {"MAR", 3},       {"APRIL", 4},     {"APR", 4},
                  {"MEI", 5},     {"MAY", 5},       {"JUNI", 6},      {"JUN", 6},       {"JULI", 7},
                  {"JUL", 7},     {"AGUSTUS", 8},   {"AGT", 8},       {"AGS", 8},       {"AGU", 8},
                  {"AUG", 8},     {"SEPTEMBER", 9}, {"SEP", 9},       {"SEPT", 9},      {"OKTOBER", 10},
                  {"OKT", 10},    {"OCT", 10},      {"NOVEMBER", 11}, {"NOPEMBER", 11}, {"NOV", 11},
                  {"NOP", 11},    {"DESEMBER", 12}, {"DES", 12},      {"DEC", 12}};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (strcmp(name, months[i].name) == 0)
            return months[i].month;
    return 0;
}

/* --- dates --- */

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool valid(struct date d)
{
    return d.year >= 1900 && d.year <= 2100 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= month_days(d.year, d.month);
}

int date_days(struct date d)
{
    /* days of the civil calendar, years beginning in March */
    int y = d.month <= 2 ? d.year - 1 : d.year, era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static struct date date_of_days(int days)
{
    struct date d = {1970 + days / 366, 1, 1};
    while (date_days((struct date){d.year + 1, 1, 1}) <= days)
        d.year++;
    int left = days - date_days(d);
    for (; left >= month_days(d.year, d.month); d.month++)
        left -= month_days(d.year, d.month);
    d.day += left;
    return d;
}

static void put_digits(char *out, int value, int digits)
{
    for (int i = digits - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
}

void date_text(struct date d, char out[16])
{
    put_digits(out, d.year, 4);
    put_digits(out + 5, d.month, 2);
    put_digits(out + 8, d.day, 2);
    out[4] = out[7] = '-';
    out[10] = '\0';
}

/* Nothing, or a time: " 22:01:42", "T04:22", ".5" of a second, "Z". */
static bool time_or_end(struct cursor *c)
{
    int hour, minute, part;
    skip(c, "T ");
    if (c->p == c->end)
        return true;
    if (number(c, 2, &hour) == 0 || hour > 23 || c->p == c->end || (*c->p != ':' && *c->p != '.'))
        return false;
    c->p++;
    if (number(c, 2, &minute) != 2 || minute > 59)
        return false;
    while (c->p < c->end && (*c->p == ':' || *c->p == '.')) {
        c->p++;
        if (number(c, 9, &part) == 0)
            return false;
    }
    if (c->p < c->end && *c->p == 'Z')
        c->p++;
    return c->p == c->end;
}

static enum date_state serial(struct str s, struct date *d)
{
    struct cursor c = {s.ptr, s.ptr + s.len};
    int days, part;
    if (number(&c, 5, &days) != 5 || days < 10000)
        return DATE_INVALID;
    if (c.p < c.end && (*c.p == '.' || *c.p == ',')) {
        c.p++;
        while (number(&c, 9, &part) == 9)
            ;
    }
    if (c.p != c.end || days < 25569) /* before 1970: nobody's date here */
        return DATE_INVALID;
    *d = date_of_days(days - 25569);
    return valid(*d) ? DATE_SERIAL : DATE_INVALID;
}

enum date_state date_read(struct str s, struct date *d)
{
    static const char separators[] = " /-.";
    if (plain_date(s, &d->year, &d->month, &d->day))
        return valid(*d) ? DATE_READ : DATE_INVALID;
    if (number_word(s) == NUMBER_MISSING || str_is(s, "0"))
        return DATE_MISSING;
    if (s.len > 1 && s.ptr[0] == '\'')
        s = (struct str){s.ptr + 1, s.len - 1};
    const char *comma = is_letter(s.ptr[0]) ? memrchr(s.ptr, ',', s.len) : NULL; /* "KOTA, 12/01/2021" */
    if (comma)
        s = str_trim((struct str){comma + 1, s.len - (size_t)(comma + 1 - s.ptr)});
    if (serial(s, d) == DATE_SERIAL)
        return DATE_SERIAL;
    struct cursor c = {s.ptr, s.ptr + s.len};
    int first, last;
    char name[16];
    int n = number(&c, 4, &first);
    const char *before = c.p;
    skip(&c, separators);
    if (n == 0 || n == 3 || (c.p == before && !(c.p < c.end && is_letter(*c.p))))
        return DATE_INVALID;
    *d = (struct date){0};
    if (word(&c, name, sizeof name) > 0)
        d->month = month_of(name);
    else if (number(&c, 2, &d->month) == 0)
        return DATE_INVALID;
    before = c.p;
    skip(&c, separators);
    if (c.p == before && !is_letter(*(before - 1)))
        return DATE_INVALID;
    int m = number(&c, n == 4 ? 2 : 4, &last);
    if (n == 4 ? m == 0 : m != 4)
        return DATE_INVALID;
    d->year = n == 4 ? first : last;
    d->day = n == 4 ? last : first;
    return valid(*d) && time_or_end(&c) ? DATE_READ : DATE_INVALID;
}

/* --- periods --- */

static bool year_ok(int year)
{
    return year >= PERIOD_FIRST_YEAR && year <= PERIOD_LAST_YEAR;
}

/* Words that say nothing about which period it is. */
static bool idle_word(const char *w)
{
    static const char *const words[] = {"TAHUN",   "TA",       "TH",      "THN",  "BULAN",   "BLN",
                                        "KEADAAN", "PER",      "POSISI",  "DATA", "TANGGAL", "TGL",
                                        "PERIODE", "ANGGARAN", "KINERJA", NULL};
    for (size_t i = 0; words[i]; i++)
        if (strcmp(w, words[i]) == 0)
            return true;
    return false;
}

/* 'Q' or 'S' when the word announces a quarter or semester. */
static char part_word(const char *w)
{
    static const char *const quarter[] = {"TRIWULAN", "TW", "TRIW", "TRIM", "KUARTAL", "Q", NULL};
    static const char *const semester[] = {"SEMESTER", "SEM", "SMT", "S", NULL};
    for (size_t i = 0; quarter[i]; i++)
        if (strcmp(w, quarter[i]) == 0)
            return 'Q';
    for (size_t i = 0; semester[i]; i++)
        if (strcmp(w, semester[i]) == 0)
            return 'S';
    return 0;
}

static int roman(const char *w)
{
    static const char *const numerals[] = {"I", "II", "III", "IV"};
    for (int i = 0; i < 4; i++)
        if (strcmp(w, numerals[i]) == 0)
            return i + 1;
    return 0;
}

/* What was read so far; a second year, month or part spoils it. */
struct reading {
    int year, month, part, loose; /* loose: a number of one or two digits that is not placed yet */
    char kind;                    /* 'Q', 'S' announced */
    bool month_announced, cumulative;
};

/* "hingga", "sampai dengan", "s/d", "s.d.", "sd": the S was taken for a semester's. */
static bool until_word(struct reading *r, const char *w)
{
    static const char *const words[] = {"HINGGA", "SAMPAI", "SD", NULL};
    bool until = strcmp(w, "DENGAN") == 0 && r->cumulative;
    for (size_t i = 0; words[i]; i++)
        until = until || strcmp(w, words[i]) == 0;
    if (strcmp(w, "D") == 0 && r->kind == 'S' && !r->part) {
        r->kind = 0;
        until = true;
    }
    if (until && r->month == 1) /* "Januari s/d September" */
        r->month = 0;
    r->cumulative = r->cumulative || until;
    return until;
}

static bool take_word(struct reading *r, const char *w)
{
    if (until_word(r, w))
        return true;
    int month = month_of(w), part = r->kind && !r->part ? roman(w) : 0;
    char kind = part_word(w);
    if (part) {
        r->part = part;
        return true;
    }
    if (kind) {
        bool first = !r->kind;
        r->kind = kind;
        return first;
    }
    if (month) {
        bool first = !r->month;
        r->month = month;
        return first;
    }
    r->month_announced = r->month_announced || strcmp(w, "BULAN") == 0 || strcmp(w, "BLN") == 0;
    return idle_word(w);
}

static bool take_number(struct reading *r, int digits, int value)
{
    if (digits == 4) {
        bool first = !r->year;
        r->year = value;
        return first && year_ok(value);
    }
    if (digits > 2 || value == 0)
        return false;
    if (r->kind && !r->part) {
        r->part = value;
        return true;
    }
    bool first = !r->loose;
    r->loose = value;
    return first;
}

static bool settle(const struct reading *r, struct period *p)
{
    *p = (struct period){.year = r->year, .cumulative = r->cumulative};
    if (r->kind) {
        p->kind = r->kind;
        p->number = r->part;
        return r->part >= 1 && r->part <= (r->kind == 'Q' ? 4 : 2) && !r->month && !r->loose;
    }
    if (r->month || (r->loose && (r->year || r->month_announced))) {
        p->kind = 'M';
        p->number = r->month ? r->month : r->loose;
        return p->number <= 12 && !(r->month && r->loose); /* a day with its month is a date, read as such */
    }
    p->kind = 'Y';
    return r->year != 0 && !r->loose && !r->month_announced;
}

static bool set_last(struct period *p)
{
    if (!year_ok(p->year))
        return false;
    int month = p->kind == 'M'   ? p->number
                : p->kind == 'Q' ? p->number * 3
                : p->kind == 'S' ? p->number * 6
                                 : 12;
    p->last = date_days((struct date){p->year, month, month_days(p->year, month)});
    return true;
}

/* A year that passed through a column of floats: "2019.0". */
static struct str whole_year(struct str s)
{
    bool is = s.len == 6 && is_digit(s.ptr[0]) && memcmp(s.ptr + 4, ".0", 2) == 0;
    return is ? (struct str){s.ptr, 4} : s;
}

bool period_read(struct str s, struct period *p)
{
    s = whole_year(s);
    struct cursor c = {s.ptr, s.ptr + s.len};
    struct reading r = {0};
    struct date d;
    char w[16];
    int value;
    while (c.p < c.end) {
        skip(&c, " .:_-/,()");
        if (at_digit(&c) && date_read((struct str){c.p, (size_t)(c.end - c.p)}, &d) == DATE_READ) {
            *p = (struct period){.kind = 'M', .year = d.year, .number = d.month};
            return set_last(p) && !r.year && !r.month && !r.kind && !r.loose;
        }
        if (at_digit(&c)) {
            const char *begin = c.p;
            if (number(&c, 9, &value) == 9 || !take_number(&r, (int)(c.p - begin), value))
                return false;
        } else if (word(&c, w, sizeof w) > 0) {
            if (!take_word(&r, w))
                return false;
        } else if (c.p < c.end) {
            return false;
        }
    }
    return settle(&r, p) && (p->year == 0 || set_last(p));
}

bool period_complete(struct period *p, int year)
{
    if (p->year == 0)
        p->year = year;
    return p->last != 0 || set_last(p);
}

void period_code(const struct period *p, char out[12])
{
    put_digits(out, p->year, 4);
    out[4] = p->kind == 'Y' ? '\0' : '-';
    if (p->kind == 'M') {
        put_digits(out + 5, p->number, 2);
        out[7] = '\0';
    } else if (p->kind != 'Y') {
        out[5] = p->kind;
        out[6] = (char)('0' + p->number);
        out[7] = '\0';
    }
}

static void days_of(const struct period *p, int *first, int *last)
{
    int months = p->kind == 'Y' ? 12 : p->kind == 'S' ? 6 : p->kind == 'Q' ? 3 : 1;
    int number = p->kind == 'Y' ? 1 : p->number;
    *first = date_days((struct date){p->year, (number - 1) * months + 1, 1});
    *last = p->last;
}

bool period_contradicts(struct period a, struct period b)
{
    int first_a, last_a, first_b, last_b;
    int year = a.year ? a.year : b.year ? b.year : PERIOD_FIRST_YEAR;
    if (!period_complete(&a, year) || !period_complete(&b, year))
        return false;
    days_of(&a, &first_a, &last_a);
    days_of(&b, &first_b, &last_b);
    return !(first_a <= first_b && last_b <= last_a) && !(first_b <= first_a && last_a <= last_b);
}

bool period_same(const struct period *a, const struct period *b)
{
    return a->kind == b->kind && a->year == b->year && a->number == b->number;
}
