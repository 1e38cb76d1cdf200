/* totals.h - figures added up while rows pass, and total rows checked against them. Sums are exact
 * (number.h). What does not agree is noted in the stream.
 */
#ifndef KP2S_TOTALS_H
#define KP2S_TOTALS_H

#include "layout.h"

#include "stream.h"

struct totals;

/* The columns that a layout reads into numerator and denominator; all arguments are borrowed. */
struct totals *totals_open(const struct layout *l, struct str sheet, struct stream_writer *w);
/* Adds a column to those checked; once is enough. Other fields are passed over. */
void totals_column(struct totals *t, int field, int col);
void totals_close(struct totals *t); /* t may be NULL */

/* A data row: text by column. */
void totals_add(struct totals *t, const struct str *text);
/* A total row. It agrees when it is the sum of the data rows above it: all of them, or those since one of the
 * totals or headings before it. One with no data rows between the heading and it, and where totals stand
 * above their parts any, agrees too when it is the sum of the rows below it: up to a heading, to the end, or,
 * where totals stand above, to a total. */
void totals_check(struct totals *t, long row, const struct str *text);
/* The heading stands again. */
void totals_heading(struct totals *t);
/* The sheet's end. */
void totals_end(struct totals *t);

#endif
