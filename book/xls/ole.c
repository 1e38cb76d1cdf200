#include "ole.h"
#include "limit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    HEADER = 512,
    IN_HEADER = 109, /* sectors of the FAT that the header names */
    ENTRY = 128,
    NAME_BYTES = 64,
    MINI_SHIFT = 6,
    BARE_SHIFT = 16,
    STREAM = 2,
    MAX_ENTRIES = 100000,
};

static const uint32_t LAST_SECTOR = 0xFFFFFFF9, END_OF_CHAIN = 0xFFFFFFFE, FREE_SECTOR = 0xFFFFFFFF;

struct ole {
    int fd;
    const char *name;
    uint32_t bytes; /* of the file */
    unsigned shift; /* log2 of a sector's size */
    unsigned char header[HEADER];
    uint32_t *fat, *mini_fat, *mini_sector; /* mini_sector: where the mini stream lies */
    size_t fats, mini_fats, mini_sectors;
    unsigned char *entry; /* the directory */
    size_t entries;
    bool *in_root; /* of each entry */
};

struct ole_stream {
    int fd;
    const char *name;
    uint32_t *block; /* positions in the file */
    size_t blocks;
    unsigned shift; /* log2 of a block's size */
    uint32_t bytes;
};

static uint32_t u32(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static bool damaged(const char *name, struct err *e, const char *fault)
{
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", name, fault);
    return err_hint(e, "copy the file again from its origin, or save it as .xlsx");
}

/* Reads at a position of the file: less than size only at its end. */
static long read_at(int fd, const char *name, off_t at, void *buffer, size_t size, struct err *e)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = pread(fd, (char *)buffer + done, size - done, at + (off_t)done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_sys(e, "cannot read '%s'", name), -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (long)done;
}

static bool file_size(int fd, const char *name, uint32_t *bytes, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_sys(e, "cannot read '%s'", name);
    if ((uint64_t)st.st_size > limit_of(LIMIT_XLS_BYTES) || st.st_size > INT32_MAX)
        return limit_refuse(LIMIT_XLS_BYTES, name, e);
    *bytes = (uint32_t)st.st_size;
    return true;
}

/* --- sectors --- */

static off_t sector_at(const struct ole *o, uint32_t sector)
{
    return ((off_t)sector + 1) << o->shift;
}

/* As many sectors as the file can hold: no chain is longer. */
static size_t most_sectors(const struct ole *o)
{
    return (o->bytes >> o->shift) + 1;
}

/* A whole sector; what the file lacks of its last one is zero. */
static bool read_sector(const struct ole *o, uint32_t sector, void *buffer, struct err *e)
{
    size_t size = (size_t)1 << o->shift;
    if (sector > LAST_SECTOR || sector_at(o, sector) >= (off_t)o->bytes)
        return damaged(o->name, e, "a sector lies beyond the end of the file");
    long n = read_at(o->fd, o->name, sector_at(o, sector), buffer, size, e);
    if (n >= 0)
        memset((char *)buffer + n, 0, size - (size_t)n);
    return n >= 0;
}

/* The chain that begins at a sector, by a table of followers. */
static bool follow(const struct ole *o, const uint32_t *table, size_t n, uint32_t first, size_t most,
                   uint32_t **chain, size_t *length, struct err *e)
{
    size_t room = 0;
    *length = 0;
    *chain = NULL;
    for (uint32_t at = first; at != END_OF_CHAIN && at != FREE_SECTOR; at = table[at]) {
        if (at >= n)
            return damaged(o->name, e, "a chain of sectors leads nowhere");
        if (*length == most)
            return damaged(o->name, e, "a chain of sectors runs in a circle");
        if (*length == room) {
            room = room ? room * 2 : 64;
            *chain = mem_grow(*chain, room * sizeof **chain);
        }
        (*chain)[(*length)++] = at;
    }
    return true;
}

/* Reads the sectors of a chain one behind the other. */
static bool read_chain(const struct ole *o, uint32_t first, size_t most, unsigned char **bytes, size_t *n,
                       struct err *e)
{
    uint32_t *chain;
    size_t length;
    bool ok = follow(o, o->fat, o->fats, first, most_sectors(o), &chain, &length, e);
    *n = 0;
    *bytes = NULL;
    if (ok && length << o->shift > most)
        ok = damaged(o->name, e, "a table of implausible length");
    if (ok && length > 0)
        *bytes = mem_alloc(length << o->shift);
    for (size_t i = 0; i < length && ok; i++) {
        ok = read_sector(o, chain[i], *bytes + *n, e);
        *n += (size_t)1 << o->shift;
    }
    free(chain);
    return ok;
}

static bool add_fat_sector(struct ole *o, uint32_t sector, unsigned char *buffer, struct err *e)
{
    size_t each = ((size_t)1 << o->shift) / 4;
    if (o->fats / each >= most_sectors(o)) /* each lies in a sector of its own */
        return damaged(o->name, e, "a table of sectors of implausible length");
    if (!read_sector(o, sector, buffer, e))
        return false;
    o->fat = mem_grow(o->fat, (o->fats + each) * sizeof *o->fat);
    for (size_t i = 0; i < each; i++)
        o->fat[o->fats++] = u32(buffer + i * 4);
    return true;
}

/* The table of sectors: its own sectors are named in the header, then in a chain of lists. */
static bool read_fat(struct ole *o, struct err *e)
{
    size_t size = (size_t)1 << o->shift, lists = 0;
    unsigned char *list = mem_alloc(size), *buffer = mem_alloc(size);
    bool ok = true;
    for (size_t i = 0; i < IN_HEADER && ok; i++) {
        uint32_t sector = u32(o->header + 76 + i * 4);
        ok = sector == FREE_SECTOR || add_fat_sector(o, sector, buffer, e);
    }
    uint32_t next = u32(o->header + 68);
    while (ok && next != END_OF_CHAIN && next != FREE_SECTOR) {
        ok = lists++ < most_sectors(o) ? read_sector(o, next, list, e)
                                       : damaged(o->name, e, "a chain of sectors runs in a circle");
        for (size_t i = 0; i + 4 < size && ok; i += 4)
            ok = u32(list + i) == FREE_SECTOR || add_fat_sector(o, u32(list + i), buffer, e);
        next = u32(list + size - 4);
    }
    free(list);
    free(buffer);
    return ok;
}

/* --- the directory --- */

static const unsigned char *entry_at(const struct ole *o, uint32_t i)
{
    return o->entry + (size_t)i * ENTRY;
}

/* Marks the entries of the root storage: a tree of siblings below the first entry. */
static void walk_root(struct ole *o)
{
    uint32_t *stack = mem_alloc((o->entries * 2 + 2) * sizeof *stack);
    size_t n = 0;
    o->in_root = mem_alloc(o->entries * sizeof *o->in_root);
    stack[n++] = u32(entry_at(o, 0) + 76);
    while (n > 0) {
        uint32_t i = stack[--n];
        if (i >= o->entries || o->in_root[i])
            continue;
        o->in_root[i] = true;
        stack[n++] = u32(entry_at(o, i) + 68);
        stack[n++] = u32(entry_at(o, i) + 72);
    }
    free(stack);
}

static bool named(const unsigned char *entry, const char *name)
{
    size_t len = strlen(name);
    if (len * 2 + 2 > NAME_BYTES)
        return false;
    for (size_t i = 0; i <= len; i++)
        if (strncasecmp((const char *)entry + i * 2, name + i, 1) != 0 || entry[i * 2 + 1] != 0)
            return false;
    return true;
}

static const unsigned char *find(const struct ole *o, const char *name)
{
    for (uint32_t i = 1; i < o->entries; i++)
        if (o->in_root[i] && entry_at(o, i)[66] == STREAM && named(entry_at(o, i), name))
            return entry_at(o, i);
    return NULL;
}

bool ole_has(const struct ole *o, const char *stream)
{
    return find(o, stream) != NULL;
}

/* Small streams lie in a stream of their own, cut into blocks of 64 bytes, with a table of its own. */
static bool read_mini(struct ole *o, struct err *e)
{
    unsigned char *table;
    size_t bytes;
    bool ok = read_chain(o, u32(o->header + 60), o->bytes, &table, &bytes, e);
    o->mini_fats = bytes / 4;
    o->mini_fat = mem_alloc(bytes + 1);
    for (size_t i = 0; i < o->mini_fats && ok; i++)
        o->mini_fat[i] = u32(table + i * 4);
    free(table);
    return ok && follow(o, o->fat, o->fats, u32(entry_at(o, 0) + 116), most_sectors(o), &o->mini_sector,
                        &o->mini_sectors, e);
}

static bool read_tables(struct ole *o, struct err *e)
{
    long n = read_at(o->fd, o->name, 0, o->header, HEADER, e);
    if (n < 0)
        return false;
    o->shift = o->header[30];
    if (n < HEADER || (o->shift != 9 && o->shift != 12) || o->header[32] != MINI_SHIFT)
        return damaged(o->name, e, "the header of the compound file is not whole");
    if (!read_fat(o, e))
        return false;
    size_t bytes;
    if (!read_chain(o, u32(o->header + 48), (size_t)MAX_ENTRIES * ENTRY, &o->entry, &bytes, e))
        return false;
    o->entries = bytes / ENTRY;
    if (o->entries == 0)
        return damaged(o->name, e, "the compound file has no directory");
    walk_root(o);
    return true;
}

struct ole *ole_open(int fd, const char *name, struct err *e)
{
    struct ole *o = mem_alloc(sizeof *o);
    o->fd = fd;
    o->name = name;
    if (!file_size(fd, name, &o->bytes, e) || !read_tables(o, e)) {
        ole_close(o);
        return NULL;
    }
    return o;
}

void ole_close(struct ole *o)
{
    if (!o)
        return;
    free(o->fat);
    free(o->mini_fat);
    free(o->mini_sector);
    free(o->entry);
    free(o->in_root);
    free(o);
}

/* --- streams --- */

/* Turns the numbers of sectors into positions in the file. */
static void place_sectors(const struct ole *o, struct ole_stream *s)
{
    s->shift = o->shift;
    for (size_t i = 0; i < s->blocks; i++)
        s->block[i] =
            sector_at(o, s->block[i]) < (off_t)o->bytes ? (uint32_t)sector_at(o, s->block[i]) : o->bytes;
}

static bool place_mini(const struct ole *o, struct ole_stream *s, struct err *e)
{
    uint32_t in_sector = ((uint32_t)1 << o->shift) - 1;
    s->shift = MINI_SHIFT;
    for (size_t i = 0; i < s->blocks; i++) {
        uint64_t at = (uint64_t)s->block[i] << MINI_SHIFT;
        if (at >> o->shift >= o->mini_sectors)
            return damaged(o->name, e, "a small stream lies beyond the end of the file");
        off_t in_file = sector_at(o, o->mini_sector[at >> o->shift]) + (off_t)(at & in_sector);
        s->block[i] = in_file < (off_t)o->bytes ? (uint32_t)in_file : o->bytes;
    }
    return true;
}

static bool place(struct ole *o, const unsigned char *entry, struct ole_stream *s, struct err *e)
{
    uint32_t first = u32(entry + 116);
    if (s->bytes < u32(o->header + 56))
        return (o->mini_fat || read_mini(o, e)) &&
               follow(o, o->mini_fat, o->mini_fats, first, o->mini_fats, &s->block, &s->blocks, e) &&
               place_mini(o, s, e);
    if (!follow(o, o->fat, o->fats, first, most_sectors(o), &s->block, &s->blocks, e))
        return false;
    place_sectors(o, s);
    return true;
}

struct ole_stream *ole_stream_open(struct ole *o, const char *stream, struct err *e)
{
    const unsigned char *entry = find(o, stream);
    if (!entry) {
        damaged(o->name, e, "a stream is missing");
        return NULL;
    }
    struct ole_stream *s = mem_alloc(sizeof *s);
    s->fd = o->fd;
    s->name = o->name;
    s->bytes = u32(entry + 120);
    if (place(o, entry, s, e))
        return s;
    ole_stream_close(s);
    return NULL;
}

struct ole_stream *ole_stream_bare(int fd, const char *name, struct err *e)
{
    uint32_t bytes;
    if (!file_size(fd, name, &bytes, e))
        return NULL;
    struct ole_stream *s = mem_alloc(sizeof *s);
    s->fd = fd;
    s->name = name;
    s->bytes = bytes;
    s->shift = BARE_SHIFT;
    s->blocks = (bytes >> BARE_SHIFT) + 1;
    s->block = mem_alloc(s->blocks * sizeof *s->block);
    for (size_t i = 0; i < s->blocks; i++)
        s->block[i] = (uint32_t)i << BARE_SHIFT;
    return s;
}

void ole_stream_close(struct ole_stream *s)
{
    if (!s)
        return;
    free(s->block);
    free(s);
}

long ole_stream_read(const struct ole_stream *s, uint32_t at, void *buffer, size_t size, struct err *e)
{
    size_t done = 0, block = (size_t)1 << s->shift;
    if (at >= s->bytes)
        return 0;
    size = size < s->bytes - at ? size : s->bytes - at;
    while (done < size) {
        size_t position = at + done, i = position >> s->shift, within = position & (block - 1);
        if (i >= s->blocks)
            break;
        size_t run = block - within; /* as far as blocks lie side by side */
        for (; run < size - done && i + 1 < s->blocks && s->block[i + 1] == s->block[i] + block; i++)
            run += block;
        run = run < size - done ? run : size - done;
        long n = read_at(s->fd, s->name, (off_t)s->block[position >> s->shift] + (off_t)within,
                         (char *)buffer + done, run, e);
        if (n < 0)
            return -1;
        done += (size_t)n;
        if ((size_t)n < run)
            break;
    }
    return (long)done;
}
