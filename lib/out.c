#include "out.h"

#include "bytes.h"
#include "crc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { BUFFER_SIZE = 64 * 1024, PLAIN_SIZE = 1024 };
/* What a pipe may hold without privilege. At its usual 64 KiB stations that run beside each other wait in
 * turn. */
enum { PIPE_SIZE = 1024 * 1024 };

struct out {
    int fd;
    gzFile gz; /* set when compressing; owns a duplicate of fd */
    char *path, *temporary;
    int failed;   /* errno of the first failure */
    bool summing; /* out_crc_begin() was called */
    size_t used, summed;
    uint32_t crc;
    char buffer[BUFFER_SIZE + BYTES_BLOCK]; /* what is behind the last byte may be looked at */
};

bool out_apart(const char *path, const char *input, struct err *e)
{
    struct stat a, b;
    if (!path || !input || stat(path, &a) != 0 || stat(input, &b) != 0 || !S_ISREG(a.st_mode) ||
        a.st_dev != b.st_dev || a.st_ino != b.st_ino)
        return true;
    err_set(e, ST_USAGE, "the output '%s' is the input", path);
    return err_hint(e, "give the output another name: the original must stay as it is");
}

struct out *out_open(const char *path, struct err *e)
{
    struct out *o = mem_alloc(sizeof *o);
    o->fd = STDOUT_FILENO;
    if (!path || strcmp(path, "-") == 0) {
        fcntl(o->fd, F_SETPIPE_SZ,
              PIPE_SIZE); /* if it is no pipe, or the user has too many, it stays as it is */
        return o;
    }
    struct stat st;
    o->path = strdup(path);
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) { /* a device or a pipe is written to, never replaced */
        o->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        size_t size = strlen(path) + 32;
        o->temporary = mem_alloc(size);
        snprintf(o->temporary, size, "%s.tmp.%ld", path, (long)getpid());
        o->fd = open(o->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    }
    if (o->fd < 0) {
        int errnum = errno;
        err_set(e, ST_CANTCREATE, "cannot create '%s': %s", path, strerror(errnum));
        free(o->path);
        free(o->temporary);
        free(o);
        return NULL;
    }
    size_t len = strlen(path);
    if (len > 3 && strcmp(path + len - 3, ".gz") == 0) {
        o->gz = gzdopen(dup(o->fd), "wb6");
        if (!o->gz)
            BUG("gzdopen failed");
    }
    return o;
}

void out_flush(struct out *o)
{
    size_t len = o->used;
    const char *p = o->buffer;
    if (o->summing)
        o->crc = crc_add(o->crc, p + o->summed, len - o->summed);
    o->used = o->summed = 0;
    if (o->failed || len == 0)
        return;
    if (o->gz) {
        if (gzwrite(o->gz, p, (unsigned)len) != (int)len)
            o->failed = errno ? errno : EIO;
        return;
    }
    while (len > 0) {
        ssize_t n = write(o->fd, p, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            o->failed = errno;
            return;
        }
        p += n;
        len -= (size_t)n;
    }
}

void out_write(struct out *o, const char *data, size_t len)
{
    if (len == 0)
        return; /* data may be NULL */
    if (len < BUFFER_SIZE - o->used) {
        memcpy(o->buffer + o->used, data, len);
        o->used += len;
        return;
    }
    while (len > 0) {
        size_t room = BUFFER_SIZE - o->used, n = len < room ? len : room;
        memcpy(o->buffer + o->used, data, n);
        o->used += n;
        data += n;
        len -= n;
        if (o->used == BUFFER_SIZE)
            out_flush(o);
    }
}

const char *out_temporary(const struct out *o)
{
    return o->temporary;
}

void out_crc_begin(struct out *o)
{
    o->crc = 0;
    o->summing = true;
    o->summed = o->used;
}

uint32_t out_crc(const struct out *o)
{
    return crc_add(o->crc, o->buffer + o->summed, o->used - o->summed);
}

bool out_failed(const struct out *o)
{
    return o->failed != 0;
}

static void release(struct out *o)
{
    free(o->path);
    free(o->temporary);
    free(o);
}

