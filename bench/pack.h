/* pack.h - writes a zip archive part by part, deflated by zlib at its default level 6.
 *
 * For the workbooks that make.c invents: sizes stand in the local headers, as Excel writes them, there is no
 * zip64, and any trouble ends the program with a message.
 */
#ifndef KP2S_BENCH_PACK_H
#define KP2S_BENCH_PACK_H

#include <stddef.h>

struct pack *pack_open(const char *path);
/* A part lasts until the next one begins or the archive closes. The name must stay valid until then. */
void pack_part(struct pack *p, const char *name);
void pack_write(struct pack *p, const char *text, size_t len);
void pack_close(struct pack *p);

/* Prints "bench/make: " and the message to standard error, and exits with status 1. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
