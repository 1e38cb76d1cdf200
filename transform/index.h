/* index.h - finds entries of an array by their hash: 4 bytes a slot, a third to two thirds of them taken.
 *
 * Each slot has the number of an entry and, in the bits that numbers do not need, some of its hash, so that
 * nearly all entries that differ are passed over unseen. The array and what makes two entries the same are
 * the caller's:
 *
 *     size_t at = index_home(&x, hash);
 *     for (uint32_t n; (n = index_next(&x, hash, &at)) != 0;)
 *         if (same(&entry[n - 1], key))
 *             return &entry[n - 1];
 *     index_put(&x, hash, at, new entry's number, from 1);
 */
#ifndef KP2S_INDEX_H
#define KP2S_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct index {
    uint32_t *slot; /* 0: free */
    size_t slots;   /* a power of two */
};

/* Makes room for one entry more than the n that are there; true when all must be put in anew. */
bool index_grow(struct index *x, size_t n);
/* Puts in an entry that is not there. */
void index_add(struct index *x, uint64_t hash, size_t number);
void index_clear(struct index *x);
void index_done(struct index *x);

static inline size_t index_home(const struct index *x, uint64_t hash)
{
    return hash & (x->slots - 1);
}

/* Its place will be looked at soon: it is fetched from memory meanwhile. */
static inline void index_expect(const struct index *x, uint64_t hash)
{
    if (x->slots > 0)
        __builtin_prefetch(&x->slot[index_home(x, hash)], 1);
}

/* The number of the next entry that may be meant, from *at on; 0: none, and *at is the place for it. */
static inline uint32_t index_next(const struct index *x, uint64_t hash, size_t *at)
{
    uint32_t mask = (uint32_t)(x->slots - 1), tag = (uint32_t)(hash >> 32) & ~mask;
    for (uint32_t slot; (slot = x->slot[*at]) != 0;) {
        if ((slot & ~mask) == tag) {
            *at = (*at + 1) & mask;
            return slot & mask;
        }
        *at = (*at + 1) & mask;
    }
    return 0;
}

/* Entries are never more than two thirds of the slots, so their numbers have no bits above the mask. */
static inline void index_put(struct index *x, uint64_t hash, size_t at, size_t number)
{
    uint32_t mask = (uint32_t)(x->slots - 1);
    x->slot[at] = ((uint32_t)(hash >> 32) & ~mask) | (uint32_t)number;
}

#endif
