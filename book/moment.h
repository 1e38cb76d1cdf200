/* moment.h - dates, times of day and durations as ISO 8601 text, to the millisecond.
 *
 * YYYY-MM-DD; YYYY-MM-DDTHH:MM:SS where the time is not midnight; HH:MM:SS for times and durations, the hours
 * of a duration going beyond 24. A fraction of a second follows as .mmm, when there is one.
 */
#ifndef KP2S_MOMENT_H
#define KP2S_MOMENT_H

#include "str.h"

struct moment_date {
    long year, month, day;
};

enum { MOMENT_DAY_MS = 86400000 };

/* Gregorian date of a day counted from 1970-01-01. */
struct moment_date moment_date(long days);
/* ms: since midnight, less than a day. The texts live in the arena. */
struct str moment_text(struct arena *a, struct moment_date date, long long ms);
struct str moment_clock(struct arena *a, bool negative, long long ms);

/* Reads an ISO date, date with time, or time, as workbooks store them: fraction of a second and zone allowed,
 * the zone left out. False when it is none. */
bool moment_iso(struct arena *a, struct str stored, struct str *text);
/* Reads an ISO duration, PT06H30M15.5S or P1DT2H, also a negative one. False when it is none, or is told in
 * months or years. */
bool moment_duration(struct arena *a, struct str stored, struct str *text);

#endif
