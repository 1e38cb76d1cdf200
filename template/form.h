/* form.h - the blank form that a layout reads back: its sheets, titles, columns and rows, before any are
 * written.
 *
 * Texts are the first variant of each heading that can be written as it stands. Lives in the arena.
 */
#ifndef KP2S_TEMPLATE_FORM_H
#define KP2S_TEMPLATE_FORM_H

#include "layout.h"
#include "meaning.h"
#include "place.h"
#include "span.h"

enum { FORM_MAX_COLUMNS = 200, FORM_MAX_SHEETS = 60 };
/* Columns that the layout does not read, in place of a field. */
enum { FORM_NUMBER = -1, FORM_ITEM = -2 };

/* What the rows are. */
enum form_rows { ROWS_PLACES, ROWS_BLANK, ROWS_ITEMS };

struct form_column {
    struct str path[LAYOUT_MAX_ROWS]; /* heading, from the top */
    long depth;
    int field;                 /* of the layout's kind, or FORM_NUMBER, FORM_ITEM */
    const struct group *group; /* that reads it first; NULL: read for all records */
    int partner[2];            /* columns of the numerator and the denominator it belongs with; -1 none */
};

struct form_sheet {
    struct str name;
    struct form_column *column;
    size_t columns, records; /* records that a row gives */
};

/* A cell above the table: a label, with the text behind it that is known, or an empty cell to fill. */
struct form_title {
    int title; /* index as of struct layout */
    struct str label, text;
};

struct form {
    const struct layout *layout;
    const struct catalogue *catalogue;
    const struct places *places;
    const struct span_of_time *span;
    enum form_rows rows;
    int level;        /* of the places of the rows */
    long blank;       /* rows, where they are blank */
    long heading_row; /* from 0 */
    struct form_title title[LAYOUT_MAX_TITLES];
    size_t titles;
    struct form_sheet sheet[FORM_MAX_SHEETS];
    size_t sheets;
};

/* Lays the form out; what f points to before (layout to blank) is the caller's. ST_CONFIG when the layout is
 * of no form that can be given out, ST_USAGE when region or period do not suit it. */
bool form_plan(struct form *f, struct arena *a, struct err *e);
/* True when the field of a column has this name. */
bool form_is(const struct form *f, const struct form_column *c, const char *name);

#endif
