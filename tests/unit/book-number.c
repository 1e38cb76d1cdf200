/* Numbers as workbooks store them, number formats, dates, exact sums. */
#include "number.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static struct arena a;

Test(number, plain_decimal_text)
{
    static const struct {
        const char *stored, *plain; /* NULL: no number */
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"0.0", "0"},
        {"12.5", "12.5"},
        {"12.50", "12.5"},
        {"007", "7"},
        {"+5", "5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"-3.25", "-3.25"},
        {"1E3", "1000"},
        {"1.5e-3", "0.0015"},
        {"3.3019E+15", "3301900000000000"},
        {"3.30190150223001E+15", "3301901502230010"},
        {"1e-20", "0.00000000000000000001"},
        {"0.1", "0.1"},
        {"0.10000000000000001", "0.1"},
        {"12.300000000000001", "12.3"},
        {"12.300000000000002", "12.300000000000002"},
        {"8.6999999999999993", "8.7"},
        {"100000000000000000000", "100000000000000000000"},
        {"3376905503230001", "3376905503230001"},
        {"9999999999999999", "9999999999999999"},
        {"33769055032300015", "33769055032300015"},
        {"1e400", "1" /* and 400 zeros: see below */},
        {"1e401", NULL},
        {"", NULL},
        {"-", NULL},
        {".", NULL},
        {"1,5", NULL},
        {"1.2.3", NULL},
        {"1e", NULL},
        {"0x10", NULL},
        {"nan", NULL},
        {" 1", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str plain;
        bool ok = number_plain(&a, str_c(cases[i].stored), &plain);
        cr_assert_eq(ok, cases[i].plain != NULL, "%s", cases[i].stored);
        if (ok && plain.len < 100)
            cr_assert(str_is(plain, cases[i].plain), "%s: %.*s", cases[i].stored, STR_ARG(plain));
        else if (ok)
            cr_assert_eq(plain.len, 401);
    }
}

/* The shortest text that reads back the same, by trial. */
static const char *shortest_by_trial(double value)
{
    static char text[40];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (strtod(text, NULL) == value)
            break;
    }
    return text;
}

Test(number, digits_that_a_double_cannot_hold_are_left_out)
{
    uint64_t random = 1;
    for (long i = 0; i < 300000; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        static const double powers[] = {1, 10, 100, 1e3, 1e5, 1e9, 1e14, 1e17};
        uint64_t digits = random >> (11 + i % 50);
        double value = (double)(digits + 1) / powers[random >> 8 & 7];
        value = i % 3 == 0 ? nextafter(value, i % 2 ? 1e300 : 0) : value;
        char stored[40];
        struct str plain, trial;
        switch (i % 5) { /* as workbooks have them: with a point, too */
        case 0:
            snprintf(stored, sizeof stored, "%.15e", value);
            break;
        case 1:
            snprintf(stored, sizeof stored, "%.16e", value);
            break;
        default:
            snprintf(stored, sizeof stored, i % 2 ? "%.17g" : "%.16g", i % 7 ? value : -value);
        }
        value = strtod(stored, NULL);
        arena_reset(&a);
        cr_assert(number_plain(&a, str_c(stored), &plain));
        cr_assert(number_plain(&a, str_c(shortest_by_trial(value)), &trial));
        cr_assert(str_eq(plain, trial), "%s: %.*s and %.*s", stored, STR_ARG(plain), STR_ARG(trial));
        cr_assert_eq(strtod(arena_cstr(&a, plain), NULL), value, "%s", stored);
    }
}

