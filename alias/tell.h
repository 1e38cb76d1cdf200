/* tell.h - what kp2s-alias shows a person of the names that wait. */
#ifndef KP2S_TELL_H
#define KP2S_TELL_H

#include "out.h"
#include "waiting.h"

/* All that waits: a table for a person, or CSV. */
void tell_list(struct out *out, const struct waitings *w, struct regions *r, bool csv);
/* One: where it stands, what it may mean, and what lies beside those. */
void tell_one(struct out *out, const struct waiting *x, struct regions *r);

#endif
