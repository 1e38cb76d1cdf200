/* seen.h - which records of the present source were there before.
 *
 * Grows with the rows of a source, as bearer.h does: 24 bytes a record, and 6 to 12 of its index. It is
 * emptied between sources. 96 bits of the key are kept: of a million records that differ, two are taken for
 * one with a chance of 1 to 10^17.
 */
#ifndef KP2S_SEEN_H
#define KP2S_SEEN_H

#include "hash.h"
#include "index.h"

struct seen_entry {
    uint32_t key[3];
    uint32_t values; /* what the record says beside its key */
    uint32_t row;
    uint16_t column; /* of the cell, from 1; 0 when the record has no cell of its own */
    uint16_t sheet;  /* ordinal of the table; all from the 65,535th on are one */
};

struct seen {
    struct seen_entry *entry; /* in the order in which they came */
    size_t n, room;
    struct index index;
};

/* The key of an entry; the record's place and values are the caller's to fill. */
struct seen_entry seen_key(const struct hash *key);
/* Fetches what seen_first() will look at: said some time before, it has not to wait for memory then. */
void seen_expect(const struct seen *s, const struct hash *key);
/* The record with that key that came first, valid until the next call; it is put in and NULL returned when
 * there was none. */
const struct seen_entry *seen_first(struct seen *s, const struct seen_entry *record);
void seen_clear(struct seen *s);
void seen_done(struct seen *s);

#endif
