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
enum { FORM_NUMBER = -1, FORM_ITEM = -2, FORM_FILTER = -3 };

/* What the rows are. */
enum form_rows { ROWS_PLACES, ROWS_BLANK, ROWS_ITEMS };

struct form_column {
    struct str path[LAYOUT_MAX_ROWS]; /* heading, from the top */
    long depth;
    int field;                   /* of the layout's kind, or one of FORM_NUMBER, FORM_ITEM, FORM_FILTER */
    const struct group *group;   /* that reads it first; NULL: read for all records */
    struct str at;               /* what @ stands for in the constants of a group that repeats */
    const struct filter *filter; /* of FORM_FILTER */
    int partner[2];              /* columns of the numerator and the denominator it belongs with; -1 none */
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
    int level;        /* of the places of the rows; that of the form's region: one row, for all of it */
    long blank;       /* rows, where they are blank */
    bool two_levels;  /* a village's cell has its kecamatan too: nothing else on the form tells it */
    bool asks_period; /* nothing on the form says the period: whoever sends it chooses it */
    long heading_row; /* from 0 */
    struct form_title title[LAYOUT_MAX_TITLES];
    size_t titles;
    struct form_sheet sheet[FORM_MAX_SHEETS];
    size_t sheets;
};

/* Lays the form out; what f points to before (layout to blank) is the caller's. ST_CONFIG when the layout is
 * of no form that can be given out, ST_USAGE when region or period do not suit it. */
bool form_plan(struct form *f, struct arena *a, struct err *e);
/* What a group, or else the layout, says of a field for all its records; empty when neither does. */
struct str form_constant(const struct form *f, const struct group *g, const char *name);
/* The indicator that a column holds figures of; NULL when that differs from row to row, or is unknown. */
const struct indicator *form_indicator(const struct form *f, const struct form_column *c);
/* One of the type and unit that a column's figures have, its own or of those that the layout translates; NULL
 * when they may have several. */
const struct indicator *form_figures(const struct form *f, const struct form_column *c);
/* True when the field of a column has this name. */
bool form_is(const struct form *f, const struct form_column *c, const char *name);

#endif
