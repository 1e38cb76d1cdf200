#include "moment.h"

#include <stdio.h>

enum { HOUR_MS = 3600000, MINUTE_MS = 60000, SECOND_MS = 1000 };

struct moment_date moment_date(long days)
{
    days += 719468;
    long era = days / 146097, of_era = days % 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long march = (5 * of_year + 2) / 153;
    struct moment_date d = {year + era * 400, march < 10 ? march + 3 : march - 9,
                            of_year - (153 * march + 2) / 5 + 1};
    d.year += d.month <= 2;
    return d;
}

static long month_days(long year, long month)
{
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static struct moment_date next_day(struct moment_date d)
{
    if (++d.day > month_days(d.year, d.month)) {
        d.day = 1;
        d.year += d.month == 12;
        d.month = d.month % 12 + 1;
    }
    return d;
}

struct str moment_clock(struct arena *a, bool negative, long long ms)
{
    const char *sign = negative && ms > 0 ? "-" : "";
    long long hours = ms / HOUR_MS;
    int minutes = (int)(ms / MINUTE_MS % 60), seconds = (int)(ms / SECOND_MS % 60);
    if (ms % SECOND_MS == 0)
        return arena_printf(a, "%s%02lld:%02d:%02d", sign, hours, minutes, seconds);
    return arena_printf(a, "%s%02lld:%02d:%02d.%03d", sign, hours, minutes, seconds, (int)(ms % SECOND_MS));
}

struct str moment_text(struct arena *a, struct moment_date d, long long ms)
{
    if (ms == 0)
        return arena_printf(a, "%04ld-%02ld-%02ld", d.year, d.month, d.day);
    struct str clock = moment_clock(a, false, ms);
    return arena_printf(a, "%04ld-%02ld-%02ldT%.*s", d.year, d.month, d.day, STR_ARG(clock));
}

/* --- reading --- */

/* Takes digits, at least so many, at most nine. */
static bool take_number(struct str *s, size_t least, long *value)
{
    size_t n = 0;
    for (*value = 0; n < s->len && n < 9 && s->ptr[n] >= '0' && s->ptr[n] <= '9'; n++)
        *value = *value * 10 + (s->ptr[n] - '0');
    *s = (struct str){s->ptr + n, s->len - n};
    return n >= least;
}

static bool take(struct str *s, char c)
{
    if (s->len == 0 || *s->ptr != c)
        return false;
    *s = (struct str){s->ptr + 1, s->len - 1};
    return true;
}

/* Takes a fraction behind its mark as milliseconds, rounded; nothing is 0. */
static long take_fraction(struct str *s)
{
    long ms = 0, unit = 1000;
    if (!take(s, '.') && !take(s, ','))
        return 0;
    for (; s->len > 0 && *s->ptr >= '0' && *s->ptr <= '9'; *s = (struct str){s->ptr + 1, s->len - 1}) {
        long digit = *s->ptr - '0';
        if (unit > 1)
            ms += digit * (unit /= 10);
        else if (unit == 1)
            ms += digit >= 5, unit = 0;
    }
    return ms;
}

/* HH:MM or HH:MM:SS.fff as milliseconds. */
static bool take_clock(struct str *s, long *ms)
{
    long hours, minutes, seconds = 0;
    if (!take_number(s, 2, &hours) || !take(s, ':') || !take_number(s, 2, &minutes) ||
        (take(s, ':') && !take_number(s, 2, &seconds)))
        return false;
    *ms = hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + take_fraction(s);
    return hours <= 24 && minutes < 60 && seconds <= 60 && *ms <= MOMENT_DAY_MS;
}

static bool take_date(struct str *s, struct moment_date *d)
{
    return take_number(s, 4, &d->year) && d->year <= 9999 && take(s, '-') && take_number(s, 2, &d->month) &&
           take(s, '-') && take_number(s, 2, &d->day) && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= month_days(d->year, d->month);
}

/* True when nothing follows but a zone: Z, +07:00. */
static bool ends(struct str s)
{
    long hours, minutes;
    if (s.len == 0 || take(&s, 'Z'))
        return s.len == 0;
    return (take(&s, '+') || take(&s, '-')) && take_number(&s, 2, &hours) && take(&s, ':') &&
           take_number(&s, 2, &minutes) && s.len == 0;
}

bool moment_iso(struct arena *a, struct str stored, struct str *text)
{
    struct moment_date d;
    struct str rest = stored;
    long ms = 0;
    if (!take_date(&rest, &d)) {
        rest = stored;
        take(&rest, 'T');
        if (!take_clock(&rest, &ms) || !ends(rest))
            return false;
        *text = moment_clock(a, false, ms);
        return true;
    }
    if (((take(&rest, 'T') || take(&rest, ' ')) && !take_clock(&rest, &ms)) || !ends(rest))
        return false;
    if (ms == MOMENT_DAY_MS) {
        d = next_day(d);
        ms = 0;
    }
    *text = moment_text(a, d, ms);
    return d.year <= 9999;
}

/* A number and its letter, as milliseconds; nothing when the letter is another one. */
static bool take_unit(struct str *s, char letter, long unit, long long *ms)
{
    struct str rest = *s;
    long n;
    if (!take_number(&rest, 1, &n))
        return false;
    long fraction = letter == 'S' ? take_fraction(&rest) : 0;
    if (!take(&rest, letter))
        return false;
    *ms += (long long)n * unit + fraction;
    *s = rest;
    return true;
}

bool moment_duration(struct arena *a, struct str s, struct str *text)
{
    long long ms = 0;
    bool negative = take(&s, '-');
    if (!take(&s, 'P'))
        return false;
    bool any = take_unit(&s, 'D', MOMENT_DAY_MS, &ms);
    if (take(&s, 'T')) {
        any |= take_unit(&s, 'H', HOUR_MS, &ms);
        any |= take_unit(&s, 'M', MINUTE_MS, &ms);
        any |= take_unit(&s, 'S', SECOND_MS, &ms);
    }
    if (!any || s.len > 0)
        return false;
    *text = moment_clock(a, negative, ms);
    return true;
}
