/* date.h - dates and periods as agencies write them. Day first, always; years in four digits; a two-digit
 * year is no date. Month words and their abbreviations are Indonesian. */
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
 * "KOTA, 12/01/2021", each with or without a time behind, "44208". */
enum date_state date_read(struct str text, struct date *d);
/* Days since 1970-01-01. */
int date_days(struct date d);
void date_text(struct date d, char out[16]); /* YYYY-MM-DD */

/* A period of data. */
struct period {
    char kind;       /* 'Y', 'S', 'Q', 'M'; 0 none */
    int year;        /* 0 when the text names none ("Triwulan I") */
    int number;      /* of the semester, quarter or month */
    int last;        /* its last day, in days since 1970-01-01; 0 without a year */
    bool cumulative; /* "hingga": what was reached by its end, not in it alone */
};

/* The calendar of the warehouse. */
enum { PERIOD_FIRST_YEAR = 2015, PERIOD_LAST_YEAR = 2040 };

/* "2024", "2024.0", "TA 2024", "Triwulan I 2024", "TW 3 2024", "Semester 1 Tahun 2024", "Agustus 2024",
 * "2024-08", "2024-Q3", "KEADAAN 31 Oktober 2026", "2024-03-15 22:01:42" (the month), "2023 hingga bulan
 * September" (that month, cumulative). False when it reads as none. */
bool period_read(struct str text, struct period *p);
/* p with the year of another text, when it names none itself. False when there is no year then. */
bool period_complete(struct period *p, int year);
void period_code(const struct period *p, char out[12]); /* 2024, 2024-S1, 2024-Q3, 2024-08 */
bool period_same(const struct period *a, const struct period *b);
/* Neither lies in the other: a file of January with a sheet of November. Where one names no year it has the
 * other's. */
bool period_contradicts(struct period a, struct period b);

#endif
