/* links: transform */
/* What is read quickly is read the same slowly: an apostrophe before a text leaves its meaning, and no quick
 * reading knows it */
#include "date.h"
#include "measure.h"
#include "number.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t dice = 11;

static unsigned below(unsigned n)
{
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((dice >> 33) % n);
}

/* A text like the pattern, in which 0 is any digit, now and then with a byte changed, added or lost. */
static size_t like(const char *pattern, char *out)
{
    static const char odd[] = "0019.,-/ :'%x";
    size_t n = 0;
    for (; *pattern; pattern++)
        out[n++] = *pattern == '0' ? (char)('0' + below(10)) : *pattern;
    if (below(4) == 0)
        out[below((unsigned)n)] = odd[below(sizeof odd - 1)];
    if (below(8) == 0)
        n--;
    else if (below(8) == 0)
        out[n++] = odd[below(sizeof odd - 1)];
    out[n] = '\0';
    return n;
}

static const char *const figures[] = {"0",  "00.0", "0.00",   "000.0", "-0.00",  "-0", "0.000",
                                      "-0", "000",  "00.000", "-0.0",  "000000", "0,0"};

Test(plain, figures)
{
    char text[40] = "'";
    for (int i = 0; i < 300000; i++) {
        size_t len = like(figures[below(sizeof figures / sizeof *figures)], text + 1);
        if ((text[1] < '0' || text[1] > '9') && text[1] != '-')
            continue; /* a word, or an apostrophe of its own */
        for (int mark = 0; mark < 2; mark++) {
            struct number quick = number_read((struct str){text + 1, len}, mark ? '.' : ',');
            struct number slow = number_read((struct str){text, len + 1}, mark ? '.' : ',');
            bool word = number_word((struct str){text + 1, len}) != NUMBER_VALUE;
            cr_assert(word || (quick.state == slow.state && quick.negative == slow.negative &&
                               quick.percent == slow.percent && quick.comma == slow.comma &&
                               strcmp(quick.decimal, slow.decimal) == 0 &&
                               strcmp(quick.grouped, slow.grouped) == 0),
                      "'%s' is read as '%s', slowly as '%s'", text + 1, quick.decimal, slow.decimal);
        }
    }
}

Test(plain, values)
{
    char text[40];
    for (int i = 0; i < 300000; i++) {
        like(figures[below(sizeof figures / sizeof *figures)], text);
        if (text[0] >= '0' && text[0] <= '9')
            cr_assert_eq(measure_value(text), strtod(text, NULL), "%s", text);
    }
    for (long n = 0; n < 200000; n++) {
        int len = sprintf(text, "%ld.%03ld", n / 1000, n % 1000);
        while (text[len - 1] == '0')
            text[--len] = '\0';
        if (text[len - 1] == '.')
            text[--len] = '\0';
        cr_assert_eq(measure_value(text), strtod(text, NULL), "%s", text);
    }
    cr_expect_eq(measure_value("12345678901234"), 12345678901234.0);
    cr_expect_eq(measure_value("0.1234567890123"), 0.1234567890123);
    cr_expect_eq(measure_value("0.12345678901234567"), 0.12345678901234567);
}

Test(plain, dates)
{
    static const char *const dates[] = {"2020-00-00", "0000-00-00", "2024-02-20", "2023-00-01", "1900-10-31"};
    char text[40] = "'";
    for (int i = 0; i < 300000; i++) {
        struct date quick = {0}, slow = {0};
        size_t len = like(dates[below(sizeof dates / sizeof *dates)], text + 1);
        if (text[1] < '0' || text[1] > '9')
            continue;
        enum date_state a = date_read((struct str){text + 1, len}, &quick),
                        b = date_read((struct str){text, len + 1}, &slow);
        cr_assert_eq(a, b, "%s", text + 1);
        if (a == DATE_READ)
            cr_assert(quick.year == slow.year && quick.month == slow.month && quick.day == slow.day, "%s",
                      text + 1);
    }
}
