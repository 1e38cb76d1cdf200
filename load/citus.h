/* citus.h - the warehouse's tables on a cluster: what lies on every node and what is distributed by
 * kabupaten/kota. */
#ifndef KP2S_CITUS_H
#define KP2S_CITUS_H

#include "out.h"
#include "pg.h"

/* ST_CONFIG, with how to get it, where the database has no extension citus. */
bool citus_wanted(struct pg *pg, struct err *e);
/* Distributes the tables that are not distributed yet, each by itself, so that a run which broke off is begun
 * again by the same command. Writes a line state,statement for each; list: only tells, also where there is no
 * extension. */
bool citus_distribute(struct pg *pg, bool list, struct out *out, struct err *e);

#endif
