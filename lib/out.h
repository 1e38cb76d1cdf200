/* out.h - where a program's data goes: standard output, or a file that appears whole or not at all.
 *
 * A file is written as a temporary beside its final place, then fsynced and renamed by out_commit(); a
 * program that dies leaves the old file untouched. A name that ends in .gz is compressed.
 * Only its owner may read the file: streams as found hold names and NIK.
 */
#ifndef KP2S_OUT_H
#define KP2S_OUT_H

#include "err.h"
#include "str.h"

struct out;

/* False with e (ST_USAGE) when path, to be written, is the file that is read. Either may be NULL. */
bool out_apart(const char *path, const char *input, struct err *e);
/* path NULL or "-": standard output; a device or pipe is written to directly. NULL on failure. */
struct out *out_open(const char *path, struct err *e);
/* Errors are remembered and reported by out_commit(). */
void out_write(struct out *o, const char *data, size_t len);
/* Hands what was written so far to the system, so that it stands before a message. */
void out_flush(struct out *o);
/* Flushes, checks, makes the file's bytes durable, then visible. Closes o in every case; false when anything
 * was lost.
 */
bool out_commit(struct out *o, struct err *e);
/* Closes o and removes the temporary; o may be NULL. */
void out_abandon(struct out *o);
/* The temporary that is being written, valid as long as o; NULL when there is none. */
const char *out_temporary(const struct out *o);
/* Makes a file, or which names a folder holds, durable: for what was written by other means than these. */
bool out_sync(const char *path, struct err *e);
/* CRC-32 (as zlib and gzip compute it) over the bytes written since the last out_crc_begin(). */
void out_crc_begin(struct out *o);
uint32_t out_crc(const struct out *o);
/* True once a write has failed, so that a producer can stop early. */
bool out_failed(const struct out *o);

/* Room for len bytes that the caller writes itself; out_filled() then says where they end. NULL when the
 * buffer never has so much. */
char *out_room(struct out *o, size_t len);
void out_filled(struct out *o, const char *end);

/* Writes one CSV field to a place that has room for OUT_FIELD_ROOM(s.len) bytes; returns its end. */
#define OUT_FIELD_ROOM(len) (2 * (len) + 2)
char *out_put_field(char *to, struct str s);

/* One CSV field (RFC 4180: quoted only where needed), and the separators. */
void out_field(struct out *o, struct str s);
/* n fields (1 or more) with commas between. */
void out_fields(struct out *o, const struct str *field, size_t n);
void out_comma(struct out *o);
void out_line(struct out *o);

#endif
