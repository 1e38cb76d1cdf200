/* ahead.h - the bytes of a source in blocks, read ahead by a second thread where that pays.
 *
 * Unpacking and scanning take about the same time, so that a large part is read in two thirds of the time
 * when a thread of its own unpacks it. With one processor, or when no thread can be had, blocks are read as
 * they are asked for: what comes out is the same.
 */
#ifndef KP2S_AHEAD_H
#define KP2S_AHEAD_H

#include "err.h"

#include <stddef.h>
#include <stdint.h>

enum {
    AHEAD_BLOCK = 256 * 1024, /* at most */
    AHEAD_ROOM = 64 * 1024,   /* in front of a block */
    AHEAD_SLACK = 64          /* zero bytes behind it */
};

struct ahead;

/* Bytes put into buffer; 0 at the end; -1: e is filled. Called by one thread at a time. */
typedef long ahead_read_fn(void *source, char *buffer, size_t size, struct err *e);

/* The source stays the caller's and must stay until ahead_close(). bytes: about how many it has;
 * a small one gets small blocks and no thread. */
struct ahead *ahead_open(ahead_read_fn *read, void *source, uint64_t bytes);
void ahead_close(struct ahead *a); /* a may be NULL */

/* The next block, and in front of it a copy of `kept` bytes (at most AHEAD_ROOM), which may be those at the
 * end of the block before: returns where these begin. The caller may write to all of it; it is valid until
 * the next call. *len bytes are new, 0 at the end. NULL: e is filled. */
char *ahead_next(struct ahead *a, const char *keep, size_t kept, size_t *len, struct err *e);

#endif
