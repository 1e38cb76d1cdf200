#include "seen.h"

#include <stdlib.h>
#include <string.h>

static struct seen_entry *slot(const struct seen *s, const struct hash *key)
{
    size_t i = key->a & (s->slots - 1);
    while (s->entry[i].used && (s->entry[i].key.a != key->a || s->entry[i].key.b != key->b))
        i = (i + 1) & (s->slots - 1);
    return &s->entry[i];
}

static void grow(struct seen *s)
{
    enum { FIRST = 4096 };
    struct seen old = *s;
    s->slots = old.slots ? old.slots * 2 : FIRST;
    s->entry = mem_alloc(s->slots * sizeof *s->entry);
    for (size_t i = 0; i < old.slots; i++)
        if (old.entry[i].used)
            *slot(s, &old.entry[i].key) = old.entry[i];
    free(old.entry);
}

const struct seen_entry *seen_first(struct seen *s, const struct seen_entry *record)
{
    if (s->n * 3 >= s->slots * 2)
        grow(s);
    struct seen_entry *at = slot(s, &record->key);
    if (at->used)
        return at;
    *at = *record;
    at->used = true;
    s->n++;
    return NULL;
}

void seen_clear(struct seen *s)
{
    if (s->n > 0)
        memset(s->entry, 0, s->slots * sizeof *s->entry);
    s->n = 0;
}

void seen_done(struct seen *s)
{
    free(s->entry);
    *s = (struct seen){0};
}
