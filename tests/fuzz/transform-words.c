/* Figures, dates, periods and names of regions as agencies type them. */
#include "fuzz.h"

#include "date.h"
#include "number.h"
#include "period.h"
#include "regname.h"

/* Decimal text without sign and without idle zeros. */
static bool is_decimal(const char *s)
{
    size_t whole = strspn(s, "0123456789"), after = s[whole] == '.' ? strspn(s + whole + 1, "0123456789") : 0;
    if (whole == 0 || (s[0] == '0' && whole > 1))
        return false;
    return s[whole] == '\0' || (after > 0 && s[whole + 1 + after] == '\0' && s[whole + after] != '0');
}

static void check_number(struct str text, char mark)
{
    struct number n = number_read(text, mark);
    char shifted[NUMBER_SIZE];
    if (n.state != NUMBER_VALUE)
        return;
    FUZZ_CHECK(n.decimal[0] || n.grouped[0]);
    FUZZ_CHECK(!n.decimal[0] || is_decimal(n.decimal));
    FUZZ_CHECK(!n.grouped[0] || is_decimal(n.grouped));
    for (int places = -4; places <= 4; places++)
        if (n.decimal[0] && number_shift(n.decimal, places, shifted))
            FUZZ_CHECK(is_decimal(shifted));
    if (n.decimal[0])
        number_hundredths(str_c(n.decimal));
}

static void check_date(struct str text)
{
    struct date d, again;
    enum date_state state = date_read(text, &d);
    char iso[16];
    if (state != DATE_READ && state != DATE_SERIAL)
        return;
    date_text(d, iso);
    FUZZ_CHECK(date_read(str_c(iso), &again) == DATE_READ && date_days(again) == date_days(d));
}

static void check_period(struct str text)
{
    struct period p, again;
    char code[12];
    if (!period_read(text, &p) || !period_complete(&p, 2024))
        return;
    FUZZ_CHECK(strchr("YSQM", p.kind) && p.kind);
    period_code(&p, code);
    FUZZ_CHECK(period_read(str_c(code), &again) && period_same(&p, &again));
}

static void check_name(struct str text)
{
    struct regname n;
    char letters[50];
    for (int level = 1; level <= 4; level++) {
        struct str left = text, above[5] = {{0}};
        regname_cut(&left, level, above);
        FUZZ_CHECK(left.len <= text.len);
        for (int i = 0; i < 5; i++) /* of lower levels nothing is said, and what is said stands in the text */
            FUZZ_CHECK(i > 0 && i < level ? above[i].len + left.len <= text.len : above[i].len == 0);
        regname_make(&n, text, level);
        for (int form = 0; form < REGNAME_FORMS; form++)
            for (int stripped = 0; stripped < 2; stripped++)
                FUZZ_CHECK(n.len[form][stripped] <= REGNAME_SIZE);
    }
    FUZZ_CHECK(regname_letters(text, letters, sizeof letters) <= sizeof letters);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    check_number(text, ',');
    check_number(text, '.');
    check_number(text, 0);
    check_date(text);
    check_period(text);
    check_name(text);
    return 0;
}
