/* guesstitle.h - patterns for the texts around a table: above it, in the names of sheet and file.
 */
#ifndef KP2S_GUESSTITLE_H
#define KP2S_GUESSTITLE_H

#include "guesssheet.h"

enum { GTITLES = 16, GTITLE_PERIOD = 0 };

/* A key of [titles] and its pattern. Values are never kept: a title may name a person. */
struct gtitle {
    const char *field;
    struct str pattern;
    long row; /* where it was seen */
};

struct gtitles {
    struct gtitle title[GTITLES];
    size_t n;
};

/* What the rows above a sheet's table say, for fields that no column fills. Lives in the arena. */
void gtitles_find(const struct gsheet *s, const struct gplaces *places, struct arena *a, struct gtitles *t);
/* All text above the table, for comparing. */
struct str gtitles_text(const struct gsheet *s, struct arena *a);
/* A pattern that takes the period from the name of a sheet or file; empty when it says none. */
struct str gtitles_period_of_name(struct str name, struct arena *a);

#endif
