/* head.h - the first rows of each sheet, held while layouts are tried on a file, and the headings they make.
 */
#ifndef KP2S_HEAD_H
#define KP2S_HEAD_H

#include "book.h"
#include "layout.h"

/* Headings stand in the first columns: no form is wider, and a hostile sheet may be. */
enum { HEAD_ROWS = LAYOUT_MAX_SEARCH + LAYOUT_MAX_ROWS, HEAD_COLUMNS = 1000 };

/* A column with the path of its headings, from the top, joined by " > ". */
struct path {
    int col;
    bool top;    /* its first heading stands in the first heading row */
    bool hidden; /* the column is */
    struct str typed, folded;
};

struct head {
    struct row *row; /* those of the first HEAD_ROWS rows that have content */
    size_t rows;
    const struct survey *preface;
    struct paths *paths[LAYOUT_MAX_ROWS + 1]; /* by depth, the last of one row with what is merged, and row */
};

struct heads {
    struct book *book;
    struct str file; /* its original name when that is not the path's, for titles; borrowed */
    struct str only; /* the one sheet to look at; empty: all */
    struct arena arena;
    uint64_t bytes;     /* held */
    struct head **head; /* of each sheet, once read */
};

/* file and only are empty at first. */
void heads_init(struct heads *h, struct book *b);
void heads_done(struct heads *h);
/* NULL on failure. */
const struct head *heads_get(struct heads *h, size_t sheet, struct err *e);

/* The columns that have a heading when the heading is rows deep and begins at row, up to LAYOUT_MAX_SEARCH;
 * live in h. Merged cells count for all the cells they cover, in delimited text an upper heading counts for
 * the empty cells to its right. */
bool heads_paths(struct heads *h, size_t sheet, long row, long rows, bool merged, const struct path **path,
                 size_t *n, struct err *e);

/* A cell of the heading. */
struct mark {
    long level; /* its row, from 0 */
    int col;
    struct str folded;
};

/* The cells of such a heading that are part of the path of a column to be read (read: by column), by level
 * and column; live in the arena. */
bool heads_marks(struct heads *h, size_t sheet, long row, long rows, const bool *read, struct arena *a,
                 struct mark **mark, size_t *n, struct err *e);

#endif
