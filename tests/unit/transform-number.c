/* links: transform */
#include "number.h"

#include <criterion/criterion.h>

struct figure {
    const char *text;
    char mark;
    enum number_state state;
    const char *decimal, *grouped;
    bool negative, percent;
};

Test(number, figures)
{
    static const struct figure figures[] = {
        {"1.234,5", ',', NUMBER_VALUE, "1234.5", "", false, false},
        {"1,234.5", ',', NUMBER_VALUE, "1234.5", "", false, false},
        {"91,4", ',', NUMBER_VALUE, "91.4", "", false, false},
        {"91.4", ',', NUMBER_VALUE, "91.4", "", false, false},
        {"91.4", '.', NUMBER_VALUE, "91.4", "", false, false},
        {"91,4", '.', NUMBER_INVALID, "", "", false, false},
        {"13.313.518", ',', NUMBER_VALUE, "", "13313518", false, false},
        {"1,245,978", ',', NUMBER_VALUE, "", "1245978", false, false},
        {"1.245.978,50", ',', NUMBER_VALUE, "1245978.5", "", false, false},
        {"3.149", ',', NUMBER_VALUE, "3.149", "3149", false, false},
        {"3,149", ',', NUMBER_VALUE, "3.149", "3149", false, false},
        {"3.149", '.', NUMBER_VALUE, "3.149", "", false, false},
        {"3,149", '.', NUMBER_VALUE, "", "3149", false, false},
        {"0.149", ',', NUMBER_VALUE, "0.149", "", false, false},
        {"1 234 567", ',', NUMBER_VALUE, "", "1234567", false, false},
        {"73,57%", ',', NUMBER_VALUE, "73.57", "", false, true},
        {"8.6 %", ',', NUMBER_VALUE, "8.6", "", false, true},
        {"-3", ',', NUMBER_VALUE, "3", "", true, false},
        {"\xE2\x88\x92"
         "2,5",
         ',', NUMBER_VALUE, "2.5", "", true, false},
        {"-0,0", ',', NUMBER_VALUE, "0", "", false, false},
        {"007", ',', NUMBER_VALUE, "7", "", false, false},
        {",5", ',', NUMBER_VALUE, "0.5", "", false, false},
        {"5,", ',', NUMBER_INVALID, "", "", false, false},
        {"12.34.56", ',', NUMBER_INVALID, "", "", false, false},
        {"1.23.456", ',', NUMBER_INVALID, "", "", false, false},
        {"1,3,8", ',', NUMBER_INVALID, "", "", false, false},
        {"1.234.5", ',', NUMBER_INVALID, "", "", false, false},
        {"12 5", ',', NUMBER_INVALID, "", "", false, false},
        {"7 KK", ',', NUMBER_INVALID, "", "", false, false},
        {"nihil", ',', NUMBER_INVALID, "", "", false, false},
        {"-", ',', NUMBER_MISSING, "", "", false, false},
        {"\xE2\x80\x93", ',', NUMBER_MISSING, "", "", false, false},
        {"", ',', NUMBER_MISSING, "", "", false, false},
        {"~", ',', NUMBER_MISSING, "", "", false, false},
        {"n/a", ',', NUMBER_MISSING, "", "", false, false},
        {"TAD", ',', NUMBER_MISSING, "", "", false, false},
        {"Belum ada", ',', NUMBER_MISSING, "", "", false, false},
        {"TS", ',', NUMBER_NA, "", "", false, false},
        {"Tidak Berlaku", ',', NUMBER_NA, "", "", false, false},
        {"#DIV/0!", ',', NUMBER_ERROR, "", "", false, false},
        {"#N/A", ',', NUMBER_ERROR, "", "", false, false},
        {"#CALC!", ',', NUMBER_ERROR, "", "", false, false},
        {"#8", ',', NUMBER_ERROR, "", "", false, false},
        {"#GETTING_DATA", ',', NUMBER_ERROR, "", "", false, false},
        {"#BELUM DIHITUNG!", ',', NUMBER_ERROR, "", "", false, false},
        {"#", ',', NUMBER_INVALID, "", "", false, false},
        {"####", ',', NUMBER_INVALID, "", "", false, false},
        {"#N/A data", ',', NUMBER_INVALID, "", "", false, false},
        {"#N/A\xC2\xA0"
         "data",
         ',', NUMBER_INVALID, "", "", false, false},
        {"1234567890123456789012345678901", ',', NUMBER_INVALID, "", "", false, false},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const struct figure *f = &figures[i];
        struct number n = number_read(str_c(f->text), f->mark);
        cr_expect_eq(n.state, f->state, "'%s' with '%c': state %d", f->text, f->mark, n.state);
        cr_expect_str_eq(n.decimal, f->decimal, "'%s' with '%c'", f->text, f->mark);
        cr_expect_str_eq(n.grouped, f->grouped, "'%s' with '%c'", f->text, f->mark);
        cr_expect_eq(n.negative, f->negative, "'%s'", f->text);
        cr_expect_eq(n.percent, f->percent, "'%s'", f->text);
    }
}

Test(number, shift)
{
    static const struct {
        const char *from;
        int places;
        const char *to;
    } rows[] = {{"8123", -3, "8.123"}, {"0.705", 2, "70.5"}, {"145", -1, "14.5"}, {"5", -3, "0.005"},
                {"1", 2, "100"},       {"12.5", 1, "125"},   {"0", 2, "0"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[NUMBER_SIZE];
        cr_assert(number_shift(rows[i].from, rows[i].places, out));
        cr_expect_str_eq(out, rows[i].to, "%s by %d", rows[i].from, rows[i].places);
    }
    char out[NUMBER_SIZE];
    cr_expect_not(number_shift("1234567890123456789012345678", 12, out));
}

Test(number, hundredths)
{
    static const struct {
        const char *text;
        long value;
    } rows[] = {{"-2.42", -242}, {"2.675", 268}, {"-2.675", -268}, {"0.004", 0},
                {"0.005", 1},    {"7", 700},     {"-1.5", -150}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(number_hundredths(str_c(rows[i].text)), rows[i].value, "%s", rows[i].text);
}

Test(number, percent_differs_by_more_than_a_tenth)
{
    static const struct {
        const char *n, *d, *percent;
        bool differs;
    } rows[] = {
        {"1", "3", "33.3", false},
        {"1", "3", "33.3333333333333", false},
        {"1", "3", "33.5", true},
        {"1", "2", "50.1", false},
        {"1", "2", "50.11", true},
        {"1", "2", "49.9", false},
        {"1", "2", "49.89", true},
        {"0", "5", "0", false},
        {"5", "5", "1", true},
        {"999999999999999", "999999999999999", "100", false},
        {"1", "2", "91423000000000000", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(number_percent_differs(rows[i].n, rows[i].d, rows[i].percent), rows[i].differs,
                     "%s of %s, %s", rows[i].n, rows[i].d, rows[i].percent);
}
