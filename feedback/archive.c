#include "archive.h"
#include "crc.h"

#include <stdlib.h>
#include <zlib.h>

enum {
    LOCAL_SIZE = 30,
    DESCRIPTOR_SIZE = 16,
    ENTRY_SIZE = 46,
    END_SIZE = 22,
    VERSION = 20,
    DEFLATED = 8,
    ENCODED_UTF8 = 1 << 11,
    SIZES_BEHIND = 1 << 3,
    /* One percent larger than level 6 on the XML of sheets, in two thirds of the time. */
    LEVEL = 5,
    CHUNK = 64 * 1024,
};

struct archive {
    archive_sink_fn *write;
    void *sink;
    uint64_t at;             /* bytes written */
    struct zip_entry *entry; /* of the parts written */
    size_t n, room;
    struct zip_entry part; /* the one under way */
    struct arena names;
    z_stream z;
    char buffer[CHUNK];
};

static unsigned char *put16(unsigned char *p, unsigned v)
{
    p[0] = (unsigned char)v;
    p[1] = (unsigned char)(v >> 8);
    return p + 2;
}

static unsigned char *put32(unsigned char *p, uint64_t v)
{
    return put16(put16(p, (unsigned)(v & 0xFFFF)), (unsigned)(v >> 16 & 0xFFFF));
}

static void put(struct archive *a, const void *bytes, size_t len)
{
    a->write(a->sink, bytes, len);
    a->at += len;
}

struct archive *archive_open(archive_sink_fn *write, void *sink)
{
    struct archive *a = mem_alloc(sizeof *a);
    a->write = write;
    a->sink = sink;
    if (deflateInit2(&a->z, LEVEL, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        mem_exhausted();
    return a;
}

void archive_close(struct archive *a)
{
    if (!a)
        return;
    deflateEnd(&a->z);
    arena_done(&a->names);
    free(a->entry);
    free(a);
}

/* What local header and directory have in common. */
static unsigned char *put_common(unsigned char *p, const struct zip_entry *entry)
{
    bool behind = entry->flags & SIZES_BEHIND;
    p = put32(put16(put16(p, entry->flags), entry->method), entry->modified);
    p = put32(p, behind ? 0 : entry->crc);
    p = put32(put32(p, behind ? 0 : entry->packed), behind ? 0 : entry->size);
    return put16(put16(p, (unsigned)entry->name.len), 0);
}

static void begin(struct archive *a, const struct zip_entry *entry)
{
    unsigned char local[LOCAL_SIZE] = "PK\3\4";
    put_common(put16(local + 4, VERSION), entry);
    a->part = *entry;
    a->part.offset = a->at;
    a->part.name = arena_dup(&a->names, entry->name);
    put(a, local, sizeof local);
    put(a, entry->name.ptr, entry->name.len);
}

static void end(struct archive *a)
{
    if (a->n == a->room) {
        a->room = a->room ? a->room * 2 : 32;
        a->entry = mem_grow(a->entry, a->room * sizeof *a->entry);
    }
    a->entry[a->n++] = a->part;
}

/* The sizes are known: they stand in front, whatever the other archive did. */
bool archive_copy(struct archive *a, const struct zip *from, const struct zip_entry *entry, struct err *e)
{
    struct zip_entry same = *entry;
    same.flags &= ~(unsigned)SIZES_BEHIND;
    struct zip_part *part = zip_part_open(from, entry, e);
    if (!part)
        return false;
    begin(a, &same);
    long n;
    while ((n = zip_part_packed(part, a->buffer, sizeof a->buffer, e)) > 0)
        put(a, a->buffer, (size_t)n);
    end(a);
    zip_part_close(part);
    return n == 0;
}

void archive_begin(struct archive *a, struct str name, uint32_t modified)
{
    deflateReset(&a->z);
    begin(a,
          &(struct zip_entry){
              .name = name, .modified = modified, .method = DEFLATED, .flags = SIZES_BEHIND | ENCODED_UTF8});
}

static void pack(struct archive *a, struct str bytes, int flush)
{
    a->z.next_in = (Bytef *)(uintptr_t)bytes.ptr;
    a->z.avail_in = (uInt)bytes.len;
    do {
        a->z.next_out = (Bytef *)a->buffer;
        a->z.avail_out = sizeof a->buffer;
        deflate(&a->z, flush);
        size_t n = sizeof a->buffer - a->z.avail_out;
        put(a, a->buffer, n);
        a->part.packed += n;
    } while (a->z.avail_out == 0);
}

void archive_write(struct archive *a, struct str bytes)
{
    if (bytes.len == 0)
        return;
    a->part.crc = crc_add(a->part.crc, bytes.ptr, bytes.len);
    a->part.size += bytes.len;
    while (bytes.len > 0) {
        struct str some = {bytes.ptr, bytes.len < INT32_MAX ? bytes.len : INT32_MAX};
        pack(a, some, Z_NO_FLUSH);
        bytes = (struct str){bytes.ptr + some.len, bytes.len - some.len};
    }
}

void archive_end(struct archive *a)
{
    unsigned char behind[DESCRIPTOR_SIZE] = "PK\7\10";
    pack(a, STR(""), Z_FINISH);
    put32(put32(put32(behind + 4, a->part.crc), a->part.packed), a->part.size);
    put(a, behind, sizeof behind);
    end(a);
}

bool archive_finish(struct archive *a, struct err *e)
{
    uint64_t directory = a->at;
    for (size_t i = 0; i < a->n; i++) {
        const struct zip_entry *part = &a->entry[i];
        struct zip_entry full = *part;
        unsigned char entry[ENTRY_SIZE] = "PK\1\2";
        full.flags &= ~(unsigned)SIZES_BEHIND;
        put_common(put16(put16(entry + 4, VERSION), VERSION), &full);
        put16(entry + 8, part->flags);
        put32(entry + 42, part->offset);
        put(a, entry, sizeof entry);
        put(a, part->name.ptr, part->name.len);
        if (part->size >= UINT32_MAX || part->packed >= UINT32_MAX)
            return err_set(e, ST_CANTCREATE, "part '%.*s' of the workbook would be larger than 4 GiB",
                           STR_ARG(part->name));
    }
    if (a->at >= UINT32_MAX || a->n >= UINT16_MAX)
        return err_set(e, ST_CANTCREATE, "the workbook would be larger than 4 GiB");
    unsigned char last[END_SIZE] = "PK\5\6";
    put16(put16(last + 8, (unsigned)a->n), (unsigned)a->n);
    put32(put32(last + 12, a->at - directory), directory);
    put(a, last, sizeof last);
    return true;
}
