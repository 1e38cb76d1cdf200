/* archive.h - writes a zip archive, part by part: parts of another archive as they are packed there, or new
 * ones.
 *
 * What is written goes straight on, so that memory does not grow with a part: sizes of new parts stand behind
 * their bytes (data descriptors), as other programs that write while they pack have it. No zip64: an archive
 * beyond 4 GiB, or a part, is refused (ST_CANTCREATE).
 */
#ifndef KP2S_ARCHIVE_H
#define KP2S_ARCHIVE_H

#include "zip.h"

struct archive;

/* Takes what is written, in order; remembers its own failures. */
typedef void archive_sink_fn(void *sink, const char *data, size_t len);

/* 1 January 1980, midnight: the beginning of an archive's time, which new parts bear. */
enum { ARCHIVE_NO_TIME = 1 << 21 | 1 << 16 };

struct archive *archive_open(archive_sink_fn *write, void *sink);
void archive_close(struct archive *a); /* a may be NULL */

/* A part as it stands in the other archive, byte by byte. */
bool archive_copy(struct archive *a, const struct zip *from, const struct zip_entry *entry, struct err *e);

/* A new part. Its bytes follow, and then its end. */
void archive_begin(struct archive *a, struct str name, uint32_t modified);
void archive_write(struct archive *a, struct str bytes);
void archive_end(struct archive *a);

/* The directory; nothing may follow. */
bool archive_finish(struct archive *a, struct err *e);

#endif
