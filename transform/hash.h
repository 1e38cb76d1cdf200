/* hash.h - 128-bit hashes for tables in memory: two records are taken for equal when their hashes are, which
 * for tables of any real size means that they are. Not for security. */
#ifndef KP2S_HASH_H
#define KP2S_HASH_H

#include "str.h"

struct hash {
    uint64_t a, b;
};

void hash_begin(struct hash *h);
/* Adds a field; ("ab", "c") and ("a", "bc") differ. */
void hash_add(struct hash *h, struct str s);
void hash_add_number(struct hash *h, uint64_t n);

#endif
