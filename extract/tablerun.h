/* tablerun.h - the tables of a sheet under way, which table.c and tablehead.c share.
 */
#ifndef KP2S_TABLERUN_H
#define KP2S_TABLERUN_H

#include "hidden.h"
#include "table.h"
#include "totals.h"

/* Text that rows below take: a value for their empty cells, or a title. */
struct carried {
    char *ptr;
    size_t len, room;
};

struct table_run {
    const struct layout *l;
    const struct plan *plan;
    const struct str *source_title;
    struct stream_writer *w;
    struct tally *tally;
    const struct watch *watch; /* or NULL */
    struct err *e;
    struct str file, sheet;
    struct arena run, scratch; /* scratch: reset for each row */

    int field[LAYOUT_MAX_FIELDS]; /* of the columns of D records */
    size_t fields;
    int value[LAYOUT_MAX_FIELDS]; /* the fields of kind_values */
    size_t values;
    int width;                                 /* last column that is read */
    bool *read;                                /* by column */
    struct str *text;                          /* by column: the present row, as records have it */
    struct str *filtered;                      /* by filter: its cell of the present row */
    struct carried carried[LAYOUT_MAX_FIELDS]; /* by position in [fill] */
    struct carried title[LAYOUT_MAX_TITLES];   /* of the present table */
    bool said;                                 /* the stream says the present table's titles */
    struct totals *totals;
    struct hidden_rows hidden;
    bool begun;   /* a data row was seen since the heading */
    bool stopped; /* behind a word of [stop], up to the next heading */
    long again;   /* row at which the heading stands again; 0: it did not yet */
    long first_again, agains;
    int heading; /* last column that is filled in the heading */
};

void carry(struct carried *c, struct str text);
struct str carried_text(const struct carried *c);

/* The present table begins, at first or with other titles than before: its S. */
void table_say(struct table_run *t);
/* Takes what titles a row below the heading holds; *any tells whether it holds any. */
bool table_titles(struct table_run *t, const struct row *row, bool *any);
/* True for a row of the heading that stands again, as after a page break or above a further table, which
 * begins with the first. */
bool table_heading(struct table_run *t, const struct row *row);

#endif
