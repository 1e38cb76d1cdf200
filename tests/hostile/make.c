/* Makes the hostile files into a folder, and there a manifest of what is expected of them; see hostile.h.
 * usage: make FOLDER
 */
#include "hostile.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const char *folder;
static FILE *manifest;

static void die(const char *what)
{
    perror(what);
    exit(1);
}

/* --- bytes --- */

static unsigned char *room_for(struct bytes *b, size_t len)
{
    if (b->len + len > b->room) {
        b->room = (b->len + len) * 2;
        b->ptr = realloc(b->ptr, b->room);
        if (!b->ptr)
            die("realloc");
    }
    b->len += len;
    return b->ptr + b->len - len;
}

void put(struct bytes *b, const void *data, size_t len)
{
    if (len > 0)
        memcpy(room_for(b, len), data, len);
}

void put_text(struct bytes *b, const char *text)
{
    put(b, text, strlen(text));
}

void put_format(struct bytes *b, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (len < 0 || (size_t)len >= sizeof text)
        die("put_format");
    put(b, text, (size_t)len);
}

void put_many(struct bytes *b, const char *text, size_t times)
{
    size_t len = strlen(text);
    unsigned char *to = room_for(b, len * times);
    for (size_t i = 0; i < times; i++)
        memcpy(to + i * len, text, len);
}

void put_u16(struct bytes *b, unsigned value)
{
    put(b, (unsigned char[]){(unsigned char)value, (unsigned char)(value >> 8)}, 2);
}

void put_u32(struct bytes *b, uint32_t value)
{
    put_u16(b, value & 0xFFFF);
    put_u16(b, value >> 16);
}

void put_u64(struct bytes *b, uint64_t value)
{
    put_u32(b, (uint32_t)value);
    put_u32(b, (uint32_t)(value >> 32));
}

void put_noise(struct bytes *b, size_t len)
{
    static uint64_t state = 88172645463325252u;
    unsigned char *to = room_for(b, len);
    for (size_t i = 0; i < len; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        to[i] = (unsigned char)("abcdefghijklmnopqrstuvwxyzABCDEF"[state & 31]);
    }
}

struct bytes text_of(const char *text)
{
    struct bytes b = {0};
    put_text(&b, text);
    return b;
}

/* --- files --- */

/* In the manifest a name or text has no tab, line end or backslash of its own. */
static void put_escaped(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p < 0x20 || *p == '\\')
            fprintf(manifest, "\\x%02X", *p);
        else
            fputc(*p, manifest);
    }
}

void hostile_file(const char *name, struct bytes *b, const char *options, int status, const char *text)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wbx"); /* a name given twice is a fault of ours */
    if (!f || fwrite(b->ptr, 1, b->len, f) != b->len || fclose(f) != 0)
        die(path);
    put_escaped(name);
    fprintf(manifest, "\t%s\t%d\t", options, status);
    put_escaped(text);
    fputc('\n', manifest);
    free(b->ptr);
    *b = (struct bytes){0};
}

void hostile_text(const char *name, const char *content, int status, const char *text)
{
    struct bytes b = text_of(content);
    hostile_file(name, &b, "", status, text);
}

/* --- archives --- */

