/* declared.h - what texts of a figure stand for in one form, as its layout says it: [states FIELD].
 *
 * Forms differ: one writes 8888 for what was not measured, one a dash for zero. A source carries what its
 * layout declares in the pair states, "weight:missing=0|8888;numerator:zero=-|nihil".
 */
#ifndef KP2S_DECLARED_H
#define KP2S_DECLARED_H

#include "number.h"

enum declared_state { DECLARED_NOTHING, DECLARED_MISSING, DECLARED_ZERO, DECLARED_NA };

struct declared {
    struct str field, text; /* a number is shortest decimal text */
    enum declared_state state;
};

struct declarations {
    struct declared *entry;
    size_t n;
};

/* Reads the pair; mark as for number_read(). What cannot be read is left out: layouts are checked by extract.
 * Lives in the arena. */
struct declarations declared_read(struct arena *a, struct str pair, char mark);
/* What a text stands for, as typed or as decimal text; case does not count. */
enum declared_state declared_state(const struct declarations *d, const char *field, struct str text);

#endif
