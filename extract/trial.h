/* trial.h - a layout tried on one heading of one sheet: which column gives which field, and what is missing.
 */
#ifndef KP2S_TRIAL_H
#define KP2S_TRIAL_H

#include "fit.h"

enum { TRIAL_MISSING = 5 };

/* A sheet with a heading row under trial. Who makes one sets the first block; all lives in the arena. */
struct trial {
    const struct layout *l;
    struct arena *a;
    const struct path *path;
    size_t paths;
    struct str sheet; /* folded name */
    bool *taken;      /* by column, up to the last that has a heading */
    size_t width;     /* of lists by column */

    struct plan plan;
    size_t room; /* for patterns */
    size_t wanted, found;
    size_t wordless; /* of those found: by patterns as "20*", which a date of a data row matches too */
    bool touches;    /* something found has its first heading in the first heading row */
    size_t missings;
    const struct variants *lost[TRIAL_MISSING]; /* the first headings missing */
    struct str other;                           /* a heading that only another form has */
};

/* Looks for all headings of the layout: columns, filters, groups; fills the plan's columns and patterns. */
void trial_heading(struct trial *t);
/* After it: headings that nothing reads, and fields that have none, into the plan. */
void trial_drift(struct trial *t);
/* Whether the group is looked for on the sheet of that (folded) name. */
bool trial_group_applies(const struct group *g, struct str sheet);

#endif
