/* date.h - dates as agencies write them. Day first, always; years in four digits: a two-digit year is no
 * date. Month names and their abbreviations are Indonesian or English. */
#ifndef KP2S_DATE_H
#define KP2S_DATE_H

#include "str.h"

struct date {
    int year, month, day;
};

enum date_state {
    DATE_READ,
    DATE_SERIAL, /* read from an Excel serial of five digits (days since 1899-12-30) */
    DATE_MISSING,
    DATE_INVALID,
};

/* "12/01/2021", "12-1-2021", "12.01.2021", "2021-01-12", "2021/01/12", "12 Januari 2021", "12-Jan-2021",
 * "KOTA, 12/01/2021", each with or without a time behind, "44208". A time in UTC is read where it is the same
 * day all over Indonesia: before 15:00. Years 1900 to 2100. */
enum date_state date_read(struct str text, struct date *d);
/* A day and a month without a year, as Excel shows a figure that it took for a date: "12.May", "10-Des". */
bool date_day_and_month(struct str text, struct date *d);
/* Days since 1970-01-01, and back, from 1900 on. */
int date_days(struct date d);
struct date date_of_days(int days);
int date_month_days(int year, int month);
void date_text(struct date d, char out[16]); /* YYYY-MM-DD */

#endif
