#include "source.h"
#include "crc.h"
#include "inflate.h"
#include "limit.h"
#include "str.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    CHUNK = 64 * 1024,
    MOST = 1024 * 1024 * 1024, /* that are unpacked in one reading */
    HEADER = 10,
    TRAILER = 8,
    FLAG_HEADER_CRC = 2,
    FLAG_EXTRA = 4,
    FLAG_NAME = 8,
    FLAG_COMMENT = 16,
    FLAGS_RESERVED = 0xE0,
};

struct source {
    int fd;
    const char *path;
    off_t at;
    bool packed;
    struct inflate *inflate; /* of the present member; NULL between members */
    uint64_t unpacked;       /* of all members */
    uint32_t size, crc;      /* of the present member */
    unsigned char in[INFLATE_AHEAD + CHUNK], *next, *end;
};

static bool damaged(const struct source *s, struct err *e, const char *what)
{
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", s->path, what);
    return err_hint(e, "copy the file again from its origin");
}

static bool cut_short(const struct source *s, struct err *e)
{
    err_set(e, ST_UNREADABLE, "'%s' is cut short: the gzip data ends in the middle", s->path);
    return err_hint(e, "the copy or download was broken off; copy the file again from its origin");
}

static long read_file(struct source *s, void *buffer, size_t size, struct err *e)
{
    ssize_t n;
    do
        n = pread(s->fd, buffer, size, s->at);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return err_sys(e, "cannot read '%s'", s->path), -1;
    s->at += n;
    return n;
}

/* The next bytes into s->in, when there are none left. The last ones before stay in front of them: unpacking
 * may turn out not to have needed them. 1; 0: the end of the file; -1: e is filled. */
static int more(struct source *s, struct err *e)
{
    if (s->next < s->end)
        return 1;
    memmove(s->in, s->end - INFLATE_AHEAD, INFLATE_AHEAD);
    long n = read_file(s, s->in + INFLATE_AHEAD, CHUNK, e);
    s->next = s->in + INFLATE_AHEAD;
    s->end = s->next + (n > 0 ? n : 0);
    return n > 0 ? 1 : (int)n;
}

/* --- gzip (RFC 1952) --- */

/* Bytes of the header or the trailer; out may be NULL. */
static bool take(struct source *s, unsigned char *out, size_t n, struct err *e)
{
    for (size_t i = 0; i < n; i++) {
        int got = more(s, e);
        if (got <= 0)
            return got < 0 ? false : cut_short(s, e);
        if (out)
            out[i] = *s->next;
        s->next++;
    }
    return true;
}

static bool skip_text(struct source *s, struct err *e)
{
    unsigned char c;
    do
        if (!take(s, &c, 1, e))
            return false;
    while (c != '\0');
    return true;
}

/* There is a byte at s->next. */
static bool begin_member(struct source *s, struct err *e)
{
    unsigned char h[HEADER], len[2];
    if (*s->next != 0x1F)
        return damaged(s, e, "behind the gzip data stands something else");
    if (!take(s, h, sizeof h, e))
        return false;
    if (h[1] != 0x8B || h[2] != 8 || (h[3] & FLAGS_RESERVED))
        return damaged(s, e, "a gzip header that cannot be");
    if ((h[3] & FLAG_EXTRA) && (!take(s, len, 2, e) || !take(s, NULL, len[0] | (size_t)len[1] << 8, e)))
        return false;
    if ((h[3] & FLAG_NAME) && !skip_text(s, e))
        return false;
    if ((h[3] & FLAG_COMMENT) && !skip_text(s, e))
        return false;
    if ((h[3] & FLAG_HEADER_CRC) && !take(s, NULL, 2, e))
        return false;
    s->size = s->crc = 0;
    s->inflate = inflate_open();
    inflate_feed(s->inflate, s->next, (size_t)(s->end - s->next));
    return true;
}

static uint32_t u32(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static bool end_member(struct source *s, struct err *e)
{
    unsigned char t[TRAILER];
    s->next = s->end - inflate_unused(s->inflate);
    inflate_close(s->inflate);
    s->inflate = NULL;
    if (!take(s, t, sizeof t, e))
        return false;
    if (u32(t) != s->crc)
        return damaged(s, e, "the checksum of the gzip data is wrong");
    return u32(t + 4) == s->size || damaged(s, e, "the length of the gzip data is wrong");
}

/* 1: a member begins; 0: there is none, but for zeros, which fill up what lay on tape. */
static int next_member(struct source *s, struct err *e)
{
    int got;
    while ((got = more(s, e)) > 0 && *s->next == '\0')
        s->next++;
    return got > 0 && !begin_member(s, e) ? -1 : got;
}

/* Bytes of the present member; 0 also at its end. */
static long unpack(struct source *s, char *buffer, size_t size, struct err *e)
{
    bool ended = false;
    int got = 1;
    if (inflate_hungry(s->inflate)) {
        s->next = s->end;
        got = more(s, e);
        if (got < 0)
            return -1;
        inflate_feed(s->inflate, s->next, (size_t)(s->end - s->next));
    }
    long n = inflate_read(s->inflate, buffer, size < MOST ? size : MOST, &ended);
    if (n < 0)
        return damaged(s, e, "the gzip data cannot be unpacked"), -1;
    if (n == 0 && got == 0 && !ended)
        return cut_short(s, e), -1;
    s->crc = crc_add(s->crc, buffer, (size_t)n);
    s->size += (uint32_t)n;
    s->unpacked += (uint64_t)n;
    if (s->unpacked > LIMIT_RATIO_FROM && s->unpacked / limit_of(LIMIT_RATIO) > (uint64_t)s->at)
        return limit_refuse(LIMIT_RATIO, s->path, e), -1;
    return ended && !end_member(s, e) ? -1 : n;
}

/* --- --- */

struct source *source_open(int fd, const char *path, struct err *e)
{
    struct source *s = mem_alloc(sizeof *s);
    s->fd = fd;
    s->path = path;
    s->next = s->end = s->in + INFLATE_AHEAD;
    if (more(s, e) < 0) {
        source_close(s);
        return NULL;
    }
    s->packed = s->end - s->next >= 2 && s->next[0] == 0x1F && s->next[1] == 0x8B;
    return s;
}

long source_read(void *source, char *buffer, size_t size, struct err *e)
{
    struct source *s = source;
    size_t have = (size_t)(s->end - s->next);
    if (!s->packed && have == 0)
        return read_file(s, buffer, size, e);
    if (!s->packed) {
        size_t n = have < size ? have : size;
        memcpy(buffer, s->next, n);
        s->next += n;
        return (long)n;
    }
    long n = 0;
    while (n == 0) {
        int got = s->inflate ? 1 : next_member(s, e);
        if (got <= 0)
            return got;
        n = unpack(s, buffer, size, e);
    }
    return n;
}

uint64_t source_packed(const struct source *s)
{
    struct stat st;
    return s->packed && fstat(s->fd, &st) == 0 ? (uint64_t)st.st_size : 0;
}

void source_close(struct source *s)
{
    if (!s)
        return;
    inflate_close(s->inflate);
    free(s);
}
