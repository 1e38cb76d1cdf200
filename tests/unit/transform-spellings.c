/* links: transform */
/* Spellings by the million: what is written in any notation reads as what was meant, and no text has two
 * meanings. The generator has a fixed seed. */
#include "figure.h"
#include "measure.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* xorshift64*: the same numbers everywhere. */
static uint64_t state = 0x5eed0000c0ffee11;
static unsigned below(unsigned n)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (unsigned)((state * 0x2545F4914F6CDD1DU) >> 33) % n;
}

#define ANY(list) (list)[below(sizeof(list) / sizeof *(list))]

/* --- numbers --- */

/* A number of 15 digits at most: shortest decimal text, whole part and decimals. */
struct meant {
    char whole[20], decimals[8], text[32];
};

static struct meant a_number(void)
{
    struct meant m = {0};
    unsigned digits = 1 + below(15), decimals = below(3) ? below(7) : 0;
    if (digits + decimals > 15) /* Excel's digits: what is behind them may be noise */
        decimals = 15 - digits;
    for (unsigned i = 0; i < digits; i++)
        m.whole[i] = (char)('0' + (i == 0 && digits > 1 ? 1 + below(9) : below(10)));
    for (unsigned i = 0; i < decimals; i++)
        m.decimals[i] = (char)('0' + (i + 1 == decimals ? 1 + below(9) : below(10)));
    snprintf(m.text, sizeof m.text, "%s%s%s", m.whole, decimals ? "." : "", m.decimals);
    return m;
}

/* The number with that mark between its thousands (none: "") and before its decimals. */
static void print(const struct meant *m, const char *thousands, char decimal, char out[80])
{
    size_t n = strlen(m->whole);
    char *end = out;
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            end = stpcpy(end, thousands);
        *end++ = m->whole[i];
    }
    if (m->decimals[0])
        *end++ = decimal;
    stpcpy(end, m->decimals);
}

/* The mark in force, a text in it: one of the readings is what was meant, and the only one where the text has
 * no mark that fits two. */
static void check_print(char mark, const char *thousands)
{
    struct meant m = a_number();
    char body[80], text[100];
    static const char *const before[] = {"", "'", "+", "-", "\xE2\x88\x92", "- "};
    static const char *const after[] = {"", "", "%", " %"};
    const char *sign = ANY(before), *percent = ANY(after);
    print(&m, thousands, mark, body);
    snprintf(text, sizeof text, "%s%s%s", sign, body, percent);
    struct number n = number_read(str_c(text), mark);
    cr_assert_eq(n.state, NUMBER_VALUE, "'%s' with '%c'", text, mark);
    bool as_decimal = strcmp(n.decimal, m.text) == 0, as_grouped = strcmp(n.grouped, m.text) == 0;
    cr_assert(as_decimal || as_grouped, "'%s' with '%c' is %s or %s, not %s", text, mark, n.decimal,
              n.grouped, m.text);
    bool one_mark = (strlen(m.decimals) == 3 && !(thousands[0] && strlen(m.whole) > 3)) ||
                    (!m.decimals[0] && thousands[0] && strlen(m.whole) > 3 && strlen(m.whole) <= 6);
    cr_assert(one_mark || !n.decimal[0] || !n.grouped[0], "'%s' with '%c' has two readings", text, mark);
    bool minus = strchr("-\xE2", sign[0]) && sign[0] && strcmp(m.text, "0") != 0;
    cr_assert_eq(n.negative, minus, "'%s'", text);
    cr_assert_eq(n.percent, percent[0] != 0, "'%s'", text);
}

Test(spellings, numbers_read_as_printed)
{
    static const char *const none[] = {"", " ", "\xC2\xA0"};
    for (int i = 0; i < 150000; i++) {
        check_print(',', below(2) ? "." : ANY(none));
        check_print('.', below(2) ? "," : ANY(none));
    }
}

/* --- one text, one meaning --- */

enum reader { COUNT, MONEY, PERCENT, INDEX, WEIGHT, HEIGHT, MUAC, Z, READERS };

