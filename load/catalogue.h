/* catalogue.h - a CSV file of etc/catalogue and the table of the warehouse it is brought into.
 *
 * The rows go to a temporary table by COPY; an SQL script compares them with the warehouse and touches only
 * what differs.
 */
#ifndef KP2S_CATALOGUE_H
#define KP2S_CATALOGUE_H

#include "pgcopy.h"

struct catalogue {
    const char *name;           /* for messages: "regions" */
    const char *file;           /* below catalogue/ */
    const char *const *columns; /* of the file, all needed; "line" is the line of the row; end with NULL */
    const char *check; /* gives a sentence for each fault, perhaps with its line; the first stops the work */
    const char *merge; /* a script; its last statement gives added, changed, removed */
};
extern const struct catalogue catalogues[]; /* in the order of loading; ends with a NULL name */

struct catalogue_counts {
    long rows, added, changed, removed;
};

/* COPY of slices into a temporary table of text columns, dropped at the end of the transaction. */
bool catalogue_table(struct pg *pg, const char *table, const char *const *columns, struct err *e);
bool catalogue_copy(struct pg *pg, const char *table, struct pg_copy *copy, struct err *e);
/* Inside a transaction. Faults of the file are ST_CONFIG with its path. */
bool catalogue_load(struct pg *pg, const struct catalogue *c, const char *etc,
                    struct catalogue_counts *counts, struct err *e);
/* Runs check and merge on temporary tables that are filled already; path names the file at fault. */
bool catalogue_merge(struct pg *pg, const char *check, const char *merge, struct catalogue_counts *counts,
                     const char *path, struct err *e);
/* All of instruments/ below etc, as catalogue_load. */
bool catalogue_instruments(struct pg *pg, const char *etc, struct catalogue_counts *counts, struct err *e);

#endif
