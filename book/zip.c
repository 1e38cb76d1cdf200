#include "zip.h"
#include "crc.h"
#include "inflate.h"
#include "limit.h"
#include "zipcheck.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    END_SIZE = 22,
    END64_SIZE = 56,
    LOCATOR_SIZE = 20,
    ENTRY_SIZE = 46,
    LOCAL_SIZE = 30,
    LONGEST_COMMENT = 65535,
    UNIX = 3,
    LINK = 0xA000,
    CHUNK = 64 * 1024,
};

struct zip {
    int fd;
    const char *name;
    uint64_t size; /* of the file */
    struct arena arena;
    struct zip_entry *entry;
    size_t entries;
};

struct zip_part {
    const struct zip *zip;
    const struct zip_entry *entry;
    uint64_t at, left; /* of the packed bytes */
    uint64_t out;
    uint32_t crc;
    bool ended;
    struct inflate *inflate;
    const unsigned char *next; /* of a stored part's bytes in `in` */
    size_t have;
    unsigned char in[CHUNK];
};

static unsigned u16(const unsigned char *p)
{
    return p[0] | (unsigned)p[1] << 8;
}

static uint32_t u32(const unsigned char *p)
{
    return u16(p) | (uint32_t)u16(p + 2) << 16;
}

static uint64_t u64(const unsigned char *p)
{
    return u32(p) | (uint64_t)u32(p + 4) << 32;
}

static bool damaged(const struct zip *z, struct err *e, const char *what)
{
    return zip_damaged(z->name, NULL, e, what);
}

