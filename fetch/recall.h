/* recall.h - what is remembered of an address between runs: ARCHIVE/.pull/HASH, and the bytes of a download
 * that broke off, HASH.part.
 *
 * HASH is the SHA-256 of the whole address, so that the archive tells nothing of secrets in it. A file of it
 * appears whole or not at all; one that cannot be understood counts as none. HASH.part is locked (flock)
 * while the address is pulled. What nobody asked for during RECALL_DAYS is forgotten.
 */
#ifndef KP2S_RECALL_H
#define KP2S_RECALL_H

#include "err.h"
#include "sha.h"
#include "str.h"

enum { RECALL_DAYS = 30 };

struct recall {
    const char *path, *part;   /* the two files */
    int fd;                    /* of the part: open for reading and appending */
    struct str etag, modified; /* of the bytes last archived, as their answer said; empty: none */
    struct str version; /* of them, as a folder or a server told it before they came; empty: not told */
    char sha[SHA_HEX];  /* of them; empty: nothing was archived yet */
    long long bytes;
    struct str name; /* as which they came */
    struct str tag;  /* an ETag, a date or a version, of which HASH.part is the beginning */
    struct str seen; /* the version seen last, */
    long since;      /* and when it was seen first, in seconds since 1970 */
};

enum recall_result { RECALL_OPEN, RECALL_BUSY, RECALL_FAILED };

/* Reads what is remembered; the texts live in the arena. BUSY: another program pulls that address. FAILED:
 * e is filled, the archive's folder is at fault. */
enum recall_result recall_open(struct recall *r, const char *archive, const char *url, struct arena *a,
                               struct err *e);
bool recall_write(const struct recall *r, struct err *e);
/* Empties the part. */
bool recall_empty(const struct recall *r, struct err *e);
/* Ends the lock; a part without bytes is removed. */
void recall_close(struct recall *r);

/* Whether this version has been seen for so many seconds: by this run or one before. */
bool recall_rests(struct recall *r, struct str version, long seconds, struct err *e);

/* Forgets what was not asked for during RECALL_DAYS. */
void recall_sweep(const char *archive);

#endif
