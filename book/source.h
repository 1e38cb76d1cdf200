/* source.h - the bytes of a file from its beginning: as they stand, or unpacked where they are gzip.
 *
 * gzip is told by its first bytes, 1F 8B. Its members, one after another, are one stream of bytes; zeros
 * behind the last are passed over. Length and CRC-32 of each are checked. What is cut short, damaged or
 * unpacks to an implausible size, as for parts in zip.h, is ST_UNREADABLE.
 */
#ifndef KP2S_SOURCE_H
#define KP2S_SOURCE_H

#include "err.h"

#include <stddef.h>
#include <stdint.h>

struct source;

/* Reads fd by pread, so that several can; fd and path are borrowed. NULL on failure. */
struct source *source_open(int fd, const char *path, struct err *e);
/* Bytes put into buffer, at least one but at the end: 0; -1: e is filled. A struct source as void, so that
 * the function stands for any that gives bytes. */
long source_read(void *source, char *buffer, size_t size, struct err *e);
/* Bytes of the file when it is gzip, else 0. */
uint64_t source_packed(const struct source *s);
void source_close(struct source *s); /* s may be NULL */

#endif
