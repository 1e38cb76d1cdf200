#include "celltext.h"

#include "limit.h"

#include <stdlib.h>
#include <string.h>

void celltext_done(struct celltext *t)
{
    free(t->ptr);
}

const char *celltext_count(struct celltext *t, size_t bytes)
{
    t->row += bytes;
    return t->row > limit_of(LIMIT_ROW_BYTES) ? limit_fault(LIMIT_ROW_BYTES) : NULL;
}

const char *celltext_add(struct celltext *t, struct str piece)
{
    if (piece.len == 0)
        return NULL;
    if (t->len + piece.len > t->room) {
        t->room = (t->len + piece.len) * 2;
        t->ptr = mem_grow(t->ptr, t->room);
    }
    memcpy(t->ptr + t->len, piece.ptr, piece.len);
    t->len += piece.len;
    return celltext_count(t, piece.len);
}
