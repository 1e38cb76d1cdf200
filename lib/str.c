#include "str.h"
#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool str_starts(struct str a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.ptr, prefix, len) == 0;
}

int str_cmp(struct str a, struct str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* Length of the blank that s begins with; 0 when it begins with something else. */
static size_t blank_at(const char *p, size_t len)
{
    if (len == 0)
        return 0;
    if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
        return 1;
    if (len >= 2 && (unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0)
        return 2;
    return 0;
}

struct str str_trim(struct str s)
{
    /* most text has no blanks at its ends */
    if (s.len > 0 && (unsigned char)s.ptr[0] > ' ' && (unsigned char)s.ptr[0] != 0xC2 &&
        (unsigned char)s.ptr[s.len - 1] > ' ' && (unsigned char)s.ptr[s.len - 1] != 0xA0)
        return s;
    size_t n;
    while ((n = blank_at(s.ptr, s.len)) > 0) {
        s.ptr += n;
        s.len -= n;
    }
    for (;;) {
        if (s.len >= 1 && blank_at(s.ptr + s.len - 1, 1) == 1)
            s.len -= 1;
        else if (s.len >= 2 && blank_at(s.ptr + s.len - 2, 2) == 2)
            s.len -= 2;
        else
            return s;
    }
}

struct str str_cut(struct str *s, char c)
{
    const char *at = s->len ? memchr(s->ptr, c, s->len) : NULL;
    struct str before = *s;
    if (!at) {
        *s = (struct str){s->ptr + s->len, 0};
        return before;
    }
    before.len = (size_t)(at - s->ptr);
    *s = (struct str){at + 1, s->len - before.len - 1};
    return before;
}

size_t str_characters(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

bool str_to_long(struct str s, long *value)
{
    if (s.len == 0 || s.len > 18)
        return false;
    long n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *value = n;
    return true;
}

static void (*on_exhausted)(void);

void mem_on_exhausted(void (*end)(void))
{
    on_exhausted = end;
}

_Noreturn void mem_exhausted(void)
{
    if (on_exhausted)
        on_exhausted();
    BUG("out of memory");
}

void *mem_alloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_grow(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(16) char data[];
};

enum { BLOCK_SIZE = 64 * 1024 };

static struct arena_block *block_with_room(struct arena *a, size_t size)
{
    struct arena_block *b = a->current;
    while (b) {
        if (b->size - b->used >= size)
            return b;
        if (!b->next)
            break;
        b = b->next;
        b->used = 0;
    }
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *fresh = mem_grow(NULL, sizeof *fresh + room);
    *fresh = (struct arena_block){.size = room};
    if (b)
        b->next = fresh;
    else
        a->first = fresh;
    return fresh;
}

void *arena_alloc(struct arena *a, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    struct arena_block *b = a->current;
    if (!b || b->size - b->used < size)
        a->current = b = block_with_room(a, size);
    void *p = b->data + b->used;
    b->used += size;
    return memset(p, 0, size);
}

struct str arena_dup(struct arena *a, struct str s)
{
    return (struct str){arena_cstr(a, s), s.len};
}

char *arena_cstr(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.len + 1);
    if (s.len)
        memcpy(p, s.ptr, s.len);
    return p;
}

struct str arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        BUG("bad format");
    char *p = arena_alloc(a, (size_t)len + 1);
    va_start(args, format);
    vsnprintf(p, (size_t)len + 1, format, args);
    va_end(args);
    return (struct str){p, (size_t)len};
}

void arena_reset(struct arena *a)
{
    a->current = a->first;
    if (a->first)
        a->first->used = 0;
}

void arena_done(struct arena *a)
{
    for (struct arena_block *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *a = (struct arena){0};
}

struct str str_utf8(struct arena *a, struct str s)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t bad = 0, n = 0;
    for (size_t i = 0; i < s.len;) {
        int length = str_utf8_length(p + i, s.len - i);
        bad += length <= 0;
        i += length > 0 ? (size_t)length : 1;
    }
    if (bad == 0)
        return s;
    char *out = arena_alloc(a, s.len + 2 * bad + 1);
    for (size_t i = 0; i < s.len;) {
        int length = str_utf8_length(p + i, s.len - i);
        size_t used = length > 0 ? (size_t)length : 1, added = length > 0 ? used : sizeof replacement - 1;
        memcpy(out + n, length > 0 ? s.ptr + i : replacement, added);
        n += added;
        i += used;
    }
    return (struct str){out, n};
}

/* Length of the character at p; 0 when a terminal must not get it: a control character (C0 but line feed and
 * tab, DEL, or C1 in its two bytes), or a byte that is no part of one. */
static size_t visible_length(const char *p, size_t len)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return (c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t';
    int length = str_utf8_length((const unsigned char *)p, len);
    return length < 0 || (c == 0xC2 && (unsigned char)p[1] < 0xA0) ? 0 : (size_t)length;
}

struct str str_visible(struct arena *a, struct str s)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t i = 0, n, used;
    while (i < s.len && (used = visible_length(s.ptr + i, s.len - i)) > 0)
        i += used;
    if (i == s.len)
        return s;
    char *out = arena_alloc(a, i + (s.len - i) * 4);
    memcpy(out, s.ptr, n = i);
    while (i < s.len) {
        used = visible_length(s.ptr + i, s.len - i);
        if (used == 0) {
            unsigned char c = (unsigned char)s.ptr[i++];
            memcpy(out + n, (char[]){'\\', 'x', hex[c >> 4], hex[c & 15]}, 4);
            n += 4;
        }
        memcpy(out + n, s.ptr + i, used);
        i += used;
        n += used;
    }
    return (struct str){out, n};
}

struct str str_fold(struct arena *a, struct str s)
{
    s = str_trim(s);
    char *out = arena_alloc(a, s.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len;) {
        size_t blank = blank_at(s.ptr + i, s.len - i);
        if (blank > 0) {
            if (n > 0 && out[n - 1] != ' ')
                out[n++] = ' ';
            i += blank;
        } else {
            char c = s.ptr[i++];
            out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }
    return (struct str){out, n};
}

uint64_t str_hash(struct str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return h;
}

size_t str_distance(struct str a, struct str b)
{
    size_t row[STR_DISTANCE_MOST + 1];
    size_t a_len = a.len < STR_DISTANCE_MOST ? a.len : STR_DISTANCE_MOST,
           b_len = b.len < STR_DISTANCE_MOST ? b.len : STR_DISTANCE_MOST;
    for (size_t k = 0; k <= b_len; k++)
        row[k] = k;
    for (size_t i = 1; i <= a_len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t k = 1; k <= b_len; k++) {
            size_t change = diagonal + (a.ptr[i - 1] != b.ptr[k - 1]);
            size_t shift = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            diagonal = row[k];
            row[k] = change < shift ? change : shift;
        }
    }
    return row[b_len];
}
