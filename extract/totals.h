/* totals.h - figures added up while rows pass, and total rows checked against them. Sums are exact
 * (number.h). */
#ifndef KP2S_TOTALS_H
#define KP2S_TOTALS_H

#include "layout.h"

#include "stream.h"

struct totals;

/* The columns that a layout reads into numerator and denominator; l and the sheet's name are borrowed. */
struct totals *totals_open(const struct layout *l, struct str sheet);
/* Adds a column to those checked; once is enough. Other fields are passed over. */
void totals_column(struct totals *t, int field, int col);
void totals_close(struct totals *t); /* t may be NULL */

/* A data row: text by column. */
void totals_add(struct totals *t, const struct str *text);
/* A total row: notes what differs. A total above all data rows is kept for totals_end(). */
void totals_check(struct totals *t, long row, const struct str *text, struct stream_writer *w);
/* The table's end. */
void totals_end(struct totals *t, struct stream_writer *w);

#endif
