#include "pack.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { MOST_PARTS = 16, LOCAL_HEADER = 30, CHUNK = 256 * 1024 };

struct part {
    const char *name;
    uint64_t at, size, packed;
    uint32_t crc;
};

struct pack {
    FILE *file;
    const char *path;
    struct part part[MOST_PARTS];
    size_t parts, used;
    uint64_t at;
    z_stream z;
    unsigned char in[CHUNK], out[CHUNK];
};

void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("bench/make: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

struct pack *pack_open(const char *path)
{
    struct pack *p = calloc(1, sizeof *p);
    if (!p)
        die("no memory");
    p->path = path;
    p->file = fopen(path, "wb");
    if (!p->file || deflateInit2(&p->z, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        die("cannot create '%s'", path);
    return p;
}

static void put(struct pack *p, const void *bytes, size_t len)
{
    if (fwrite(bytes, 1, len, p->file) != len)
        die("cannot write '%s'", p->path);
    p->at += len;
}

static unsigned char *little(unsigned char *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *to++ = (unsigned char)(value >> 8 * i);
    return to;
}

/* What a local header and an entry of the directory have in common: from version needed to extra length. */
static unsigned char *common(unsigned char *to, const struct part *part)
{
    if (part->size > UINT32_MAX || part->packed > UINT32_MAX || part->at > UINT32_MAX)
        die("part '%s' is too large for a zip archive without zip64", part->name);
    to = little(to, 20, 2);
    to = little(to, 0, 2);
    to = little(to, Z_DEFLATED, 2);
    to = little(to, 1 << 21 | 1 << 16, 4); /* 1 January 1980, as Excel writes */
    to = little(to, part->crc, 4);
    to = little(to, part->packed, 4);
    to = little(to, part->size, 4);
    to = little(to, strlen(part->name), 2);
    return little(to, 0, 2);
}

static void put_local(struct pack *p, const struct part *part)
{
    unsigned char header[LOCAL_HEADER] = "PK\3\4";
    common(header + 4, part);
    put(p, header, sizeof header);
    put(p, part->name, strlen(part->name));
}

static void squeeze(struct pack *p, int flush)
{
    struct part *part = &p->part[p->parts - 1];
    part->crc = (uint32_t)crc32(part->crc, p->in, (uInt)p->used);
    part->size += p->used;
    p->z.next_in = p->in;
    p->z.avail_in = (uInt)p->used;
    do {
        p->z.next_out = p->out;
        p->z.avail_out = sizeof p->out;
        deflate(&p->z, flush);
        put(p, p->out, sizeof p->out - p->z.avail_out);
    } while (p->z.avail_out == 0);
    p->used = 0;
}

/* The local header is written again, now that the sizes are known. */
static void end_part(struct pack *p)
{
    if (p->parts == 0)
        return;
    struct part *part = &p->part[p->parts - 1];
    squeeze(p, Z_FINISH);
    uint64_t end = p->at;
    part->packed = end - part->at - LOCAL_HEADER - strlen(part->name);
    if (fseeko(p->file, (off_t)part->at, SEEK_SET) != 0)
        die("cannot write '%s'", p->path);
    put_local(p, part);
    if (fseeko(p->file, (off_t)end, SEEK_SET) != 0)
        die("cannot write '%s'", p->path);
    p->at = end;
}

void pack_part(struct pack *p, const char *name)
{
    end_part(p);
    if (p->parts == MOST_PARTS)
        die("more than %d parts", MOST_PARTS);
    deflateReset(&p->z);
    p->part[p->parts] = (struct part){.name = name, .at = p->at};
    put_local(p, &p->part[p->parts++]);
}

void pack_write(struct pack *p, const char *text, size_t len)
{
    while (len > 0) {
        size_t n = len < CHUNK - p->used ? len : CHUNK - p->used;
        memcpy(p->in + p->used, text, n);
        p->used += n;
        text += n;
        len -= n;
        if (p->used == CHUNK)
            squeeze(p, Z_NO_FLUSH);
    }
}

void pack_close(struct pack *p)
{
    end_part(p);
    uint64_t directory = p->at;
    for (size_t i = 0; i < p->parts; i++) {
        const struct part *part = &p->part[i];
        unsigned char entry[46] = "PK\1\2\24";
        unsigned char *to = common(entry + 6, part);
        to = little(to, 0, 10); /* comment length, disk, attributes */
        little(to, part->at, 4);
        put(p, entry, sizeof entry);
        put(p, part->name, strlen(part->name));
    }
    unsigned char end[22] = "PK\5\6";
    unsigned char *to = little(end + 8, p->parts, 2);
    to = little(to, p->parts, 2);
    to = little(to, p->at - directory, 4);
    little(to, directory, 4);
    put(p, end, sizeof end);
    deflateEnd(&p->z);
    if (fclose(p->file) != 0)
        die("cannot write '%s'", p->path);
    free(p);
}
