/* span.h - the period that a form is for: its code, its name in Indonesian, its days. */
#ifndef KP2S_TEMPLATE_SPAN_H
#define KP2S_TEMPLATE_SPAN_H

#include "err.h"
#include "str.h"

struct span_of_time {
    char kind; /* 'Y', 'S', 'Q', 'M' */
    int year, number;
    struct str name;       /* "2024", "Semester 1 Tahun 2024", "Triwulan III 2024", "Agustus 2024" */
    struct str year_text;  /* "2024" */
    long first, last;      /* its days as Excel counts them: 1 is 1 January 1900 */
    struct str last_day;   /* YYYY-MM-DD */
    struct str first_text; /* dd/mm/yyyy, as validation messages show it */
    struct str last_text;
};

/* Reads "2024", "2024-S1", "2024-Q3" or "2024-08" of the warehouse's calendar; texts live in the arena. */
bool span_read(const char *code, struct arena *a, struct span_of_time *s, struct err *e);

#endif
