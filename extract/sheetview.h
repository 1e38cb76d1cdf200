/* sheetview.h - what kp2s-sheet shows of a book: a sheet as CSV, the types of its cells, single cells, the
 * list of sheets. All that comes from a file passes through view_text(), which keeps orders to a terminal
 * out. */
#ifndef KP2S_SHEETVIEW_H
#define KP2S_SHEETVIEW_H

#include "book.h"
#include "out.h"

enum { VIEW_MAX_CELLS = 10000 };

/* A cell asked for by its address. */
struct wanted {
    struct str address;
    long row;
    int col;
};

struct view {
    struct out *out;
    const char *file;            /* where tables name it, as one of several; else NULL */
    bool terminal;               /* control characters are shown instead of obeyed */
    bool types, spread;          /* types of cells are told; merged areas are filled */
    long first, last;            /* rows to show; all: 1, LONG_MAX */
    const struct wanted *wanted; /* cells to show; NULL: rows */
    size_t wanteds;
    bool headed;        /* the table has its line of headings */
    struct arena arena; /* of the row at hand */
};

/* The rows that a view shows, without blank cells at their ends. */
struct walk {
    struct rows *rows;
    struct spread *spread;
    long first, last, at;
};
bool walk_open(struct walk *w, const struct view *v, struct book *b, size_t i, struct err *e);
/* As rows_next(). The last row asked for is not read beyond. */
int walk_next(struct walk *w, struct row *row, struct err *e);
void walk_close(struct walk *w);

/* Text of a file as a field. */
void view_text(struct view *v, struct str s);
/* The line of headings of a table, if it is not there yet. */
void view_head(struct view *v, const char *columns);
/* Begins a line of a table: the name of the file, if tables name it. */
void view_file(struct view *v);

/* Sheet i as rows, as types or as single cells; *rows counts those with content. */
bool view_sheet(struct view *v, struct book *b, size_t i, long *rows, struct err *e);
/* A line for each sheet. */
bool view_list(struct view *v, struct book *b, struct err *e);

#endif
