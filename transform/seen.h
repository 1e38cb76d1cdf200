/* seen.h - which records of the present source were there before. The one table of this program that grows
 * with the rows of a source: 48 bytes a record, at most two thirds full. */
#ifndef KP2S_SEEN_H
#define KP2S_SEEN_H

#include "hash.h"

enum { SEEN_PLACE = 14 };

struct seen_entry {
    struct hash key;
    uint64_t values;
    uint32_t sheet;         /* ordinal of the table */
    char place[SEEN_PLACE]; /* cell, or row number when the record has no cell; NUL-terminated */
    bool used;
};

struct seen {
    struct seen_entry *entry;
    size_t slots, n;
};

/* The record with that key that came first; it is put in and NULL returned when there was none. */
const struct seen_entry *seen_first(struct seen *s, const struct seen_entry *record);
void seen_clear(struct seen *s);
void seen_done(struct seen *s);

#endif
