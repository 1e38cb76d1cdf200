/* spread.h - the rows of a sheet with its merged areas filled: every cell of an area holds what the first
 * does.
 *
 * An area whose first cell is blank changes nothing. Where areas overlap, as only damaged files have them,
 * the one that begins further left counts. Memory is held for the areas that reach into the present row.
 */
#ifndef KP2S_SPREAD_H
#define KP2S_SPREAD_H

#include "book.h"

enum { SPREAD_MAX_CELLS = 10 * 1000 * 1000 };

struct spread;

/* Both are borrowed: rows from the top, and what the sheet says of itself. */
struct spread *spread_open(struct rows *rows, const struct survey *survey);
/* As rows_next(); rows within an area are handed out even if the sheet has none there. Areas of more than
 * SPREAD_MAX_CELLS cells in all are refused (ST_UNREADABLE). */
int spread_next(struct spread *s, struct row *row, struct err *e);
void spread_close(struct spread *s); /* s may be NULL */

#endif
