/* listing.h - the files that a folder at a server holds, by its answer: names, and versions where it tells
 * them.
 *
 * Nothing of an answer is trusted: a name is what stands behind its last slash.
 */
#ifndef KP2S_LISTING_H
#define KP2S_LISTING_H

#include "err.h"
#include "str.h"

enum { MAX_LISTED = 100000 };

struct listed {
    struct str name;    /* never empty, without slash and control characters */
    struct str version; /* an ETag, or size and time; empty: not told */
};

struct listing {
    struct arena *arena; /* where the texts and the entries live */
    struct listed *entry;
    size_t n;
};

/* Names alone, a line each (NLST of RFC 959); folders are among them. False with e when there are too many;
 * so the others. */
bool listing_names(struct listing *l, struct str text, struct err *e);
/* Lines as of ls -l, which servers for sftp tell. False also when a line is none. */
bool listing_long(struct listing *l, struct str text, struct err *e);
/* The answer to PROPFIND (RFC 4918, multistatus). False also when it is none. */
bool listing_dav(struct listing *l, struct str text, struct err *e);

#endif
