#include "nik.h"
#include "plain.h"

#include <string.h>

enum { DIGITS = 16, TEMPORARY_DIGITS = 17, GIRLS = 40, ZEROS_LOST = 3, TAIL = 10 };

static int two(const char *digits)
{
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/* --- form --- */

static bool same_digits(const char *digits, size_t n)
{
    size_t i = 1;
    while (i < n && digits[i] == digits[0])
        i++;
    return i == n;
}

static bool in_order(const char *digits, size_t n, int step)
{
    size_t i = 1;
    while (i < n && digits[i] - '0' == (digits[i - 1] - '0' + 10 + step) % 10)
        i++;
    return i == n;
}

/* What people type when they have no number: 0000…, 9999…, 1234…, 9876…, a region and one digit ten times,
 * the serial 0000. */
static bool dummy(const char *digits, size_t n)
{
    return same_digits(digits, n) || in_order(digits, n, 1) || in_order(digits, n, -1) ||
           same_digits(digits + n - TAIL, TAIL) || memcmp(digits + n - 4, "0000", 4) == 0;
}

/* Numbers of provinces since there are NIK: 11 to 21, 31 to 36, 51 to 54 (Timor Timur), 61 to 65, 71 to 76,
 * 81, 82, 91 to 97. */
static bool province(int number)
{
    static const signed char last[] = {0, 9, 1, 6, 0, 4, 5, 6, 2, 7};
    return number % 10 >= 1 && number % 10 <= last[number / 10];
}

static bool day_of_month(int day, int month)
{
    static const signed char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static bool parts_occur(const char *digits)
{
    int day = two(digits + 6);
    return province(two(digits)) && day_of_month(day > GIRLS ? day - GIRLS : day, two(digits + 8));
}

static enum nik_worth worth_of(const char *digits, size_t n)
{
    if (n != DIGITS && n != TEMPORARY_DIGITS)
        return NIK_INVALID;
    if (dummy(digits, n))
        return NIK_DUMMY;
    if (!parts_occur(digits))
        return NIK_INVALID;
    if (n == TEMPORARY_DIGITS)
        return NIK_TEMPORARY;
    /* nobody is the thousandth of a day in a kecamatan: digits were rounded away */
    return memcmp(digits + n - ZEROS_LOST, "000", ZEROS_LOST) == 0 ? NIK_DAMAGED : NIK_GOOD;
}

/* --- reading --- */

/* "3.30101E+15", "7,31E+15": digits, one mark, an exponent. */
static bool exponent_form(struct str s)
{
    size_t e = 0;
    while (e < s.len && s.ptr[e] != 'E' && s.ptr[e] != 'e')
        e++;
    if (e == 0 || e + 1 >= s.len)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (i != e && !(c >= '0' && c <= '9') && !(i < e && (c == '.' || c == ',')) &&
            !(i == e + 1 && c == '+'))
            return false;
    }
    return true;
}

/* Bytes at i of what may stand between digits and means nothing; 0 when it is something else. */
static size_t filler(struct str s, size_t i)
{
    static const char *const long_ones[] = {
        "\xC2\xA0" /* no-break blank */, "\xE2\x80\x98" /* ‘ */, "\xE2\x80\x99" /* ’ */,
        "\xE2\x80\x8B" /* zero width */, "\xE2\x80\x93" /* – */, "\xEF\xBB\xBF" /* byte-order mark */};
    if (memchr(" .,-'`\"\t\r\n", s.ptr[i], 10))
        return 1;
    for (size_t k = 0; k < sizeof long_ones / sizeof *long_ones; k++) {
        size_t n = strlen(long_ones[k]);
        if (i + n <= s.len && memcmp(s.ptr + i, long_ones[k], n) == 0)
            return n;
    }
    return 0;
}

/* Without the noughts that programs write behind the mark of a whole number. */
static struct str whole(struct str s)
{
    size_t n = s.len;
    while (n > 0 && s.ptr[n - 1] == '0')
        n--;
    bool decimals = n > 1 && s.len - n >= 1 && s.len - n <= 2 && (s.ptr[n - 1] == '.' || s.ptr[n - 1] == ',');
    return decimals ? (struct str){s.ptr, n - 1} : s;
}

struct nik nik_read(struct str s)
{
    struct nik nik = {.worth = NIK_INVALID};
    size_t n = 0, skip;
    unsigned half;
    if (s.len == DIGITS && plain_digits(s.ptr, DIGITS / 2, &half) &&
        plain_digits(s.ptr + DIGITS / 2, DIGITS / 2, &half)) { /* as nearly all are */
        memcpy(nik.digits, s.ptr, DIGITS);
        nik.worth = worth_of(nik.digits, DIGITS);
        return nik;
    }
    if (s.len > 0 && s.ptr[0] == '\'')
        s = str_trim((struct str){s.ptr + 1, s.len - 1});
    if (s.len == 0 || str_is(s, "-") || str_is(s, "0")) {
        nik.worth = NIK_MISSING;
        return nik;
    }
    if (exponent_form(s)) {
        nik.worth = NIK_DAMAGED;
        return nik;
    }
    s = whole(s);
    for (size_t i = 0; i < s.len; i += skip) {
        char c = s.ptr[i];
        skip = 1;
        if (c >= '0' && c <= '9' && n < TEMPORARY_DIGITS)
            nik.digits[n++] = c;
        else if ((c >= '0' && c <= '9') || (skip = filler(s, i)) == 0)
            return nik;
    }
    nik.worth = worth_of(nik.digits, n);
    return nik;
}

struct nik kk_read(struct str s)
{
    struct nik kk = nik_read(s);
    if (kk.worth == NIK_TEMPORARY || (kk.worth == NIK_GOOD && two(kk.digits + 6) > GIRLS))
        kk.worth = NIK_INVALID;
    return kk;
}

/* --- parts --- */

void nik_regency(const struct nik *nik, char code[6])
{
    memcpy(code, nik->digits, 2);
    code[2] = '.';
    memcpy(code + 3, nik->digits + 2, 2);
    code[5] = '\0';
}

bool nik_disagrees(const struct nik *nik, const struct date *birth, char sex)
{
    int day = two(nik->digits + 6), month = two(nik->digits + 8), year = two(nik->digits + 10);
    char coded = day > GIRLS ? 'P' : 'L';
    if (birth &&
        (birth->day != day - (day > GIRLS ? GIRLS : 0) || birth->month != month || birth->year % 100 != year))
        return true;
    return sex && sex != coded;
}
