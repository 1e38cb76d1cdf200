/* title.h - texts above a table, or between two of them, that say what its rows are about.
 */
#ifndef KP2S_TITLE_H
#define KP2S_TITLE_H

#include "book.h"
#include "glob.h"

/* Looks for a title in a row's filled cells; label and value may stand in cells of their own. What it says,
 * as typed, lives in the arena or in the row. False when the row does not hold it. */
bool title_in_row(const struct variants *v, const struct row *row, struct arena *a, struct str *said);
/* The same in a text that stands alone, as the name of a sheet. */
bool title_in_text(const struct variants *v, struct str text, struct arena *a, struct str *said);

#endif
