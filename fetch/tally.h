/* tally.h - what became of the sources: counts, and the first failure, whose status the program ends with. */
#ifndef KP2S_TALLY_H
#define KP2S_TALLY_H

#include "err.h"

struct tally {
    long fresh, known, passed, failed;
    struct err first;
};

/* Tells of a source that failed; the others go on. */
void tally_fault(struct tally *t, const struct err *e);
/* Tells why one is not taken, which is no failure. */
void tally_passed(struct tally *t, const char *origin, const char *why);

#endif
