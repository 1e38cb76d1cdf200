/* paint.h - a worksheet part with its marked cells coloured: their s= attribute, and nothing else of them. */
#ifndef KP2S_PAINT_H
#define KP2S_PAINT_H

#include "styles.h"

struct painting {
    const struct marks_sheet *marks; /* settled */
    struct styles *styles;
    /* The id of a relation to a drawing of comments, put in where the sheet has none; empty: none is wanted.
     */
    struct str drawing;
    /* The sheet's own, when it has one: the id of its relation; lives in the arena. */
    struct str has_drawing;
    struct arena *arena;
};

/* archive_begin() came before. Cells and rows that are not there are made. A sheet with a row to which a cell
 * must be added and whose cells are out of order is refused (ST_UNREADABLE). */
bool paint_sheet(struct painting *g, const struct zip *z, const struct zip_entry *part, struct archive *into,
                 struct err *e);

#endif