/* What the program takes the text for under a mark; empty when it refuses it or reads none. */
static const char *taken(struct stage *s, enum reader reader, struct str text, char mark,
                         char out[NUMBER_SIZE])
{
    static const enum field field[READERS] = {FIELD_NUMERATOR, FIELD_NUMERATOR, FIELD_REPORTED,
                                              FIELD_REPORTED,  FIELD_WEIGHT,    FIELD_HEIGHT,
                                              FIELD_MUAC,      FIELD_HAZ};
    const struct indicator indicator = {.percent = reader == PERCENT};
    struct figure f = {0};
    struct measure m = {0};
    s->findings = 0;
    s->rejected = false;
    s->source.mark = mark;
    s->row.field[field[reader]] = text;
    if (reader <= MONEY)
        f = figure_count(s, field[reader], reader == MONEY);
    else if (reader <= INDEX)
        f = figure_alone(s, field[reader], &indicator);
    else if (reader == Z)
        measure_z(s, field[reader], &m);
    else
        measure_read(s, field[reader], &m);
    bool given = reader <= INDEX ? f.state == FIGURE_VALUE : m.given;
    strcpy(out, !given ? "" : reader <= INDEX ? f.text : m.text);
    arena_reset(&s->scratch);
    return out;
}

static size_t a_text(char *out)
{
    static const char *const pieces[] = {"0",        "1",
                                         "2",        "5",
                                         "8",        "9",
                                         "12",       "34",
                                         "123",      "500",
                                         "000",      "05",
                                         ".",        ",",
                                         ".",        ",",
                                         ":",        "-",
                                         "+",        "%",
                                         " ",        "'",
                                         "/",        "(",
                                         "kg",       " cm",
                                         "gr",       "mm",
                                         "m",        "E",
                                         "O",        "l",
                                         "\xC2\xA0", "\xE2\x88\x92",
                                         "Mei",      "Des",
                                         "TS",       "8888",
                                         "45292"};
    size_t len = 0;
    if (below(4) == 0) /* a mark with three digits behind it */
        return (size_t)sprintf(out, "%u%c%03u%s", below(1000), below(2) ? ',' : '.', below(1000),
                               below(3) ? "" : " kg");
    for (unsigned n = 1 + below(6); n > 0; n--) {
        const char *piece = ANY(pieces);
        len = (size_t)(stpcpy(out + len, piece) - out);
    }
    struct str trimmed = str_trim((struct str){out, len});
    memmove(out, trimmed.ptr, trimmed.len);
    return trimmed.len;
}

/* Where no mark is declared, a text that the two marks read differently is refused, and what is taken is what
 * one of them reads. */
Test(spellings, no_text_has_two_meanings)
{
    struct stage *s = calloc(1, sizeof *s);
    char text[64], comma[NUMBER_SIZE], point[NUMBER_SIZE], none[NUMBER_SIZE], again[NUMBER_SIZE];
    long differing = 0, passed = 0;
    for (int i = 0; i < 60000; i++) {
        struct str t = {text, a_text(text)};
        for (enum reader r = COUNT; r < READERS; r++) {
            taken(s, r, t, ',', comma);
            taken(s, r, t, '.', point);
            taken(s, r, t, 0, none);
            bool differ = comma[0] && point[0] && strcmp(comma, point) != 0;
            cr_assert(!differ || !none[0], "%d '%.*s': %s, %s, undeclared %s", r, STR_ARG(t), comma, point,
                      none);
            cr_assert(!none[0] || strcmp(none, comma) == 0 || strcmp(none, point) == 0,
                      "%d '%.*s': %s, %s, undeclared %s", r, STR_ARG(t), comma, point, none);
            cr_assert_str_eq(taken(s, r, t, ',', again), comma, "%d '%.*s'", r, STR_ARG(t));
            differing += differ;
            passed += none[0] != 0;
        }
    }
    cr_expect_gt(differing, 100); /* else the texts are not such that the test could fail */
    cr_expect_gt(passed, 10000);
    arena_done(&s->scratch);
    free(s);
}

/* --- dates --- */

