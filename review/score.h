/* score.h - the scores of a review by its instrument: what assessors told, and each node of the tree. */
#ifndef KP2S_SCORE_H
#define KP2S_SCORE_H

#include "pg.h"

/* Within the review's transaction, before score_compute(): gathers what was told of the year (pg_temp.told).
 * An instrument that is no tree, and texts that it does not know, which would vanish from the sums, are
 * ST_CONFIG. Params of both: year, province, instrument. */
bool score_prepare(struct pg *pg, const char *const params[3], struct err *e);
/* Fills review.score of the year and province anew: the leaves, then the nodes from the deepest up. */
bool score_compute(struct pg *pg, const char *const params[3], long *rows, struct err *e);

#endif
