#include "date.h"

#include "datetext.h"
#include "number.h"
#include "plain.h"

static const char separators[] = " /-.";

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

static bool valid(struct date d)
{
    return d.year >= 1900 && d.year <= 2100 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= date_month_days(d.year, d.month);
}

int date_days(struct date d)
{
    /* days of the civil calendar, years beginning in March */
    int y = d.month <= 2 ? d.year - 1 : d.year, era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_of_days(int days)
{
    enum { DAYS_BEFORE_1970 = 25567 }; /* from 1900-01-01 */
    struct date d = {1900 + (days + DAYS_BEFORE_1970) / 366, 1, 1};
    while (date_days((struct date){d.year + 1, 1, 1}) <= days)
        d.year++;
    int left = days - date_days(d);
    for (; left >= date_month_days(d.year, d.month); d.month++)
        left -= date_month_days(d.year, d.month);
    d.day += left;
    return d;
}

void date_text(struct date d, char out[16])
{
    datetext_put(out, d.year, 4);
    datetext_put(out + 5, d.month, 2);
    datetext_put(out + 8, d.day, 2);
    out[4] = out[7] = '-';
    out[10] = '\0';
}

/* Nothing, or the zone of a time. Zones of Indonesia are as good as none; in UTC the day is another from
 * 15:00 on in its east, from 17:00 on in its west. */
static bool zone(struct datetext *t, int hour)
{
    enum { LAST_HOUR_OF_UTC = 14 };
    struct str rest = {t->p, (size_t)(t->end - t->p)};
    if (str_is(rest, "Z") || str_is(rest, "+00:00"))
        return hour <= LAST_HOUR_OF_UTC;
    return rest.len == 0 || str_is(rest, "+07:00") || str_is(rest, "+08:00") || str_is(rest, "+09:00");
}

/* Nothing, or a time: " 22:01:42", "T04:22", ".5" of a second, a zone. */
static bool time_or_end(struct datetext *t)
{
    int hour, minute, part;
    datetext_skip(t, "T ");
    if (t->p == t->end)
        return true;
    if (datetext_number(t, 2, &hour) == 0 || hour > 23 || t->p == t->end || (*t->p != ':' && *t->p != '.'))
        return false;
    t->p++;
    if (datetext_number(t, 2, &minute) != 2 || minute > 59)
        return false;
    while (t->p < t->end && (*t->p == ':' || *t->p == '.')) {
        t->p++;
        if (datetext_number(t, 9, &part) == 0)
            return false;
    }
    return zone(t, hour);
}

static enum date_state serial(struct str s, struct date *d)
{
    enum { FIRST = 10000, DAYS_BEFORE_1970 = 25569 };
    struct datetext t = {s.ptr, s.ptr + s.len};
    int days, part;
    if (datetext_number(&t, 5, &days) != 5 || days < FIRST)
        return DATE_INVALID;
    if (t.p < t.end && (*t.p == '.' || *t.p == ',')) {
        t.p++;
        while (datetext_number(&t, 9, &part) == 9)
            ;
    }
    if (t.p != t.end)
        return DATE_INVALID;
    *d = date_of_days(days - DAYS_BEFORE_1970);
    return valid(*d) ? DATE_SERIAL : DATE_INVALID;
}

/* A number or a word, between separators. False when there is none. */
static bool month(struct datetext *t, int *out)
{
    char name[16];
    if (datetext_word(t, name, sizeof name) > 0)
        *out = datetext_month(name);
    else if (datetext_number(t, 2, out) == 0)
        return false;
    return true;
}

enum date_state date_read(struct str s, struct date *d)
{
    if (plain_date(s, &d->year, &d->month, &d->day))
        return valid(*d) ? DATE_READ : DATE_INVALID;
    if (number_word(s) == NUMBER_MISSING || str_is(s, "0"))
        return DATE_MISSING;
    if (s.len > 1 && s.ptr[0] == '\'')
        s = (struct str){s.ptr + 1, s.len - 1};
    struct datetext t = {s.ptr, s.ptr + s.len};
    const char *comma = datetext_at_letter(&t) ? memrchr(s.ptr, ',', s.len) : NULL; /* "KOTA, 12/01/2021" */
    if (comma)
        s = str_trim((struct str){comma + 1, s.len - (size_t)(comma + 1 - s.ptr)});
    if (serial(s, d) == DATE_SERIAL)
        return DATE_SERIAL;
    t = (struct datetext){s.ptr, s.ptr + s.len};
    int first, last;
    int n = datetext_number(&t, 4, &first);
    const char *before = t.p;
    datetext_skip(&t, separators);
    if (n == 0 || n == 3 || (t.p == before && !datetext_at_letter(&t)))
        return DATE_INVALID;
    *d = (struct date){0};
    bool named = datetext_at_letter(&t);
    if (!month(&t, &d->month))
        return DATE_INVALID;
    before = t.p;
    datetext_skip(&t, separators);
    if (t.p == before && !named)
        return DATE_INVALID;
    int m = datetext_number(&t, n == 4 ? 2 : 4, &last);
    if (n == 4 ? m == 0 : m != 4)
        return DATE_INVALID;
    d->year = n == 4 ? first : last;
    d->day = n == 4 ? last : first;
    return valid(*d) && time_or_end(&t) ? DATE_READ : DATE_INVALID;
}

bool date_day_and_month(struct str s, struct date *d)
{
    enum { LEAP_YEAR = 2000 };
    struct datetext t = {s.ptr, s.ptr + s.len};
    char name[16];
    *d = (struct date){.year = LEAP_YEAR};
    if (datetext_number(&t, 2, &d->day) == 0)
        return false;
    datetext_skip(&t, separators);
    if (datetext_word(&t, name, sizeof name) == 0)
        return false;
    d->month = datetext_month(name);
    return t.p == t.end && valid(*d);
}
