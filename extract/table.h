/* table.h - the rows of a sheet that a layout fits, written as records. */
#ifndef KP2S_TABLE_H
#define KP2S_TABLE_H

#include "fit.h"

#include "stream.h"

/* What became of the rows below the heading. */
struct tally {
    long rows, records, totals, blocks, empty, headings, titles, hidden, others;
    int cut, cut_of; /* fields of a last line that is cut, and of its heading; 0: none */
};

/* What became of a row of the sheet; see doc/layouts.md. */
enum fate {
    FATE_ABOVE, /* above the first row below the heading */
    FATE_DATA,
    FATE_BLOCK, /* a block heading */
    FATE_TOTAL,
    FATE_OTHER, /* kept out by a filter */
    FATE_EMPTY,
    FATE_CUT,
    FATE_HIDDEN,  /* and skipped */
    FATE_HEADING, /* the heading again */
    FATE_TITLE,
    FATE_BEHIND, /* behind a word of [stop], up to the next heading */
    FATE_END,    /* the row with a word of [stop], where no further table may follow */
    FATE_FAILED,
};

/* Who is told of each row once it is done, up to the one that ends the table. text: below the heading, by
 * column up to the last one that a record is made of, what records take from; valid during the call. */
struct watch {
    void (*row)(void *context, const struct row *row, enum fate fate, const struct str *text);
    void *context;
};

/* Names of the columns of the layout's D records, in the order of kind_found, to field (LAYOUT_MAX_FIELDS).
 */
size_t table_columns(const struct layout *l, struct str *field);

/* Writes the S of the sheet's tables, their D, and notes: for each total that differs from the sum of its
 * parts, for what is hidden. The last line of delimited text that has no line end and fewer fields than the
 * heading is rejected: nobody can tell what is missing. title: what the source's S says, in the order of
 * layout_titles; further tables must not contradict it. file: its name, for messages. Rows are added to the
 * tally. watch: who is told of each row, or NULL. */
bool table_write(struct book *b, const struct layout *l, const struct plan *plan,
                 const struct str title[LAYOUT_TITLES], struct str file, struct stream_writer *w,
                 struct tally *tally, const struct watch *watch, struct err *e);

/* What the layout's words make of a text of the field; lives in the layout, or is the text itself. */
struct str table_meant(const struct layout *l, int field, struct str text, struct arena *a);

#endif
