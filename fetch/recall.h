/* recall.h - what is remembered of an address between runs: ARCHIVE/.pull/HASH, and the bytes of a download
 * that broke off, HASH.part.
 *
 * HASH is the SHA-256 of the whole address, so that the archive tells nothing of secrets in it. A file of it
 * appears whole or not at all; one that cannot be understood counts as none.
 */
#ifndef KP2S_RECALL_H
#define KP2S_RECALL_H

#include "err.h"
#include "sha.h"
#include "str.h"

struct recall {
    const char *path, *part;   /* the two files */
    struct str etag, modified; /* of the bytes last archived; empty: none */
    char sha[SHA_HEX];         /* of them; empty: nothing was archived yet */
    long long bytes;
    struct str name; /* as which they came */
    struct str tag;  /* an ETag or a date that tells the version of which HASH.part is the beginning */
};

/* Reads what is remembered; the texts live in the arena. False: the archive's folder cannot be made. */
bool recall_read(struct recall *r, const char *archive, const char *url, struct arena *a, struct err *e);
bool recall_write(const struct recall *r, struct err *e);

#endif