bool out_sync(const char *path, struct err *e)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = (fd >= 0 && fsync(fd) == 0) || err_sys(e, "cannot write '%s'", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

bool out_commit(struct out *o, struct err *e)
{
    out_flush(o);
    if (o->gz && gzclose(o->gz) != Z_OK && !o->failed)
        o->failed = errno ? errno : EIO;
    if (!o->temporary) {
        if (close(o->fd) != 0 && errno != EBADF && !o->failed)
            o->failed = errno;
    } else {
        if (!o->failed && fsync(o->fd) != 0)
            o->failed = errno;
        if (close(o->fd) != 0 && !o->failed)
            o->failed = errno;
        if (!o->failed && rename(o->temporary, o->path) != 0)
            o->failed = errno;
        if (o->failed)
            unlink(o->temporary);
    }
    int failed = o->failed;
    if (failed) {
        err_set(e, ST_IO, "cannot write '%s': %s", o->path ? o->path : "standard output", strerror(failed));
        if (failed == ENOSPC)
            err_hint(e, "the disk is full; free space and run again");
        if (failed == EPIPE)
            err_hint(e, "the program that reads this output ended early; its own message says why");
    }
    release(o);
    return failed == 0;
}

void out_abandon(struct out *o)
{
    if (!o)
        return;
    if (o->gz)
        gzclose(o->gz);
    if (o->path)
        close(o->fd);
    if (o->temporary)
        unlink(o->temporary);
    release(o);
}

char *out_room(struct out *o, size_t len)
{
    if (len > BUFFER_SIZE - o->used)
        out_flush(o);
    return len <= BUFFER_SIZE ? o->buffer + o->used : NULL;
}

void out_filled(struct out *o, const char *end)
{
    o->used = (size_t)(end - o->buffer);
    if (o->used == BUFFER_SIZE)
        out_flush(o);
}

static bool needs_quotes(struct str s)
{
    static const unsigned char special[256] = {[','] = 1, ['"'] = 1, ['\n'] = 1, ['\r'] = 1};
    unsigned char quote = 0;
    for (size_t i = 0; i < s.len; i++)
        quote |= special[(unsigned char)s.ptr[i]];
    return quote;
}

char *out_put_field(char *to, struct str s)
{
    if (!needs_quotes(s))
        return str_copy(to, s);
    *to++ = '"';
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            *to++ = '"';
        *to++ = s.ptr[i];
    }
    *to++ = '"';
    return to;
}

/* A field that may be longer than the buffer. */
static void long_field(struct out *o, struct str s)
{
    if (!needs_quotes(s)) {
        out_write(o, s.ptr, s.len);
        return;
    }
    out_write(o, "\"", 1);
    while (s.len > 0) {
        const char *at = memchr(s.ptr, '"', s.len);
        size_t n = at ? (size_t)(at - s.ptr) + 1 : s.len;
        out_write(o, s.ptr, n);
        if (at)
            out_write(o, "\"", 1);
        s.ptr += n;
        s.len -= n;
    }
    out_write(o, "\"", 1);
}

void out_field(struct out *o, struct str s)
{
    char *to = out_room(o, OUT_FIELD_ROOM(s.len));
    if (to)
        out_filled(o, out_put_field(to, s));
    else
        long_field(o, s);
}

/* Writes fields of less than PLAIN_SIZE bytes in all as though none needed quotes, then looks at all of them
 * at once: every comma must be one of ours, and there must be no quote or line end. NULL when there is. */
static char *plain_fields(char *begin, const struct str *field, size_t n)
{
    uint64_t comma[PLAIN_SIZE / BYTES_BLOCK + 1] = {0};
    char *to = begin;
    for (size_t i = 0;; to++) {
        to = str_copy(to, field[i]);
        if (++i == n)
            break;
        size_t at = (size_t)(to - begin);
        comma[at / BYTES_BLOCK] |= UINT64_C(1) << at % BYTES_BLOCK;
        *to = ',';
    }
    size_t len = (size_t)(to - begin);
    for (size_t at = 0; at < len; at += BYTES_BLOCK) {
        const char *p = begin + at;
        uint64_t special =
            bytes_equal(p, ',') | bytes_equal(p, '"') | bytes_equal(p, '\n') | bytes_equal(p, '\r');
        if ((special & bytes_first(len - at)) != comma[at / BYTES_BLOCK])
            return NULL;
    }
    return to;
}

void out_fields(struct out *o, const struct str *field, size_t n)
{
    size_t len = n;
    for (size_t i = 0; i < n; i++)
        len += field[i].len;
    char *end = len <= PLAIN_SIZE ? plain_fields(out_room(o, len), field, n) : NULL;
    if (end) {
        out_filled(o, end);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            out_comma(o);
        out_field(o, field[i]);
    }
}

static void put(struct out *o, char c)
{
    o->buffer[o->used++] = c;
    if (o->used == BUFFER_SIZE)
        out_flush(o);
}

void out_comma(struct out *o)
{
    put(o, ',');
}

void out_line(struct out *o)
{
    put(o, '\n');
}