static struct bytes pack(const struct part *p)
{
    struct bytes packed = {0};
    if (p->method != 8) {
        put(&packed, p->content.ptr, p->content.len);
        return packed;
    }
    z_stream z = {0};
    if (deflateInit2(&z, 6, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        die("deflateInit2");
    uLong most = deflateBound(&z, (uLong)p->content.len);
    z.next_in = p->content.ptr;
    z.avail_in = (uInt)p->content.len;
    z.next_out = room_for(&packed, most);
    z.avail_out = (uInt)most;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        die("deflate");
    packed.len = most - z.avail_out;
    deflateEnd(&z);
    return packed;
}

struct record {
    unsigned method, crc;
    uint32_t packed, size;
    size_t offset;
};

static void put_local(struct bytes *b, const struct part *p, const struct record *r)
{
    const char *name = p->local_name ? p->local_name : p->name;
    size_t len = p->local_name || p->name_len == 0 ? strlen(name) : p->name_len;
    put(b, "PK\3\4\x14", 6);
    put_u16(b, p->flags);
    put_u16(b, p->local_method == -1 ? 0xFFFF : p->local_method ? (unsigned)p->local_method : r->method);
    put_u32(b, 0);
    put_u32(b, r->crc);
    put_u32(b, r->packed);
    put_u32(b, r->size);
    put_u16(b, (unsigned)len);
    put_u16(b, 0);
    put(b, name, len);
}

static void put_entry(struct bytes *b, const struct part *p, const struct record *r)
{
    size_t len = p->name_len ? p->name_len : strlen(p->name);
    bool wide = p->wide_size || p->wide_offset;
    unsigned fields = p->wide_size && p->wide_offset ? 16 : 8;
    uint32_t offset = (uint32_t)(r->offset + (size_t)p->shift);
    put(b, "PK\1\2\x14", 5);
    put(b, &(unsigned char){(unsigned char)p->made_by}, 1);
    put_u16(b, 20);
    put_u16(b, p->flags);
    put_u16(b, r->method);
    put_u32(b, 0);
    put_u32(b, p->crc ? p->crc : r->crc);
    put_u32(b, p->packed ? p->packed : r->packed);
    put_u32(b, p->wide_size ? UINT32_MAX : p->size ? p->size : r->size);
    put_u16(b, (unsigned)len);
    put_u16(b, wide ? 4 + fields : 0);
    put_u32(b, 0);
    put_u16(b, 0);
    put_u32(b, p->attributes);
    put_u32(b, p->wide_offset ? UINT32_MAX : offset);
    put(b, p->name, len);
    if (!wide)
        return;
    put_u16(b, 1);
    put_u16(b, fields);
    if (p->wide_size)
        put_u64(b, p->wide_size);
    if (p->wide_offset)
        put_u64(b, p->wide_offset);
}

static void put_ending(struct bytes *b, size_t n, size_t directory, const struct ending *e)
{
    size_t size = b->len - directory, end64 = b->len;
    if (e->wide) {
        put(b, "PK\6\6", 4);
        put_u64(b, 44);
        put_u32(b, 45 | 45 << 16);
        put_u64(b, 0);
        put_u64(b, e->wide_entries ? e->wide_entries : n);
        put_u64(b, e->wide_entries ? e->wide_entries : n);
        put_u64(b, size);
        put_u64(b, e->wide_offset ? e->wide_offset : directory);
    }
    if (e->wide && !e->no_locator) {
        put(b, "PK\6\7", 4);
        put_u32(b, 0);
        put_u64(b, end64);
        put_u32(b, 1);
    }
    put(b, "PK\5\6\0\0\0\0", 8);
    unsigned entries = e->wide ? UINT16_MAX : (unsigned)(e->entries ? e->entries : n);
    put_u16(b, entries);
    put_u16(b, entries);
    put_u32(b, e->wide ? UINT32_MAX : e->size ? e->size : (uint32_t)size);
    put_u32(b, e->wide ? UINT32_MAX : e->offset ? e->offset : (uint32_t)directory);
    put_u16(b, e->comment ? (unsigned)e->comment->len : 0);
    if (e->comment)
        put(b, e->comment->ptr, e->comment->len);
}

struct bytes archive(const struct part *part, size_t n, const struct ending *ending)
{
    struct bytes b = {0}, directory = {0};
    struct record r = {0};
    for (size_t i = 0; i < n; i++) {
        if (!part[i].no_data) {
            struct bytes packed = pack(&part[i]);
            r = (struct record){(unsigned)part[i].method,
                                (unsigned)crc32(0, part[i].content.ptr, (uInt)part[i].content.len),
                                (uint32_t)packed.len, (uint32_t)part[i].content.len, b.len};
            put_local(&b, &part[i], &r);
            put(&b, packed.ptr, packed.len);
            free(packed.ptr);
        }
        put_entry(&directory, &part[i], &r);
    }
    size_t at = b.len;
    put(&b, directory.ptr, directory.len);
    free(directory.ptr);
    put_ending(&b, n, at, ending ? ending : &(struct ending){0});
    return b;
}

int main(int argc, char **argv)
{
    char path[4096];
    if (argc != 2) {
        fputs("usage: make FOLDER\n", stderr);
        return 2;
    }
    folder = argv[1];
    snprintf(path, sizeof path, "%s/manifest", folder);
    manifest = fopen(path, "w");
    if (!manifest)
        die(path);
    make_archives();
    make_parts();
    make_sheets();
    make_xls();
    make_others();
    make_names();
    if (fclose(manifest) != 0)
        die(path);
    return 0;
}
