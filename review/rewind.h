/* rewind.h - the warehouse as it was known at a moment, within a transaction that is then rolled back. */
#ifndef KP2S_REVIEW_REWIND_H
#define KP2S_REVIEW_REWIND_H

#include "pg.h"

/* moment is a day, meant until its end, or a point of time with its zone ("2025-08-17 12:00+07"): facts of
 * the year are what they were then, and submissions that came later count as superseded. What is neither day
 * nor moment is ST_USAGE. Loads of the same figures wait until the transaction ends. */
bool rewind_year(struct pg *pg, const char *moment, const char *year, struct err *e);

#endif
