#include "period.h"

#include "date.h"
#include "datetext.h"

static bool year_ok(int year)
{
    return year >= PERIOD_FIRST_YEAR && year <= PERIOD_LAST_YEAR;
}

static bool one_of(const char *w, const char *const *words)
{
    while (*words && strcmp(w, *words) != 0)
        words++;
    return *words != NULL;
}

/* What was read so far; a second year, month or part spoils it. */
struct reading {
    int year, month, to, part; /* to: the last month of several */
    int loose;                 /* a number of one or two digits that is not placed yet */
    char kind;                 /* 'Q', 'S' announced */
    bool month_announced, cumulative;
    bool after_month; /* the last word was a month */
    bool after_t;     /* the last word was the T of "T.A." */
};

/* Words that say nothing about which period it is. */
static bool idle_word(const struct reading *r, const char *w)
{
    static const char *const words[] = {"TAHUN",    "TA",      "TH",      "THN",  "BULAN",   "BLN", "KEADAAN",
                                        "PER",      "POSISI",  "KONDISI", "DATA", "TANGGAL", "TGL", "PERIODE",
                                        "ANGGARAN", "KINERJA", "KE",      "T",    NULL};
    return one_of(w, words) || (r->after_t && strcmp(w, "A") == 0);
}

/* 'Q' or 'S' when the word announces a quarter or semester. */
static char part_word(const char *w)
{
    static const char *const quarter[] = {"TRIWULAN", "TW", "TRIW", "TRW", "TRIM", "KUARTAL", "Q", NULL};
    static const char *const semester[] = {"SEMESTER", "SEM", "SMT", "S", NULL};
    return one_of(w, quarter) ? 'Q' : one_of(w, semester) ? 'S' : 0;
}

/* Which quarter or semester: "III", "ketiga"; 0 for any other word. */
static int ordinal(const char *w)
{
    static const char *const roman[] = {"I", "II", "III", "IV"};
    static const char *const word[] = {"PERTAMA", "KEDUA", "KETIGA", "KEEMPAT"};
    for (int i = 0; i < 4; i++)
        if (strcmp(w, roman[i]) == 0 || strcmp(w, word[i]) == 0)
            return i + 1;
    return 0;
}

/* "hingga", "sampai dengan", "s/d", "s.d.", "sd": the S was taken for a semester's. */
static bool until_word(struct reading *r, const char *w)
{
    static const char *const words[] = {"HINGGA", "SAMPAI", "SD", NULL};
    bool until = one_of(w, words) || (strcmp(w, "DENGAN") == 0 && r->cumulative);
    if (strcmp(w, "D") == 0 && r->kind == 'S' && !r->part) {
        r->kind = 0;
        until = true;
    }
    if (until && r->month == 1) /* "Januari s/d September" */
        r->month = 0;
    r->cumulative = r->cumulative || until;
    return until;
}

/* A second month is the last one of several only behind a dash. */
static bool take_month(struct reading *r, int month, bool range)
{
    if (!r->month) {
        r->month = month;
        return true;
    }
    bool last = range && !r->to;
    r->to = month;
    return last;
}

static bool take_word(struct reading *r, const char *w, bool dash)
{
    bool range = dash && r->after_month;
    r->after_month = false;
    if (until_word(r, w))
        return true;
    int month = datetext_month(w), part = r->kind && !r->part ? ordinal(w) : 0;
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
    if (month)
        return r->after_month = take_month(r, month, range);
    bool announced = strcmp(w, "BULAN") == 0 || strcmp(w, "BLN") == 0 || strcmp(w, "B") == 0;
    bool idle = announced || idle_word(r, w);
    r->month_announced = r->month_announced || announced;
    r->after_t = strcmp(w, "T") == 0;
    return idle;
}

