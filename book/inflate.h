/* inflate.h - unpacking of raw deflate data: by ISA-L where it was there at build time, else by zlib.
 *
 * ISA-L unpacks about three times as fast as zlib (bench/read.sh shows it beside zlib on the same part).
 */
#ifndef KP2S_INFLATE_H
#define KP2S_INFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INFLATE_AHEAD = 8 };

struct inflate;

struct inflate *inflate_open(void);
void inflate_close(struct inflate *i); /* i may be NULL */
/* Packed bytes to go on with; they stay the caller's and must stay until all were taken. */
void inflate_feed(struct inflate *i, const unsigned char *packed, size_t len);
/* All that was fed was taken. */
bool inflate_hungry(const struct inflate *i);
/* Bytes put into out; *ended: the data's own end was reached. -1: the data is damaged. */
long inflate_read(struct inflate *i, char *out, size_t size, bool *ended);

/* Bytes that were fed and lie behind the data's own end: at the end of the last feed, but for INFLATE_AHEAD
 * or less that may be of the one before. */
size_t inflate_unused(const struct inflate *i);

/* "isa-l" or "zlib". */
const char *inflate_library(void);

#endif
