/* period.h - periods of data as titles and columns say them. */
#ifndef KP2S_PERIOD_H
#define KP2S_PERIOD_H

#include "str.h"

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
 * "2024-08", "202408", "2024-Q3", "KEADAAN 31 Oktober 2026", "2024-03-15 22:01:42" (the month), "Januari -
 * Maret 2024" (months that are a quarter, a semester or the year), "2023 hingga bulan September" (that month,
 * cumulative). False when it reads as none. */
bool period_read(struct str text, struct period *p);
/* p with the year of another text, when it names none itself. False when there is no year then. */
bool period_complete(struct period *p, int year);
void period_code(const struct period *p, char out[12]); /* 2024, 2024-S1, 2024-Q3, 2024-08 */
bool period_same(const struct period *a, const struct period *b);
/* Neither lies in the other: a file of January with a sheet of November. Where one names no year it has the
 * other's. */
bool period_contradicts(struct period a, struct period b);

#endif