static bool take_number(struct reading *r, int digits, int value)
{
    r->after_month = false;
    if (digits == 4) {
        bool first = !r->year;
        r->year = value;
        return first && year_ok(value);
    }
    if (digits == 6) { /* 202408 */
        bool first = !r->year && !r->month && value % 100 >= 1 && value % 100 <= 12;
        r->year = value / 100;
        r->month = value % 100;
        return first && year_ok(r->year);
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

/* The quarter, semester or year that some months are; false when they are none. */
static bool settle_months(const struct reading *r, struct period *p)
{
    int months = r->to - r->month + 1;
    p->kind = months == 3 ? 'Q' : months == 6 ? 'S' : months == 12 ? 'Y' : 0;
    if (!p->kind || r->to % months != 0 || r->loose || r->cumulative)
        return false;
    p->number = p->kind == 'Y' ? 0 : r->to / months;
    return !r->kind || (r->kind == p->kind && r->part == p->number); /* "Triwulan I (Januari - Maret)" */
}

static bool settle(const struct reading *r, struct period *p)
{
    *p = (struct period){.year = r->year, .cumulative = r->cumulative};
    if (r->after_t)
        return false;
    if (r->to)
        return settle_months(r, p);
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
    p->last = date_days((struct date){p->year, month, date_month_days(p->year, month)});
    return true;
}

/* A year that passed through a column of floats: "2019.0". Any other figure behind a mark ("2024.1") may be a
 * month as well as a quarter or a semester: *doubtful. */
static struct str whole_year(struct str s, bool *doubtful)
{
    bool is = s.len == 6 && (s.ptr[4] == '.' || s.ptr[4] == ',');
    for (size_t i = 0; i < s.len && is; i++)
        is = i == 4 || (s.ptr[i] >= '0' && s.ptr[i] <= '9');
    *doubtful = is && s.ptr[5] != '0';
    return is && !*doubtful ? (struct str){s.ptr, 4} : s;
}

/* Passes over what stands between words and numbers. True when there was a dash. */
static bool skip_marks(struct datetext *t)
{
    bool dash = false;
    for (;;) {
        datetext_skip(t, " .:_/,()");
        if (t->p < t->end && *t->p == '-')
            t->p++;
        else if (t->end - t->p >= 3 &&
                 (memcmp(t->p, "\xE2\x80\x93", 3) == 0 || memcmp(t->p, "\xE2\x80\x94", 3) == 0))
            t->p += 3;
        else
            return dash;
        dash = true;
    }
}

bool period_read(struct str s, struct period *p)
{
    bool doubtful;
    if (s.len > 1 && s.ptr[0] == '\'')
        s = (struct str){s.ptr + 1, s.len - 1};
    s = whole_year(s, &doubtful);
    struct datetext t = {s.ptr, s.ptr + s.len};
    struct reading r = {0};
    struct date d;
    char w[16];
    int value;
    while (t.p < t.end) {
        bool dash = skip_marks(&t);
        if (datetext_at_digit(&t) && date_read((struct str){t.p, (size_t)(t.end - t.p)}, &d) == DATE_READ) {
            *p = (struct period){.kind = 'M', .year = d.year, .number = d.month, .cumulative = r.cumulative};
            return set_last(p) && !r.year && !r.month && !r.kind && !r.loose;
        }
        if (datetext_at_digit(&t)) {
            const char *begin = t.p;
            if (datetext_number(&t, 9, &value) == 9 || !take_number(&r, (int)(t.p - begin), value))
                return false;
        } else if (datetext_word(&t, w, sizeof w) > 0) {
            if (!take_word(&r, w, dash))
                return false;
        } else if (t.p < t.end) {
            return false;
        }
    }
    return !doubtful && settle(&r, p) && (p->year == 0 || set_last(p));
}

bool period_complete(struct period *p, int year)
{
    if (p->year == 0)
        p->year = year;
    return p->last != 0 || set_last(p);
}

void period_code(const struct period *p, char out[12])
{
    datetext_put(out, p->year, 4);
    out[4] = p->kind == 'Y' ? '\0' : '-';
    if (p->kind == 'M') {
        datetext_put(out + 5, p->number, 2);
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
