/* bearer.h - who bore each NIK of the present source first, so that one number for two people is told.
 *
 * Grows with the numbers of a source: 32 bytes each, at most two thirds full. Names and dates are kept as
 * hashes.
 */
#ifndef KP2S_BEARER_H
#define KP2S_BEARER_H

#include "date.h"
#include "hash.h"

struct bearer {
    uint64_t nik;        /* its hash */
    uint32_t name;       /* 0: not given */
    int32_t birth;       /* day; 0: not given */
    uint32_t sheet : 30; /* ordinal of the table */
    uint32_t sex : 2;    /* 0: not given */
    uint32_t row;        /* 0: a free entry */
    char column[4];      /* of the NIK; empty when it has none; NUL-terminated but for the longest */
};

struct bearers {
    struct bearer *entry;
    size_t slots, n;
};

/* Whether both are given and differ. */
bool bearer_names_differ(const struct bearer *a, const struct bearer *b);
bool bearer_births_differ(const struct bearer *a, const struct bearer *b); /* or sexes */

/* name: letters alone; birth may be NULL, sex 0. */
struct bearer bearer_make(const char *digits, struct str name, const struct date *birth, char sex);
/* b will be asked for soon: its place is fetched from memory meanwhile. */
void bearer_expect(const struct bearers *s, const struct bearer *b);
/* The first one with that NIK; b is put in and NULL returned when there was none. */
const struct bearer *bearer_first(struct bearers *s, const struct bearer *b);
void bearers_clear(struct bearers *s);
void bearers_done(struct bearers *s);

#endif