static bool read_at(const struct zip *z, uint64_t offset, unsigned char *buffer, size_t len, struct err *e)
{
    if (offset > z->size || z->size - offset < len)
        return damaged(z, e, "a part lies beyond the end of the file");
    while (len > 0) {
        ssize_t n = pread(z->fd, buffer, len, (off_t)offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_sys(e, "cannot read '%s'", z->name);
        if (n == 0)
            return damaged(z, e, "it became shorter while it was read");
        buffer += n;
        offset += (size_t)n;
        len -= (size_t)n;
    }
    return true;
}

/* Where the directory stands, from the record at the archive's end. */
struct directory {
    uint64_t offset, size, entries;
};

static bool find_directory64(const struct zip *z, uint64_t end, struct directory *d, struct err *e)
{
    unsigned char locator[LOCATOR_SIZE], end64[END64_SIZE];
    if (end < LOCATOR_SIZE || !read_at(z, end - LOCATOR_SIZE, locator, sizeof locator, e) ||
        memcmp(locator, "PK\6\7", 4) != 0)
        return damaged(z, e, "its zip directory cannot be found");
    if (!read_at(z, u64(locator + 8), end64, sizeof end64, e))
        return false;
    if (memcmp(end64, "PK\6\6", 4) != 0)
        return damaged(z, e, "its zip64 directory cannot be found");
    *d = (struct directory){u64(end64 + 48), u64(end64 + 40), u64(end64 + 32)};
    return true;
}

static bool find_directory(const struct zip *z, struct directory *d, struct err *e)
{
    size_t len = z->size < END_SIZE + LONGEST_COMMENT ? (size_t)z->size : END_SIZE + LONGEST_COMMENT;
    unsigned char *tail = mem_alloc(len), *end = NULL;
    bool ok = read_at(z, z->size - len, tail, len, e);
    for (size_t i = len; ok && !end && i >= END_SIZE; i--)
        if (memcmp(tail + i - END_SIZE, "PK\5\6", 4) == 0)
            end = tail + i - END_SIZE;
    if (ok && !end) {
        ok = err_set(e, ST_UNREADABLE, "'%s' is cut short: the zip directory at its end is missing", z->name);
        err_hint(e, "the copy or download was broken off; copy the file again from its origin");
    }
    if (ok) {
        uint64_t at = z->size - len + (uint64_t)(end - tail);
        *d = (struct directory){u32(end + 16), u32(end + 12), u16(end + 10)};
        if (d->offset == UINT32_MAX || d->size == UINT32_MAX || d->entries == UINT16_MAX)
            ok = find_directory64(z, at, d, e);
    }
    free(tail);
    return ok;
}

/* Sizes and offset that did not fit into 32 bits stand in an extra field, in this order. */
static void read_extra64(struct zip_entry *entry, const unsigned char *extra, size_t len)
{
    for (size_t i = 0; i + 4 <= len; i += 4 + u16(extra + i + 2)) {
        size_t field = u16(extra + i + 2), at = i + 4;
        if (u16(extra + i) != 1 || at + field > len)
            continue;
        uint64_t *wide[] = {&entry->size, &entry->packed, &entry->offset};
        for (size_t k = 0; k < 3 && field >= 8; k++)
            if (*wide[k] == UINT32_MAX) {
                *wide[k] = u64(extra + at);
                at += 8;
                field -= 8;
            }
    }
}

static bool read_directory(struct zip *z, struct err *e)
{
    struct directory d = {0};
    if (!find_directory(z, &d, e))
        return false;
    if (d.entries > limit_of(LIMIT_PARTS))
        return limit_refuse(LIMIT_PARTS, z->name, e);
    if (d.offset > z->size || d.size > z->size - d.offset || d.entries * ENTRY_SIZE > d.size ||
        d.size > d.entries * (ENTRY_SIZE + 3 * UINT16_MAX))
        return damaged(z, e, "its zip directory has an impossible size");
    unsigned char *bytes = mem_alloc((size_t)d.size);
    bool ok = read_at(z, d.offset, bytes, (size_t)d.size, e);
    z->entry = arena_alloc(&z->arena, (size_t)d.entries * sizeof *z->entry);
    size_t at = 0;
    while (ok && z->entries < d.entries) {
        const unsigned char *p = bytes + at;
        if (d.size - at < ENTRY_SIZE || memcmp(p, "PK\1\2", 4) != 0) {
            ok = damaged(z, e, "its zip directory is broken");
            break;
        }
        size_t name = u16(p + 28), extra = u16(p + 30), all = ENTRY_SIZE + name + extra + u16(p + 32);
        if (d.size - at < all) {
            ok = damaged(z, e, "its zip directory is broken");
            break;
        }
        struct zip_entry *entry = &z->entry[z->entries++];
        *entry = (struct zip_entry){.offset = u32(p + 42),
                                    .packed = u32(p + 20),
                                    .size = u32(p + 24),
                                    .crc = u32(p + 16),
                                    .modified = u32(p + 12),
                                    .method = u16(p + 10),
                                    .flags = u16(p + 8)};
        entry->name = arena_dup(&z->arena, (struct str){(const char *)p + ENTRY_SIZE, name});
        read_extra64(entry, p + ENTRY_SIZE + name, extra);
        at += all;
        if (p[5] == UNIX && (u16(p + 40) & 0xF000) == LINK)
            ok = zip_damaged(z->name, entry, e, "a part is a link to another file");
    }
    free(bytes);
    if (ok && at < d.size)
        ok = damaged(z, e, "its zip directory has more parts than it says");
    return ok && zip_check(z->name, z->entry, z->entries, d.offset, e);
}

struct zip *zip_open(int fd, const char *name, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0) {
        err_sys(e, "cannot read '%s'", name);
        return NULL;
    }
    struct zip *z = mem_alloc(sizeof *z);
    z->fd = fd;
    z->name = name;
    z->size = (uint64_t)st.st_size;
    if (!read_directory(z, e)) {
        zip_close(z);
        return NULL;
    }
    return z;
}

void zip_close(struct zip *z)
{
    if (!z)
        return;
    arena_done(&z->arena);
    free(z);
}

const char *zip_name(const struct zip *z)
{
    return z->name;
}

const struct zip_entry *zip_find(const struct zip *z, struct str name)
{
    for (size_t i = 0; i < z->entries; i++)
        if (zip_compare_names(z->entry[i].name, name) == 0)
            return &z->entry[i];
    return NULL;
}

size_t zip_parts(const struct zip *z)
{
    return z->entries;
}

const struct zip_entry *zip_part_at(const struct zip *z, size_t i)
{
    return &z->entry[i];
}

static bool part_fault(const struct zip_part *p, struct err *e, const char *what)
{
    return zip_damaged(p->zip->name, p->entry, e, what);
}

/* An archiver and a reader that see different names see different workbooks. */
static bool same_local_name(struct zip_part *p, size_t len, struct err *e)
{
    const struct str name = p->entry->name;
    return len == name.len && read_at(p->zip, p->entry->offset + LOCAL_SIZE, p->in, len, e) &&
           memcmp(p->in, name.ptr, len) == 0;
}

static bool too_well_packed(const struct zip_part *p, uint64_t size)
{
    return size > LIMIT_RATIO_FROM && size / limit_of(LIMIT_RATIO) > p->entry->packed;
}

