/* bearer.h - who bore each NIK of the present source first, so that one number for two people is told.
 *
 * Grows with the numbers of a source: 24 bytes each, and 6 to 12 of its index. Names are kept as hashes.
 */
#ifndef KP2S_BEARER_H
#define KP2S_BEARER_H

#include "date.h"
#include "hash.h"
#include "index.h"

struct bearer {
    uint64_t nik;   /* its hash */
    uint32_t name;  /* its hash; 0: not given */
    uint32_t row;   /* of the sheet */
    uint16_t birth; /* days since 1900 began; 0: not given, or not between 1900 and 2079 */
    uint16_t sheet; /* ordinal of the table; those past 65,535 count as one */
    char sex;       /* 'L', 'P'; 0: not given */
    char column[3]; /* of the NIK; empty when it has none; NUL-terminated but for the longest */
};

struct bearers {
    struct bearer *entry; /* in the order in which they came */
    size_t n, room;
    struct index index;
};

/* Whether both are given and differ. */
bool bearer_names_differ(const struct bearer *a, const struct bearer *b);
bool bearer_births_differ(const struct bearer *a, const struct bearer *b); /* or sexes */

/* name: letters alone; birth may be NULL, sex 0. */
struct bearer bearer_make(const char *digits, struct str name, const struct date *birth, char sex);
/* b will be asked for soon: its place is fetched from memory meanwhile. */
void bearer_expect(const struct bearers *s, const struct bearer *b);
/* The first one with that NIK, valid until the next call; b is put in and NULL returned when there was none.
 */
const struct bearer *bearer_first(struct bearers *s, const struct bearer *b);
void bearers_clear(struct bearers *s);
void bearers_done(struct bearers *s);

#endif
