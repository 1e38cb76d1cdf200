/* paint.h - what the cells of a sheet became when a layout read it: each with its role, and with the text
 * that may be shown of it.
 *
 * Nothing personal is shown. Masked, each letter as x and each digit as #, is what is read as NIK, name,
 * parent or birth date; every number of 13 digits or more; and text that is not read, since a column that no
 * layout reads may hold names and addresses. Of what is not read are shown the heading, short figures and
 * marks, the word that makes a total or ends the table, and above the heading the first text of a short row:
 * up to a colon, without a colon all of it unless the sheet is by name.
 */
#ifndef KP2S_PAINT_H
#define KP2S_PAINT_H

#include "table.h"

enum role {
    ROLE_UNREAD,
    ROLE_HEADING,
    ROLE_TITLE,
    ROLE_REGION,
    ROLE_PERSON,
    ROLE_NUMERATOR,
    ROLE_DENOMINATOR,
    ROLE_REPORTED,
    ROLE_VALUE, /* other figures and marks that a record is made for */
    ROLE_FIELD, /* what else a record says: sex, period, indicator … */
    ROLE_TOTAL,
    ROLE_PASSED, /* of rows that are passed over */
    ROLE_BEHIND, /* of rows behind the end of the table */
    ROLES
};

/* The role that a field gives its cells. */
enum role paint_role(const struct layout *l, int field);

/* How a sheet is painted; layout and plan are borrowed. */
struct palette {
    const struct layout *l;
    const struct plan *plan;
    enum role *column; /* by column, up to width */
    int *field;        /* likewise; -1: no record is made of the column */
    int width;         /* the last column that is read */
    bool by_name;      /* a column is read that holds personal data */
};
void palette_init(struct palette *p, const struct layout *l, const struct plan *plan, struct arena *a);

struct painted_cell {
    int col;
    enum role role;
    enum cell_type type;
    bool masked;
    size_t label;      /* so much of a masked text is shown */
    bool carried;      /* the cell is empty, and the text carried down from above */
    struct str text;   /* as the cell has it, where it may be shown */
    struct str became; /* what the layout's words make of it; empty: it stays */
};

struct painted_row {
    long number;
    enum fate fate;
    bool heading;              /* a row of the heading, where the fate is FATE_ABOVE */
    bool hidden;               /* a person does not see it */
    struct painted_cell *cell; /* in order of columns */
    size_t n;
};

/* A row that table_write() tells of, or (FATE_BEHIND, text NULL) one that it did not come to. Lives in the
 * arena and in the row. */
struct painted_row paint_row(const struct palette *p, const struct row *row, enum fate fate,
                             const struct str *text, struct arena *a);

/* The cell above the heading at which the title (by index as of layout_titles) that the plan took begins;
 * false when no cell says it. head: the first rows of the sheet. */
bool paint_title(const struct palette *p, size_t title, const struct head *head, long *row, int *col);

/* s on one line, with long numbers masked: how a title, a heading or a name is shown. */
struct str paint_line(struct str s, struct arena *a);

#endif
