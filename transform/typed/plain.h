/* plain.h - the form in which nearly all figures and dates come: as a program writes them.
 *
 * What it reads is read the same by number_read() and date_read() without it, only slower; it knows nothing
 * of what else people type.
 */
#ifndef KP2S_PLAIN_H
#define KP2S_PLAIN_H

#include "str.h"

/* The number that len digits make, nine at most; false when a byte is none. */
static inline bool plain_digits(const char *p, size_t len, unsigned *value)
{
    unsigned n = 0, odd = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned digit = (unsigned char)p[i] - (unsigned)'0';
        odd |= digit > 9;
        n = n * 10 + digit;
    }
    *value = n;
    return !odd;
}

/* "2024-08-31": whether it is a day of the calendar is not looked at. */
static inline bool plain_date(struct str s, int *year, int *month, int *day)
{
    unsigned y, m, d;
    if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-' || !plain_digits(s.ptr, 4, &y) ||
        !plain_digits(s.ptr + 5, 2, &m) || !plain_digits(s.ptr + 8, 2, &d))
        return false;
    *year = (int)y;
    *month = (int)m;
    *day = (int)d;
    return true;
}

enum { PLAIN_DIGITS = 15 };

/* "13.9", "85": digits without needless zeros, and at most one point with digits behind it. Digits before the
 * point and behind it; 0 of the latter without a point. */
static inline bool plain_figure(struct str s, size_t *whole, size_t *fraction)
{
    size_t i = 0, point = s.len;
    if (s.len == 0 || s.len > PLAIN_DIGITS)
        return false;
    for (; i < s.len; i++)
        if (s.ptr[i] == '.' && point == s.len)
            point = i;
        else if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    *whole = point;
    *fraction = point < s.len ? s.len - point - 1 : 0;
    return *whole > 0 && (s.ptr[0] != '0' || *whole == 1) &&
           (point == s.len || (*fraction > 0 && s.ptr[s.len - 1] != '0'));
}

#endif
