#include "seen.h"

#include "err.h"

#include <stdlib.h>
#include <string.h>

struct seen_entry seen_key(const struct hash *key)
{
    return (struct seen_entry){.key = {(uint32_t)key->a, (uint32_t)(key->a >> 32), (uint32_t)key->b}};
}

static struct seen_slot *slot_of(const struct seen *s, const struct seen_entry *record)
{
    size_t i = record->key[0] & (s->slots - 1);
    while (s->slot[i].number != 0) {
        const struct seen_entry *there = &s->entry[s->slot[i].number - 1];
        if (s->slot[i].tag == record->key[1] && memcmp(there->key, record->key, sizeof there->key) == 0)
            break;
        i = (i + 1) & (s->slots - 1);
    }
    return &s->slot[i];
}

static void grow_index(struct seen *s)
{
    enum { FIRST = 4096 };
    s->slots = s->slots ? s->slots * 2 : FIRST;
    free(s->slot);
    s->slot = mem_alloc(s->slots * sizeof *s->slot);
    for (size_t k = 0; k < s->n; k++) { /* all different */
        size_t i = s->entry[k].key[0] & (s->slots - 1);
        while (s->slot[i].number != 0)
            i = (i + 1) & (s->slots - 1);
        s->slot[i] = (struct seen_slot){s->entry[k].key[1], (uint32_t)k + 1};
    }
}

void seen_expect(const struct seen *s, const struct hash *key)
{
    if (s->slots > 0)
        __builtin_prefetch(&s->slot[key->a & (s->slots - 1)], 1);
}

const struct seen_entry *seen_first(struct seen *s, const struct seen_entry *record)
{
    if (s->n * 3 >= s->slots * 2)
        grow_index(s);
    struct seen_slot *at = slot_of(s, record);
    if (at->number != 0)
        return &s->entry[at->number - 1];
    if (s->n == s->room)
        s->entry = mem_grow(s->entry, (s->room += s->room / 4 + 1024) * sizeof *s->entry);
    if (s->n == UINT32_MAX)
        BUG("more records in a source than can be told apart");
    s->entry[s->n++] = *record;
    *at = (struct seen_slot){record->key[1], (uint32_t)s->n};
    return NULL;
}

void seen_clear(struct seen *s)
{
    if (s->n > 0)
        memset(s->slot, 0, s->slots * sizeof *s->slot);
    s->n = 0;
}

void seen_done(struct seen *s)
{
    free(s->entry);
    free(s->slot);
    *s = (struct seen){0};
}
