/* growthrow.h - a row of a CSV file as a child to be scored: columns by their names, values as typed.
 *
 * Names are compared without case and blanks around them. A number may have either decimal mark; it has no
 * thousands. Empty cells and words for no value ("-", NA, …) are missing, as is 0.
 */
#ifndef KP2S_GROWTHROW_H
#define KP2S_GROWTHROW_H

#include "reason.h"
#include "zscore.h"

#include "csv.h"

enum growthrow_column {
    GROWTHROW_SEX,         /* 1 2, L P, M F, or the words */
    GROWTHROW_AGE_DAYS,    /* half a day counts as one */
    GROWTHROW_BIRTH_DATE,  /* as date.h reads them */
    GROWTHROW_MEASURED_ON, /* where age_days is missing */
    GROWTHROW_AGE_MONTHS,  /* where the dates are missing too: exact, not completed, months */
    GROWTHROW_WEIGHT,      /* kg */
    GROWTHROW_LENHEI,      /* cm */
    GROWTHROW_MEASURE,     /* l h, or the words */
    GROWTHROW_OEDEMA,      /* y n */
    GROWTHROW_HEADC,       /* cm */
    GROWTHROW_ARMC,        /* cm */
    GROWTHROW_COLUMNS
};
extern const char *const growthrow_names[GROWTHROW_COLUMNS];

/* Where they stand in a file; -1: nowhere. */
struct growthrow_header {
    int at[GROWTHROW_COLUMNS];
};
/* heading[i] is the name that column i has in this file, or NULL for its own. Every heading that is given
 * must be there; sex, an age and something measured are needed. False with e (ST_UNREADABLE). */
bool growthrow_find(struct growthrow_header *h, const struct csv_record *names,
                    const char *const heading[GROWTHROW_COLUMNS], const char *file, struct err *e);

/* What is wrong with a value, or with the whole row. */
struct growthrow_fault {
    enum growthrow_column column; /* GROWTHROW_COLUMNS: the row */
    enum reason reason;
};

struct growthrow {
    bool sex_known; /* without it there are no scores */
    struct zscore_child child;
    struct growthrow_fault fault[2 * GROWTHROW_COLUMNS];
    size_t faults;
};
void growthrow_read(struct growthrow *g, const struct growthrow_header *h, const struct csv_record *row);
/* A row that is cut: nothing of it is known. */
void growthrow_short(struct growthrow *g);
void growthrow_fault(struct growthrow *g, enum growthrow_column column, enum reason reason);

#endif
