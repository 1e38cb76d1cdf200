#include "sharedstrings.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

void strings_done(struct strings *s)
{
    free(s->text);
    free(s->at);
    *s = (struct strings){0};
}

void strings_clear(struct strings *s)
{
    s->n = s->used = 0;
}

const char *strings_add(struct strings *s, struct str text, bool plain)
{
    size_t need = s->used + text.len + 1;
    if (s->n == limit_of(LIMIT_STRINGS))
        return limit_fault(LIMIT_STRINGS);
    if (need > limit_of(LIMIT_STRING_BYTES) || need > STRINGS_MOST_BYTES)
        return limit_fault(LIMIT_STRING_BYTES);
    if (need > s->room)
        s->text = mem_grow(s->text, s->room = need * 2);
    if (s->n + 2 > s->places)
        s->at = mem_grow(s->at, (s->places = (s->n + 2) * 2) * sizeof *s->at);
    s->at[s->n++] = (uint32_t)s->used;
    s->text[s->used] = plain;
    if (text.len > 0)
        memcpy(s->text + s->used + 1, text.ptr, text.len);
    s->used = need;
    s->at[s->n] = (uint32_t)s->used;
    return NULL;
}
