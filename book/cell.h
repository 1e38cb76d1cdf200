/* cell.h - what every reader hands out: rows of cells, what a sheet says of itself, and addresses of cells.
 */
#ifndef KP2S_CELL_H
#define KP2S_CELL_H

#include "str.h"

/* Bounds of the format itself; what else a file may ask for at most is in limit.h. */
enum {
    BOOK_MAX_COL = 16384,
    BOOK_MAX_ROW = 1048576,
};

enum cell_type {
    CELL_TEXT,
    CELL_NUMBER,   /* text is plain decimal with a point */
    CELL_DATE,     /* text is ISO 8601: date, date and time, or time */
    CELL_DURATION, /* a length of time, told by the format of its cell: hours are not bounded by 24 */
    CELL_BOOL,     /* TRUE, FALSE */
    CELL_ERROR,    /* #DIV/0!, …, BOOK_UNCALCULATED */
    CELL_LAST,     /* text behind which a delimited file ended without a line end: may be empty, stands at the
                      row's last field */
};

/* What a cell holds whose formula was never calculated: no result is stored with it, as when a program wrote
 * the file that is no spreadsheet program. Our own word, not Excel's. A stored empty text is a blank cell. */
#define BOOK_UNCALCULATED "#BELUM DIHITUNG!"

/* A cell that holds something. Blank cells are not handed out, but for CELL_LAST. */
struct cell {
    int col; /* from 1 */
    enum cell_type type;
    bool plain; /* known to have no blank at its ends and nothing that CSV must quote; false tells nothing */
    struct str text; /* as the cell has it, blanks at the ends included */
};

struct row {
    long number;       /* from 1 */
    struct cell *cell; /* in order of columns */
    size_t n;
    bool hidden; /* a person does not see it: hidden, or filtered away */
};

struct sheet {
    struct str name; /* "csv" for delimited text */
    bool visible;
};

/* Merged cells, all ends included. */
struct range {
    long row1, row2;
    int col1, col2;
};

/* Columns, both ends included. */
struct columns {
    int first, last;
};

/* What a sheet says of itself. */
struct survey {
    struct str dimension; /* as declared; empty when it declares none */
    struct range *range;  /* merged cells */
    size_t ranges;
    struct columns *hidden; /* columns that a person does not see, in order */
    size_t hiddens;
};

/* "D14" and "BA" of a position; out needs ADDRESS_SIZE bytes. Returns the length. */
enum { ADDRESS_SIZE = 16 };
size_t address_column(int col, char *out);
size_t address(long row, int col, char *out);
/* Reads "D14"; false when it is no address of a cell. */
bool address_parse(struct str s, long *row, int *col);

#endif
