/* keys.h - what records name by code, as keys of the warehouse: regions in a period, indicators and services.
 *
 * They are fetched a kabupaten/kota and period at a time, or a period's catalogue at a time, when a record
 * first names one, and kept for the rest of the source.
 */
#ifndef KP2S_KEYS_H
#define KP2S_KEYS_H

#include "kind.h"
#include "pg.h"

struct place {
    long region, regency, period; /* keys */
};
struct item {
    long key;
    struct str type; /* of an indicator */
};

struct keys {
    struct arena arena;
    struct key_entry *entry; /* a hash table: room of them, a power of two, more than n */
    size_t n, room;
    struct key_entry *last; /* found last: records of one region come one after the other */
};

/* False when it is not known here: then it must be fetched. */
bool keys_place(struct keys *k, struct str region, struct str period, struct place *place);
bool keys_item(struct keys *k, struct str code, struct str period, struct item *item);
/* Fetches what keys_place() or keys_item() did not know; what the warehouse does not know either is
 * ST_CONFIG. */
bool keys_fetch_place(struct keys *k, struct pg *pg, struct str region, struct str period, struct err *e);
bool keys_fetch_item(struct keys *k, struct pg *pg, enum kind kind, struct str code, struct str period,
                     struct err *e);
/* A code that the warehouse's catalogue does not have. Returns false. */
bool keys_unknown(struct err *e, const char *what, struct str code);
void keys_done(struct keys *k);

#endif
