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

/* Names of the columns of the layout's D records, in the order of kind_found, to field (LAYOUT_MAX_FIELDS).
 */
size_t table_columns(const struct layout *l, struct str *field);

/* Writes the S of the sheet's tables, their D, and notes: for each total that differs from the sum of its
 * parts, for what is hidden. The last line of delimited text that has no line end and fewer fields than the
 * heading is rejected: nobody can tell what is missing. title: what the source's S says, in the order of
 * layout_titles; further tables must not contradict it. file: its name, for messages. Rows are added to the
 * tally. */
bool table_write(struct book *b, const struct layout *l, const struct plan *plan,
                 const struct str title[LAYOUT_TITLES], struct str file, struct stream_writer *w,
                 struct tally *tally, struct err *e);

#endif
