#include "inflate.h"

#include "str.h"

#include <stdlib.h>

#ifdef KP2S_ISAL

#include <isa-l/igzip_lib.h>

struct inflate {
    struct inflate_state state;
};

struct inflate *inflate_open(void)
{
    struct inflate *i =
        mem_grow(NULL, sizeof *i); /* large, and cleared as far as it must be by the next call */
    isal_inflate_init(&i->state);
    i->state.crc_flag = ISAL_DEFLATE;
    return i;
}

void inflate_close(struct inflate *i)
{
    free(i);
}

void inflate_feed(struct inflate *i, const unsigned char *packed, size_t len)
{
    i->state.next_in = (uint8_t *)(uintptr_t)packed;
    i->state.avail_in = (uint32_t)len;
}

bool inflate_hungry(const struct inflate *i)
{
    return i->state.avail_in == 0;
}

size_t inflate_unused(const struct inflate *i)
{
    return i->state.avail_in +
           (size_t)i->state.read_in_length / 8; /* whole bytes among the bits read ahead */
}

long inflate_read(struct inflate *i, char *out, size_t size, bool *ended)
{
    i->state.next_out = (uint8_t *)out;
    i->state.avail_out = (uint32_t)size;
    if (isal_inflate(&i->state) < 0)
        return -1;
    *ended = i->state.block_state == ISAL_BLOCK_FINISH;
    return (long)(size - i->state.avail_out);
}

const char *inflate_library(void)
{
    return "isa-l";
}

#else

#include <zlib.h>

struct inflate {
    z_stream z;
};

struct inflate *inflate_open(void)
{
    struct inflate *i = mem_alloc(sizeof *i);
    if (inflateInit2(&i->z, -MAX_WBITS) != Z_OK)
        abort();
    return i;
}

void inflate_close(struct inflate *i)
{
    if (i)
        inflateEnd(&i->z);
    free(i);
}

void inflate_feed(struct inflate *i, const unsigned char *packed, size_t len)
{
    i->z.next_in = (Bytef *)(uintptr_t)packed;
    i->z.avail_in = (uInt)len;
}

bool inflate_hungry(const struct inflate *i)
{
    return i->z.avail_in == 0;
}

size_t inflate_unused(const struct inflate *i)
{
    return i->z.avail_in;
}

long inflate_read(struct inflate *i, char *out, size_t size, bool *ended)
{
    i->z.next_out = (Bytef *)out;
    i->z.avail_out = (uInt)size;
    int result = inflate(&i->z, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        return -1;
    *ended = result == Z_STREAM_END;
    return (long)(size - i->z.avail_out);
}

const char *inflate_library(void)
{
    return "zlib";
}

#endif