static const char *const long_names[] = {"Januari",   "Februari", "Maret",    "April",
                                         "Mei",       "Juni",     "Juli",     "Agustus",
                                         "September", "Oktober",  "November", "Desember"};
static const char *const short_names[] = {"Jan", "Peb", "Mrt", "Apr", "May", "Jun",
                                          "Jul", "Agt", "Sep", "Okt", "Nop", "Des"};

static int write_date(struct date d, int notation, char out[64])
{
    const char *month = long_names[d.month - 1], *abbreviated = short_names[d.month - 1];
    switch (notation) {
    case 0:
        return snprintf(out, 64, "%d/%d/%d", d.day, d.month, d.year);
    case 1:
        return snprintf(out, 64, "%02d/%02d/%d", d.day, d.month, d.year);
    case 2:
        return snprintf(out, 64, "%02d-%02d-%d", d.day, d.month, d.year);
    case 3:
        return snprintf(out, 64, "%02d.%02d.%d", d.day, d.month, d.year);
    case 4:
        return snprintf(out, 64, "%02d - %02d - %d", d.day, d.month, d.year);
    case 5:
        return snprintf(out, 64, "%d-%02d-%02d", d.year, d.month, d.day);
    case 6:
        return snprintf(out, 64, "%d/%d/%d", d.year, d.month, d.day);
    case 7:
        return snprintf(out, 64, "%d-%02d-%02dT04:22:47", d.year, d.month, d.day);
    case 8:
        return snprintf(out, 64, "%d %s %d", d.day, month, d.year);
    case 9:
        return snprintf(out, 64, "%02d-%s-%d", d.day, abbreviated, d.year);
    case 10:
        return snprintf(out, 64, "SLAWI, %d %s %d", d.day, month, d.year);
    case 11:
        return snprintf(out, 64, "%d/%d/%d 0:00:00", d.day, d.month, d.year);
    case 12:
        return snprintf(out, 64, "%d %s %d14:26:52", d.day, month, d.year);
    default:
        return snprintf(out, 64, "%d", date_days(d) + 25569);
    }
}

/* Every day of two centuries, in every notation; serials have five digits from 1927-05-18 on. */
Test(spellings, dates_read_as_written)
{
    enum { SERIAL = 13, FIRST_SERIAL = 10000 - 25569 };
    int last = date_days((struct date){2100, 12, 31});
    for (int day = date_days((struct date){1900, 1, 1}); day <= last; day++)
        for (int notation = 0; notation <= SERIAL; notation++) {
            struct date d = date_of_days(day), read;
            char text[64];
            if (notation == SERIAL && day < FIRST_SERIAL)
                continue;
            write_date(d, notation, text);
            enum date_state expected = notation == SERIAL ? DATE_SERIAL : DATE_READ;
            cr_assert_eq(date_read(str_c(text), &read), expected, "'%s'", text);
            cr_assert(read.year == d.year && read.month == d.month && read.day == d.day, "'%s'", text);
        }
}

/* Month first is never read, neither as such nor as something else. */
Test(spellings, month_first_is_no_date)
{
    for (int month = 1; month <= 12; month++)
        for (int day = 13; day <= 31; day++) {
            struct date d;
            char text[32];
            snprintf(text, sizeof text, "%02d/%02d/2024", month, day);
            cr_assert_eq(date_read(str_c(text), &d), DATE_INVALID, "'%s'", text);
        }
}

/* --- periods --- */

static void check_period(struct period meant, const char *text)
{
    struct period p;
    char code[12] = "", expected[12];
    period_code(&meant, expected);
    if (period_read(str_c(text), &p))
        period_code(&p, code);
    cr_assert_str_eq(code, expected, "'%s'", text);
    cr_assert(period_read(str_c(code), &p) && period_same(&p, &meant), "'%s'", code);
}

/* What stands before a month, and between it and its year. */
static const struct {
    const char *before, *between;
} forms[] = {{"", " "}, {"BULAN : ", " "}, {"", "/"}, {"Bulan ", " Tahun "}, {"KEADAAN ", " "}};

