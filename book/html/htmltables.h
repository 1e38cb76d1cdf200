/* htmltables.h - the elements of a web page become rows of its tables: the parser calls, rows gather in a
 * queue. */
#ifndef KP2S_HTMLTABLES_H
#define KP2S_HTMLTABLES_H

#include "cell.h"
#include "celltext.h"
#include "spans.h"

/* A table that lies in no other and has rows. */
struct htmlsheet {
    struct sheet face;
    struct survey survey;
};

/* What is noted of all tables when a page is read the first time. */
struct htmlsheets {
    struct arena arena;
    struct htmlsheet *sheet;
    size_t n;
};

struct htmltables {
    size_t wanted; /* number of the table, from 1; 0: none, only what is noted of them */
    struct htmlsheets *noting;
    struct spans spans;
    const char *fault; /* what stopped it: constant text or a limit's; NULL while all is well */

    /* where in the page */
    int depth, nested; /* of elements, of tables */
    int silent;        /* depth of an element that is not shown; 0: none */
    size_t table;
    bool in_sheet, in_row, in_cell, hidden;
    long row;
    int col;
    long *covered; /* last row that is covered from above, of each column */

    /* the present row, and those that are complete */
    struct arena pending, arena;
    struct cell *cell;
    size_t cells, room;
    struct row *queue; /* rows and cells of it live in the arena, which the reader of the queue resets */
    size_t rows, queue_room;

    /* the present cell */
    struct celltext text;
    bool blank; /* a blank is due before the next character */
};

/* Rows of the wanted table go into the queue; noting, where not NULL, gets a sheet for each table. */
void htmltables_init(struct htmltables *r, size_t wanted, struct htmlsheets *noting);
void htmltables_done(struct htmltables *r);

/* Callbacks of libxml2's HTML parser; context is the struct htmltables. */
void htmltables_start(void *context, const unsigned char *tag, const unsigned char **attributes);
void htmltables_end(void *context, const unsigned char *tag);
void htmltables_text(void *context, const unsigned char *text, int len);

#endif
