#include "bearer.h"

#include <stdlib.h>
#include <string.h>

static uint16_t birth_days(struct date birth)
{
    int days = date_days(birth) - date_days((struct date){1899, 12, 31});
    return days > 0 && days <= UINT16_MAX ? (uint16_t)days : 0;
}

struct bearer bearer_make(const char *digits, struct str name, const struct date *birth, char sex)
{
    struct hash nik, who;
    struct bearer b = {.birth = birth ? birth_days(*birth) : 0, .sex = sex};
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

/* The slot that holds b's NIK, or the free one where it belongs. */
static uint32_t *slot_of(const struct bearers *s, uint64_t nik)
{
    uint32_t mask = (uint32_t)s->slots - 1, bits = (uint32_t)(nik >> 32) & ~mask;
    for (size_t i = nik & mask;; i = (i + 1) & mask) {
        uint32_t at = s->slot[i];
        if (at == 0 || ((at & ~mask) == bits && s->entry[(at & mask) - 1].nik == nik))
            return &s->slot[i];
    }
}

static void put(struct bearers *s, uint32_t *slot, size_t entry)
{
    uint32_t mask = (uint32_t)s->slots - 1;
    *slot = ((uint32_t)(s->entry[entry].nik >> 32) & ~mask) | (uint32_t)(entry + 1);
}

/* Slots are at most two thirds full, so an entry's number never needs the bits above the mask. */
static void grow(struct bearers *s)
{
    enum { FIRST = 4096 };
    free(s->slot);
    s->slots = s->slots ? s->slots * 2 : FIRST;
    s->slot = mem_alloc(s->slots * sizeof *s->slot);
    for (size_t i = 0; i < s->n; i++)
        put(s, slot_of(s, s->entry[i].nik), i);
    s->room = s->slots / 3 * 2;
    s->entry = mem_grow(s->entry, s->room * sizeof *s->entry);
}

void bearer_expect(const struct bearers *s, const struct bearer *b)
{
    if (s->slots > 0)
        __builtin_prefetch(&s->slot[b->nik & (s->slots - 1)]);
}

const struct bearer *bearer_first(struct bearers *s, const struct bearer *b)
{
    if (s->n == s->room)
        grow(s);
    uint32_t *slot = slot_of(s, b->nik);
    if (*slot != 0)
        return &s->entry[(*slot & (s->slots - 1)) - 1];
    s->entry[s->n] = *b;
    put(s, slot, s->n++);
    return NULL;
}

void bearers_clear(struct bearers *s)
{
    if (s->n > 0)
        memset(s->slot, 0, s->slots * sizeof *s->slot);
    s->n = 0;
}

void bearers_done(struct bearers *s)
{
    free(s->entry);
    free(s->slot);
    *s = (struct bearers){0};
}
