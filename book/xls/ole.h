/* ole.h - the compound file (OLE 2, [MS-CFB]) in which a workbook of Excel 5 to 2003 lies: a stream by name.
 *
 * Sector chains are checked against the file's size, so that none runs in a circle. Only the root storage is
 * looked at: an object embedded in the workbook has streams of the same names. All faults are ST_UNREADABLE.
 */
#ifndef KP2S_OLE_H
#define KP2S_OLE_H

#include "err.h"
#include "str.h"

struct ole;

/* fd stays the caller's, must allow pread and stay open; name is for messages and is borrowed. NULL on
 * failure. */
struct ole *ole_open(int fd, const char *name, struct err *e);
void ole_close(struct ole *o); /* o may be NULL */
bool ole_has(const struct ole *o, const char *stream);

/* Where the bytes of a stream lie in the file. */
struct ole_stream;

/* NULL on failure. The stream lives on when o is closed. */
struct ole_stream *ole_stream_open(struct ole *o, const char *stream, struct err *e);
/* The whole file as a stream: what some programs write in place of a compound file. NULL on failure. */
struct ole_stream *ole_stream_bare(int fd, const char *name, struct err *e);
void ole_stream_close(struct ole_stream *s); /* s may be NULL */
/* Bytes from a position on: less than size only at the end; -1: e is filled. */
long ole_stream_read(const struct ole_stream *s, uint32_t at, void *buffer, size_t size, struct err *e);

#endif