static void check_months(int year)
{
    char text[64];
    for (int m = 1; m <= 12; m++) {
        struct period p = {.kind = 'M', .year = year, .number = m};
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            snprintf(text, sizeof text, "%s%s%s%d", forms[i].before, long_names[m - 1], forms[i].between,
                     year);
            check_period(p, text);
            snprintf(text, sizeof text, "%s%s%s%d", forms[i].before, short_names[m - 1], forms[i].between,
                     year);
            check_period(p, text);
            snprintf(text, sizeof text, "%s%d%s%d", forms[i].before, m, forms[i].between, year);
            check_period(p, text);
        }
        snprintf(text, sizeof text, "B%02d %d", m, year);
        check_period(p, text);
        snprintf(text, sizeof text, "%d-%02d", year, m);
        check_period(p, text);
        snprintf(text, sizeof text, "%d%02d", year, m);
        check_period(p, text);
    }
}

static void check_parts(char kind, int year)
{
    static const char *const roman[] = {"I", "II", "III", "IV"};
    static const char *const quarter[] = {"Triwulan", "TW", "Trw.", "Kuartal", "Q"};
    static const char *const semester[] = {"Semester", "Sem", "SMT", "S", "Semester ke"};
    int parts = kind == 'Q' ? 4 : 2, months = 12 / parts;
    char text[96];
    for (int n = 1; n <= parts; n++)
        for (int i = 0; i < 5; i++) {
            struct period p = {.kind = kind, .year = year, .number = n};
            const char *word = kind == 'Q' ? quarter[i] : semester[i];
            const char *first = long_names[(n - 1) * months], *last = long_names[n * months - 1];
            snprintf(text, sizeof text, "%s %s %d", word, roman[n - 1], year);
            check_period(p, text);
            snprintf(text, sizeof text, "%s %d Tahun %d", word, n, year);
            check_period(p, text);
            snprintf(text, sizeof text, "%d %s-%s", year, word, roman[n - 1]);
            check_period(p, text);
            snprintf(text, sizeof text, "%s - %s %d", first, last, year);
            check_period(p, text);
            snprintf(text, sizeof text, "%s %d (%s - %s) %d", word, n, first, last, year);
            check_period(p, text);
        }
}

Test(spellings, periods_read_as_written)
{
    for (int year = PERIOD_FIRST_YEAR; year <= PERIOD_LAST_YEAR; year++) {
        struct period whole = {.kind = 'Y', .year = year};
        char text[64];
        static const char *const before[] = {"", "Tahun ", "TA ", "T.A. ", "Januari - Desember "};
        for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
            snprintf(text, sizeof text, "%s%d", before[i], year);
            check_period(whole, text);
        }
        snprintf(text, sizeof text, "%d.0", year);
        check_period(whole, text);
        check_months(year);
        check_parts('Q', year);
        check_parts('S', year);
    }
}

/* --- anything --- */

/* Random bytes: whatever is accepted is well formed, and is read alike when it is written again. */
Test(spellings, any_bytes)
{
    struct stage *s = calloc(1, sizeof *s);
    for (int i = 0; i < 100000; i++) {
        char bytes[24], out[NUMBER_SIZE], code[16], again[16];
        struct str t = {bytes, below(sizeof bytes)};
        for (size_t k = 0; k < t.len; k++)
            bytes[k] = below(3) ? "0123456789.,/:- %'JanMeiTW"[below(26)] : (char)below(256);
        t = str_trim(t);
        for (enum reader r = COUNT; r < READERS; r++) {
            const char *value = taken(s, r, t, ',', out);
            cr_assert(strspn(value, "0123456789.-") == strlen(value), "'%s'", value);
        }
        struct date d;
        struct period p, q;
        if (date_read(t, &d) == DATE_READ) {
            date_text(d, code);
            cr_assert_eq(date_read(str_c(code), &d), DATE_READ);
            date_text(d, again);
            cr_assert_str_eq(code, again);
        }
        if (period_read(t, &p) && period_complete(&p, 2024)) {
            period_code(&p, code);
            cr_assert(period_read(str_c(code), &q) && period_same(&p, &q), "'%s'", code);
        }
    }
    arena_done(&s->scratch);
    free(s);
}
