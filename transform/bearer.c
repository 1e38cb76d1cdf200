#include "bearer.h"

#include <stdlib.h>
#include <string.h>

struct bearer bearer_make(const char *digits, struct str name, const struct date *birth, char sex)
{
    struct hash nik, who;
    struct bearer b = {.birth = birth ? date_days(*birth) : 0, .sex = sex == 'L' ? 1 : sex == 'P' ? 2 : 0};
    hash_begin(&nik);
    hash_add(&nik, str_c(digits));
    b.nik = nik.a;
    hash_begin(&who);
    hash_add(&who, name);
    b.name = name.len > 0 ? (uint32_t)who.a | 1 : 0;
    return b;
}

bool bearer_names_differ(const struct bearer *a, const struct bearer *b)
{
    return a->name && b->name && a->name != b->name;
}

bool bearer_births_differ(const struct bearer *a, const struct bearer *b)
{
    return (a->birth && b->birth && a->birth != b->birth) || (a->sex && b->sex && a->sex != b->sex);
}

static struct bearer *slot_of(const struct bearers *s, uint64_t nik)
{
    size_t i = nik & (s->slots - 1);
    while (s->entry[i].row != 0 && s->entry[i].nik != nik)
        i = (i + 1) & (s->slots - 1);
    return &s->entry[i];
}

static void grow(struct bearers *s)
{
    enum { FIRST = 4096 };
    struct bearers old = *s;
    s->slots = old.slots ? old.slots * 2 : FIRST;
    s->entry = mem_alloc(s->slots * sizeof *s->entry);
    for (size_t i = 0; i < old.slots; i++)
        if (old.entry[i].row != 0)
            *slot_of(s, old.entry[i].nik) = old.entry[i];
    free(old.entry);
}

void bearer_expect(const struct bearers *s, const struct bearer *b)
{
    if (s->slots > 0)
        __builtin_prefetch(&s->entry[b->nik & (s->slots - 1)]);
}

const struct bearer *bearer_first(struct bearers *s, const struct bearer *b)
{
    if (s->n * 3 >= s->slots * 2)
        grow(s);
    struct bearer *at = slot_of(s, b->nik);
    if (at->row != 0)
        return at;
    *at = *b;
    s->n++;
    return NULL;
}

void bearers_clear(struct bearers *s)
{
    if (s->n > 0)
        memset(s->entry, 0, s->slots * sizeof *s->entry);
    s->n = 0;
}

void bearers_done(struct bearers *s)
{
    free(s->entry);
    *s = (struct bearers){0};
}
