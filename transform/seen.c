#include "seen.h"

#include <stdlib.h>
#include <string.h>

struct seen_entry seen_key(const struct hash *key)
{
    return (struct seen_entry){.key = {(uint32_t)key->a, (uint32_t)(key->a >> 32), (uint32_t)key->b}};
}

static uint64_t hash_of(const struct seen_entry *record)
{
    return record->key[0] | (uint64_t)record->key[1] << 32;
}

static void grow(struct seen *s)
{
    if (index_grow(&s->index, s->n))
        for (size_t i = 0; i < s->n; i++)
            index_add(&s->index, hash_of(&s->entry[i]), i + 1);
    if (s->n == s->room)
        s->entry = mem_grow(s->entry, (s->room += s->room / 4 + 1024) * sizeof *s->entry);
}

void seen_expect(const struct seen *s, const struct hash *key)
{
    index_expect(&s->index, key->a);
}

const struct seen_entry *seen_first(struct seen *s, const struct seen_entry *record)
{
    uint64_t hash = hash_of(record);
    grow(s);
    size_t at = index_home(&s->index, hash);
    for (uint32_t n; (n = index_next(&s->index, hash, &at)) != 0;)
        if (memcmp(s->entry[n - 1].key, record->key, sizeof record->key) == 0)
            return &s->entry[n - 1];
    s->entry[s->n++] = *record;
    index_put(&s->index, hash, at, s->n);
    return NULL;
}

void seen_clear(struct seen *s)
{
    if (s->n > 0)
        index_clear(&s->index);
    s->n = 0;
}

void seen_done(struct seen *s)
{
    free(s->entry);
    index_done(&s->index);
    *s = (struct seen){0};
}
