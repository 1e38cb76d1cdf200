/* fit.h - whether a layout fits a file, and what each row of its sheets then gives. */
#ifndef KP2S_FIT_H
#define KP2S_FIT_H

#include "head.h"

enum { PLAN_FRESH = 20 };

/* Where a field of a record comes from: a column, or the same text for all. */
struct slot {
    int col; /* 0: text */
    struct str text;
};

/* One record of a row: a slot for each field of the kind. */
struct pattern {
    struct slot slot[LAYOUT_MAX_FIELDS];
};

/* A sheet that is read. */
struct plan {
    size_t sheet;
    long heading, first_row; /* the heading's first row, the first one below it */
    struct mark *mark;       /* by which the heading is known where it stands again */
    size_t marks;
    struct str title[LAYOUT_MAX_TITLES]; /* what the cells above the table say; empty when nothing */
    int *hidden;                         /* columns that are read though they are hidden */
    size_t hiddens;
    int *filter;                          /* columns of the layout's filters, in their order */
    const struct path *fresh[PLAN_FRESH]; /* the first headings neither read nor known to the layout */
    size_t freshes;
    int *gone; /* fields of [columns] that may be missing, and are */
    size_t gones;
    struct str file_period;                /* what the file's name says, empty when nothing */
    struct slot column[LAYOUT_MAX_FIELDS]; /* of [columns], by field; col 0 when it has none here */
    struct pattern *pattern;
    size_t patterns;
};

struct fit {
    bool fits;
    struct plan *plan;
    size_t plans;
    bool ambiguous;            /* several sheets fit, and the layout takes one; missing: which */
    size_t wanted, found;      /* headings of the sheet that came nearest */
    struct str sheet, missing; /* that sheet, and its missing headings, quoted */
    struct str strange;        /* its headings that the layout does not know, quoted */
    struct str other;          /* its heading that only another form has; empty when it has none */
};

/* Tries a layout; what it finds lives in the arena. False only for run faults. */
bool fit_layout(struct heads *h, const struct layout *l, struct arena *a, struct fit *fit, struct err *e);

#endif
