/* celltext.h - the text of a cell, or of a shared string, as a parser hands it out: in pieces. */
#ifndef KP2S_CELLTEXT_H
#define KP2S_CELLTEXT_H

#include "str.h"

struct celltext {
    char *ptr;
    size_t len, room;
    size_t row; /* bytes of the whole row so far */
};

void celltext_done(struct celltext *t);
/* Adds a piece. NULL, or a fault when the row has passed LIMIT_ROW_BYTES. */
const char *celltext_add(struct celltext *t, struct str piece);
/* Counts bytes of the row that stand elsewhere. NULL, or the same fault. */
const char *celltext_count(struct celltext *t, size_t bytes);

/* What was added since the text was begun; valid until the next piece. */
static inline struct str celltext_get(const struct celltext *t)
{
    return (struct str){t->ptr, t->len};
}

#endif
