/* pgedition.h - an edition of a review by its number, which must still be what was frozen */
#ifndef KP2S_PGEDITION_H
#define KP2S_PGEDITION_H

#include "pg.h"

struct edition {
    char key[24], status[16]; /* draft, verified, adopted */
};

/* A positive number of at most six digits. */
bool pg_edition_number(const char *text);
/* Makes the edition's checksum again. Refused: an edition that is not there, not what was frozen, or not all
 * in the role's sight. */
bool pg_edition(struct pg *pg, const char *year, const char *province, const char *number, struct edition *x,
                struct err *e);

#endif