static bool is_bomb(const struct zip_part *p, struct err *e)
{
    limit_refuse(LIMIT_RATIO, p->zip->name, e);
    return err_place(e, "part %.*s", STR_ARG(p->entry->name));
}

/* Checks the part's own header, behind which its bytes begin. */
static bool begin_part(struct zip_part *p, struct err *e)
{
    unsigned char local[LOCAL_SIZE];
    if (too_well_packed(p, p->entry->size))
        return is_bomb(p, e);
    if (p->entry->flags & 1)
        return part_fault(p, e, "a part is encrypted");
    if (p->entry->method != 0 && p->entry->method != 8)
        return part_fault(p, e, "a part is compressed by a method other than deflate");
    if (!read_at(p->zip, p->entry->offset, local, sizeof local, e))
        return false;
    if (memcmp(local, "PK\3\4", 4) != 0)
        return part_fault(p, e, "a part is not where the zip directory says");
    if (u16(local + 8) != p->entry->method || !same_local_name(p, u16(local + 26), e))
        return part_fault(p, e, "a part's own header differs from the zip directory");
    p->at = p->entry->offset + LOCAL_SIZE + u16(local + 26) + u16(local + 28);
    p->left = p->entry->packed;
    if (p->at > p->zip->size || p->zip->size - p->at < p->left)
        return part_fault(p, e, "a part lies beyond the end of the file");
    return true;
}

struct zip_part *zip_part_open(const struct zip *z, const struct zip_entry *entry, struct err *e)
{
    struct zip_part *p = mem_grow(NULL, sizeof *p); /* its buffer is not worth clearing */
    memset(p, 0, offsetof(struct zip_part, in));
    p->zip = z;
    p->entry = entry;
    p->inflate = inflate_open();
    if (!begin_part(p, e)) {
        zip_part_close(p);
        return NULL;
    }
    return p;
}

/* The next packed bytes into p->in; *n 0 at their end. */
static bool fill(struct zip_part *p, size_t *n, struct err *e)
{
    *n = p->left < CHUNK ? (size_t)p->left : CHUNK;
    if (!read_at(p->zip, p->at, p->in, *n, e))
        return false;
    p->at += *n;
    p->left -= *n;
    return true;
}

static long inflate_some(struct zip_part *p, char *buffer, size_t size, struct err *e)
{
    size_t got = 0;
    while (got < size && !p->ended) {
        size_t fed = 1;
        if (inflate_hungry(p->inflate)) {
            if (!fill(p, &fed, e))
                return -1;
            inflate_feed(p->inflate, p->in, fed);
        }
        long n = inflate_read(p->inflate, buffer + got, size - got, &p->ended);
        if (n < 0 || (n == 0 && fed == 0 && !p->ended))
            return part_fault(p, e, "a part cannot be unpacked"), -1;
        got += (size_t)n;
    }
    return (long)got;
}

static long copy_some(struct zip_part *p, char *buffer, size_t size, struct err *e)
{
    if (p->have == 0) {
        if (!fill(p, &p->have, e))
            return -1;
        p->next = p->in;
    }
    size_t n = p->have < size ? p->have : size;
    memcpy(buffer, p->next, n);
    p->next += n;
    p->have -= n;
    return (long)n;
}

long zip_part_read(struct zip_part *p, char *buffer, size_t size, struct err *e)
{
    if (size > INT32_MAX)
        size = INT32_MAX;
    long n = p->entry->method == 0 ? copy_some(p, buffer, size, e) : inflate_some(p, buffer, size, e);
    if (n < 0)
        return -1;
    p->crc = crc_add(p->crc, buffer, (size_t)n);
    p->out += (uint64_t)n;
    if (p->out > p->entry->size)
        return part_fault(p, e, "a part is longer than the zip directory says"), -1;
    if (n == 0 && p->out != p->entry->size)
        return part_fault(p, e, "a part is shorter than the zip directory says"), -1;
    if (n == 0 && p->crc != p->entry->crc)
        return part_fault(p, e, "the checksum of a part is wrong"), -1;
    return n;
}

long zip_part_packed(struct zip_part *p, char *buffer, size_t size, struct err *e)
{
    return copy_some(p, buffer, size, e);
}

void zip_part_close(struct zip_part *p)
{
    if (!p)
        return;
    inflate_close(p->inflate);
    free(p);
}

struct str zip_part_name(const struct zip_part *p)
{
    return p->entry->name;
}

uint64_t zip_part_size(const struct zip_part *p)
{
    return p->entry->size;
}
