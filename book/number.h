/* number.h - numbers of a workbook: plain decimal text, and dates told by the cell's number format. */
#ifndef KP2S_NUMBER_H
#define KP2S_NUMBER_H

#include "str.h"

/* Plain decimal text of a number as a workbook stores it: no exponent, no idle zeros, the shortest text that
 * reads back as the same number. A whole number stored without exponent keeps every digit (a NIK has sixteen
 * and more). Lives in stored or in the arena. False when stored is not a number. */
bool number_plain(struct arena *a, struct str stored, struct str *plain);

enum number_kind {
    NUMBER_PLAIN,
    NUMBER_DATE,    /* a day, with or without a time */
    NUMBER_TIME,    /* a time of day */
    NUMBER_ELAPSED, /* hours beyond 24, [h]:mm:ss */
};
/* What a number format shows (ECMA-376 part 1, 18.8.30): its first section decides. code is empty for the
 * built-in formats. */
enum number_kind number_format(long id, struct str code);

/* ISO 8601 text of a serial number, rounded to the millisecond (forms: moment.h). False when the number is no
 * such thing (negative and no duration, beyond the year 9999, day zero): the caller then shows the number. */
bool number_date(struct arena *a, struct str stored, enum number_kind kind, bool epoch1904, struct str *iso);

/* --- exact sums --- */

/* A decimal number in units of 10^-NUMBER_SCALE. */
enum { NUMBER_SCALE = 18 };
/* Reads figures as agencies type them: decimal mark, the other mark between thousands. False when the text is
 * no number, can be read in two ways, or does not fit. */
bool number_exact(struct str text, char mark, __int128 *value);
/* Sum without overflow; false when it does not fit. */
bool number_add(__int128 *sum, __int128 value);
/* Text of it with that decimal mark. */
struct str number_text(struct arena *a, __int128 value, char mark);

#endif
