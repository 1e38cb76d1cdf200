/* day.h - days as numbers (0 is 1 January 1970), for dates of birth and of measuring. */
#ifndef KP2S_SAMPLE_DAY_H
#define KP2S_SAMPLE_DAY_H

struct date {
    int year, month, day;
};

int day_of(int year, int month, int day);
struct date day_date(int day);
/* The number Excel stores for it (1900 epoch). */
int day_serial(int day);

extern const char *const day_months[12]; /* Indonesian: "Januari" … */

#endif
