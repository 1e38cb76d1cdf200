/* spans.h - merged cells and hidden columns as they are found, for a survey. */
#ifndef KP2S_SPANS_H
#define KP2S_SPANS_H

#include "cell.h"

struct spans {
    struct range *range;
    size_t n, room;
    struct columns *hidden;
    size_t hiddens;
};

/* Ends beyond the last row and column are drawn in. False when there are more than LIMIT_MERGED. */
bool spans_add(struct spans *s, struct range r);
/* Columns that are hidden, in order; what begins before the last one's end or beyond the last column is
 * passed over. */
void spans_hide(struct spans *s, long first, long last);
/* Moves them into the survey, which lives in the arena, and empties s. */
void spans_keep(struct spans *s, struct arena *a, struct survey *survey);

#endif
