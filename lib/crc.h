/* crc.h - CRC-32 as zlib and gzip compute it: by ISA-L, which uses carry-less multiplication, where it was
 * there at build time, else by zlib. */
#ifndef KP2S_CRC_H
#define KP2S_CRC_H

#include <stddef.h>
#include <stdint.h>

/* The sum of what `crc` is the sum of and of these bytes behind it; 0 is the sum of nothing. */
uint32_t crc_add(uint32_t crc, const char *data, size_t len);

#endif
