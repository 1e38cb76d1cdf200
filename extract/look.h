/* look.h - rows known by their look: the heading where it stands again, rows of column numbers.
 */
#ifndef KP2S_LOOK_H
#define KP2S_LOOK_H

#include "head.h"

/* True when the row holds the heading's cells of that level, the first of which is mark[0]; false where the
 * heading has none. The arena is for scratch. */
bool look_heading(const struct row *row, const struct mark *mark, size_t n, long level, struct arena *a);

/* A row of column numbers under a heading that reaches to the column last: filled cells, each an ordinal,
 * rising from 1; at least three, or two under a heading of two. */
bool look_numbers(const struct row *row, int last);

#endif
