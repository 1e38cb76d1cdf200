/* province.h - the province that a program of the review works on. */
#ifndef KP2S_LOAD_PROVINCE_H
#define KP2S_LOAD_PROVINCE_H

#include "pg.h"

/* The one asked for (*province), which the region register must have, or when it is NULL the only one that
 * has facts; its code in the arena. */
bool province_choose(struct pg *pg, struct arena *a, const char **province, struct err *e);
/* Names of a result's column, for messages: "a, b, c"; in the arena. */
const char *province_names(struct arena *a, const PGresult *result, int column);

#endif
