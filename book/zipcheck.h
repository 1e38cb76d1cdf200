/* zipcheck.h - what no program writes into an archive: names that lead out of it or occur twice, parts that
 * overlap */
#ifndef KP2S_ZIPCHECK_H
#define KP2S_ZIPCHECK_H

#include "zip.h"

/* Names and places of n parts, of which the directory at that offset of the file tells; sizes also, by
 * limit.h. */
bool zip_check(const char *file, const struct zip_entry *entry, size_t n, uint64_t directory, struct err *e);

/* Order of names: in any case, either slash, those at the beginning left out. */
int zip_compare_names(struct str a, struct str b);

/* Fills e with what is wrong with a file, or with a part of it. Returns false. */
bool zip_damaged(const char *file, const struct zip_entry *entry, struct err *e, const char *what);

#endif
