#include "index.h"
#include "err.h"
#include "str.h"

#include <stdlib.h>
#include <string.h>

bool index_grow(struct index *x, size_t n)
{
    enum { FIRST = 4096 };
    if (n * 3 < x->slots * 2)
        return false;
    if (n >= UINT32_MAX / 4)
        BUG("more records in a source than can be told apart");
    x->slots = x->slots ? x->slots * 2 : FIRST;
    free(x->slot);
    x->slot = mem_alloc(x->slots * sizeof *x->slot);
    return true;
}

void index_add(struct index *x, uint64_t hash, size_t number)
{
    size_t at = index_home(x, hash);
    while (x->slot[at] != 0)
        at = (at + 1) & (x->slots - 1);
    index_put(x, hash, at, number);
}

void index_clear(struct index *x)
{
    if (x->slots > 0)
        memset(x->slot, 0, x->slots * sizeof *x->slot);
}

void index_done(struct index *x)
{
    free(x->slot);
    *x = (struct index){0};
}