Test(number, formats)
{
    static const struct {
        long id;
        const char *code;
        enum number_kind kind;
    } cases[] = {
        {0, "", NUMBER_PLAIN},
        {2, "", NUMBER_PLAIN},
        {14, "", NUMBER_DATE},
        {22, "", NUMBER_DATE},
        {20, "", NUMBER_TIME},
        {46, "", NUMBER_ELAPSED},
        {49, "", NUMBER_PLAIN},
        {164, "dd/mm/yyyy", NUMBER_DATE},
        {164, "[$-421]dd mmmm yyyy;@", NUMBER_DATE},
        {164, "mmm-yy", NUMBER_DATE},
        {164, "mmmm", NUMBER_DATE},
        {164, "yyyy\\-mm\\-dd hh:mm", NUMBER_DATE},
        {164, "hh:mm:ss", NUMBER_TIME},
        {164, "h:mm AM/PM", NUMBER_TIME},
        {164, "mm:ss.0", NUMBER_TIME},
        {164, "yyyy\\-mm\\-dd hh:mm:ss\\.000", NUMBER_DATE},
        {164, "[ss].00", NUMBER_ELAPSED},
        {164, "[Blue]dd/mm/yy", NUMBER_DATE},
        {164, "[>=1]d mmm;hh:mm", NUMBER_DATE},
        {164, "yyyy\"年\"m\"月\"", NUMBER_DATE},
        {164, "0 desa", NUMBER_PLAIN},
        {164, "#,##0 USD", NUMBER_PLAIN},
        {164, "0\" s\" 0", NUMBER_PLAIN},
        {164, "[h]:mm:ss", NUMBER_ELAPSED},
        {164, "[mm]:ss", NUMBER_ELAPSED},
        {164, "0.00", NUMBER_PLAIN},
        {164, "#,##0.0_);[Red](#,##0.0)", NUMBER_PLAIN},
        {164, "General", NUMBER_PLAIN},
        {164, "0\" hari\"", NUMBER_PLAIN},
        {164, "0 \\d", NUMBER_PLAIN},
        {164, "0\" d/m/y\"", NUMBER_PLAIN},
        {164, "[Red]0", NUMBER_PLAIN},
        {164, "0.00E+00", NUMBER_PLAIN},
        {164, "_(* #,##0_);_(* (#,##0);_(* \"-\"_)", NUMBER_PLAIN},
        {164, "@", NUMBER_PLAIN},
        {164, "0;dd/mm", NUMBER_PLAIN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(number_format(cases[i].id, str_c(cases[i].code)), cases[i].kind, "%ld %s", cases[i].id,
                     cases[i].code);
}

Test(number, dates)
{
    static const struct {
        const char *stored;
        enum number_kind kind;
        bool epoch1904;
        const char *iso; /* NULL: no date */
    } cases[] = {
        {"1", NUMBER_DATE, false, "1900-01-01"},
        {"59", NUMBER_DATE, false, "1900-02-28"},
        {"60", NUMBER_DATE, false, "1900-02-29"},
        {"61", NUMBER_DATE, false, "1900-03-01"},
        {"44196", NUMBER_DATE, false, "2020-12-31"},
        {"45351", NUMBER_DATE, false, "2024-02-29"},
        {"42735", NUMBER_DATE, true, "2021-01-01"},
        {"0", NUMBER_DATE, true, "1904-01-01"},
        {"2958465", NUMBER_DATE, false, "9999-12-31"},
        {"2958466", NUMBER_DATE, false, NULL},
        {"44197.42372685185", NUMBER_DATE, false, "2021-01-01T10:10:10"},
        {"44197.42373", NUMBER_DATE, false, "2021-01-01T10:10:10.272"},
        {"44197.999999", NUMBER_DATE, false, "2021-01-01T23:59:59.914"},
        {"44197.999999999", NUMBER_DATE, false, "2021-01-02"},
        {"44561.99999999999", NUMBER_DATE, false, "2022-01-01"},
        {"0.5", NUMBER_TIME, false, "12:00:00"},
        {"0", NUMBER_TIME, false, "00:00:00"},
        {"0.5", NUMBER_DATE, false, "12:00:00"},
        {"44197.5", NUMBER_TIME, false, "2021-01-01T12:00:00"},
        {"10.632060185185185", NUMBER_ELAPSED, false, "255:10:10"},
        {"3.545138888888889", NUMBER_ELAPSED, false, "85:05:00"},
        {"0.25", NUMBER_ELAPSED, false, "06:00:00"},
        {"-1.5", NUMBER_ELAPSED, true, "-36:00:00"},
        {"0.00001", NUMBER_ELAPSED, false, "00:00:00.864"},
        {"1.999999999999", NUMBER_ELAPSED, false, "48:00:00"},
        {"0", NUMBER_DATE, false, NULL},
        {"-1", NUMBER_DATE, false, NULL},
        {"1e12", NUMBER_DATE, false, NULL},
        {"abc", NUMBER_DATE, false, NULL},
        {"44196", NUMBER_PLAIN, false, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str iso = STR("");
        bool ok = number_date(&a, str_c(cases[i].stored), cases[i].kind, cases[i].epoch1904, &iso);
        cr_assert_eq(ok, cases[i].iso != NULL, "%s", cases[i].stored);
        cr_assert(!ok || str_is(iso, cases[i].iso), "%s: %.*s", cases[i].stored, STR_ARG(iso));
    }
}

Test(number, exact_figures)
{
    static const struct {
        const char *text;
        char mark;
        const char *value; /* with a point; NULL: refused */
    } cases[] = {
        {"12", ',', "12"},
        {"12,5", ',', "12.5"},
        {"12.5", '.', "12.5"},
        {"1.234", ',', "1234"},
        {"1.234,56", ',', "1234.56"},
        {"13.313.518", ',', "13313518"},
        {"1,245,978", '.', "1245978"},
        {" -7 ", ',', "-7"},
        {"0,000000000000000001", ',', "0.000000000000000001"},
        {"1234567890123456789", ',', "1234567890123456789"},
        {"0,0000000000000000001", ',', NULL},
        {"123456789012345678901", ',', NULL},
        {"12.5", ',', NULL},
        {"1.2345", ',', NULL},
        {"1234.567", ',', NULL},
        {".5", '.', NULL},
        {"-", ',', NULL},
        {"", ',', NULL},
        {"NIHIL", ',', NULL},
        {"12 %", ',', NULL},
        {"#DIV/0!", ',', NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        __int128 value;
        bool ok = number_exact(str_c(cases[i].text), cases[i].mark, &value);
        cr_assert_eq(ok, cases[i].value != NULL, "%s", cases[i].text);
        if (ok) {
            struct str text = number_text(&a, value, '.');
            cr_assert(str_is(text, cases[i].value), "%s: %.*s", cases[i].text, STR_ARG(text));
        }
    }
}

Test(number, sums_are_exact_and_do_not_overflow)
{
    __int128 tenth, sum = 0, huge;
    number_exact(STR("0.1"), '.', &tenth);
    for (int i = 0; i < 10; i++)
        cr_assert(number_add(&sum, tenth));
    cr_assert(str_is(number_text(&a, sum, ','), "1"));
    number_add(&sum, tenth);
    cr_assert(str_is(number_text(&a, sum, ','), "1,1"));
    cr_assert(number_exact(STR("9999999999999999999"), '.', &huge));
    bool fits = true;
    for (int i = 0; i < 20 && fits; i++)
        fits = number_add(&sum, huge);
    cr_assert_not(fits);
}
