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

static void grow(struct bearers *s)
{
    if (index_grow(&s->index, s->n))
        for (size_t i = 0; i < s->n; i++)
            index_add(&s->index, s->entry[i].nik, i + 1);
    if (s->n == s->room)
        s->entry = mem_grow(s->entry, (s->room += s->room / 4 + 1024) * sizeof *s->entry);
}

void bearer_expect(const struct bearers *s, const struct bearer *b)
{
    index_expect(&s->index, b->nik);
}

const struct bearer *bearer_first(struct bearers *s, const struct bearer *b)
{
    grow(s);
    size_t at = index_home(&s->index, b->nik);
    for (uint32_t n; (n = index_next(&s->index, b->nik, &at)) != 0;)
        if (s->entry[n - 1].nik == b->nik)
            return &s->entry[n - 1];
    s->entry[s->n++] = *b;
    index_put(&s->index, b->nik, at, s->n);
    return NULL;
}

void bearers_clear(struct bearers *s)
{
    if (s->n > 0)
        index_clear(&s->index);
    s->n = 0;
}

void bearers_done(struct bearers *s)
{
    free(s->entry);
    index_done(&s->index);
    *s = (struct bearers){0};
}
