#include "biff.h"
#include "xml.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WINDOWS_1252 = 1252, ANSI = 32769, MAC = 32768, MAC_ROMAN = 10000, REPLACEMENT = 0xFFFD };

struct biff *biff_open(const struct ole_stream *stream, const char *file)
{
    struct biff *b = mem_alloc(sizeof *b);
    b->stream = stream;
    b->file = file;
    b->version = BIFF_8;
    b->code_page = WINDOWS_1252;
    return b;
}

void biff_close(struct biff *b)
{
    if (!b)
        return;
    free(b->text);
    free(b);
}

bool biff_fault(const struct biff *b, const char *fault, struct err *e)
{
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", b->file, fault);
    err_place(e, "record at byte %lu of the workbook", (unsigned long)b->at);
    return err_hint(e, "copy the file again from its origin, or save it as .xlsx");
}

/* Bytes at a position of the stream, by way of the window. Returns how many there are, -1: e is filled. */
static long fetch(struct biff *b, uint32_t at, unsigned char *out, size_t n, struct err *e)
{
    size_t done = 0;
    while (done < n) {
        uint32_t from = at + (uint32_t)done;
        if (from < b->window_at || from >= b->window_at + b->window_len) {
            long got = ole_stream_read(b->stream, from, b->window, BIFF_WINDOW, e);
            if (got <= 0)
                return got < 0 ? -1 : (long)done;
            b->window_at = from;
            b->window_len = (size_t)got;
        }
        size_t have = b->window_len - (from - b->window_at), want = n - done;
        have = have < want ? have : want;
        memcpy(out + done, b->window + (from - b->window_at), have);
        done += have;
    }
    return (long)done;
}

void biff_seek(struct biff *b, uint32_t at)
{
    b->next = at;
}

int biff_next(struct biff *b, struct err *e)
{
    unsigned char header[BIFF_HEADER];
    long n = fetch(b, b->next, header, BIFF_HEADER, e);
    b->at = b->next;
    b->used = b->len = 0;
    if (n < BIFF_HEADER)
        return n < 0 ? -1 : 0;
    b->type = header[0] | (unsigned)header[1] << 8;
    b->len = header[2] | (size_t)header[3] << 8;
    n = fetch(b, b->at + BIFF_HEADER, b->data, b->len, e);
    if (n < 0)
        return -1;
    if ((size_t)n < b->len)
        return biff_fault(b, "it is cut short within a record", e), -1;
    b->next = b->at + BIFF_HEADER + (uint32_t)b->len;
    return 1;
}

/* --- values --- */

/* The record is used up: what is wanted goes on in the next one. */
static bool go_on(struct biff *b, struct err *e)
{
    uint32_t at = b->at;
    int got = biff_next(b, e);
    if (got > 0 && b->type == BIFF_CONTINUE)
        return true;
    b->at = at;
    return got < 0 ? false : biff_fault(b, "a record is shorter than its content", e);
}

bool biff_take(struct biff *b, void *out, size_t n, struct err *e)
{
    while (n > 0) {
        if (b->used == b->len && !go_on(b, e))
            return false;
        size_t have = b->len - b->used < n ? b->len - b->used : n;
        if (out) {
            memcpy(out, b->data + b->used, have);
            out = (char *)out + have;
        }
        b->used += have;
        n -= have;
    }
    return true;
}

bool biff_u8(struct biff *b, unsigned *value, struct err *e)
{
    unsigned char c;
    if (!biff_take(b, &c, 1, e))
        return false;
    *value = c;
    return true;
}

bool biff_u16(struct biff *b, unsigned *value, struct err *e)
{
    unsigned char c[2];
    if (!biff_take(b, c, sizeof c, e))
        return false;
    *value = c[0] | (unsigned)c[1] << 8;
    return true;
}

bool biff_u32(struct biff *b, uint32_t *value, struct err *e)
{
    unsigned low, high;
    if (!biff_u16(b, &low, e) || !biff_u16(b, &high, e))
        return false;
    *value = (uint32_t)low | (uint32_t)high << 16;
    return true;
}

bool biff_double(struct biff *b, double *value, struct err *e)
{
    uint32_t low, high;
    if (!biff_u32(b, &low, e) || !biff_u32(b, &high, e))
        return false;
    uint64_t bits = (uint64_t)high << 32 | low;
    memcpy(value, &bits, sizeof *value);
    return true;
}

/* --- texts --- */

static void text_room(struct biff *b, size_t more)
{
    if (b->text_len + more <= b->text_room)
        return;
    b->text_room = (b->text_len + more) * 2;
    b->text = mem_grow(b->text, b->text_room);
}

static void put(struct biff *b, unsigned long c)
{
    text_room(b, 4);
    if (c > 0)
        b->text_len += xml_utf8(c, b->text + b->text_len);
}

/* UTF-16 or its lower half; where a CONTINUE record breaks it, that one tells anew which of the two. */
static bool take_unicode(struct biff *b, size_t n, bool wide, struct err *e)
{
    unsigned long high = 0;
    for (; n > 0; n--) {
        unsigned unit, flags;
        if (b->used == b->len) {
            if (!go_on(b, e) || !biff_u8(b, &flags, e))
                return false;
            wide = flags & 1;
        }
        if (wide && b->len - b->used == 1)
            return biff_fault(b, "a text is broken within a character", e);
        if (!(wide ? biff_u16(b, &unit, e) : biff_u8(b, &unit, e)))
            return false;
        bool low = unit >= 0xDC00 && unit < 0xE000;
        if (high && low)
            put(b, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
        else if (high || low)
            put(b, REPLACEMENT);
        bool pending = unit >= 0xD800 && unit < 0xDC00;
        if (!low && !pending)
            put(b, unit);
        high = pending ? unit : 0;
    }
    if (high)
        put(b, REPLACEMENT);
    return true;
}

/* A text of Excel 97 and later, with the runs of fonts and the phonetic part that follow it. */
static bool take_text_8(struct biff *b, size_t n, struct err *e)
{
    unsigned flags, runs = 0;
    uint32_t phonetic = 0;
    return biff_u8(b, &flags, e) && (!(flags & 8) || biff_u16(b, &runs, e)) &&
           (!(flags & 4) || biff_u32(b, &phonetic, e)) && take_unicode(b, n, flags & 1, e) &&
           biff_take(b, NULL, (size_t)runs * 4 + phonetic, e);
}

/* The bytes of a text by iconv; what the code page does not have becomes U+FFFD. */
static void convert(struct biff *b, iconv_t conversion, char *bytes, size_t n)
{
    while (n > 0) {
        text_room(b, n * 4);
        char *out = b->text + b->text_len;
        size_t left = b->text_room - b->text_len;
        size_t failed = iconv(conversion, &bytes, &n, &out, &left);
        b->text_len = (size_t)(out - b->text);
        if (failed == (size_t)-1 && n > 0) {
            put(b, REPLACEMENT);
            bytes++;
            n--;
        }
    }
}

/* True when bytes beyond ASCII are there, and all that are there make UTF-8. */
static bool is_utf8(const char *bytes, size_t n)
{
    bool beyond = false;
    for (size_t i = 0; i < n;) {
        int length = str_utf8_length((const unsigned char *)bytes + i, n - i);
        if (length <= 0)
            return false;
        beyond |= length > 1;
        i += (size_t)length;
    }
    return beyond;
}

/* By the workbook's code page; Windows-1252 when it is unknown, or the bytes as they are where that is the
 * page and they are UTF-8: programs that write such files by hand put it there. */
static iconv_t open_conversion(unsigned page, const char *bytes, size_t n)
{
    char name[16];
    snprintf(name, sizeof name, "CP%u", page);
    bool usual = page == WINDOWS_1252 || page == ANSI, mac = page == MAC || page == MAC_ROMAN;
    iconv_t conversion = iconv_open("UTF-8", usual && is_utf8(bytes, n) ? "UTF-8" : mac ? "MACINTOSH" : name);
    return conversion != (iconv_t)-1 ? conversion : iconv_open("UTF-8", "CP1252");
}

static bool take_text_5(struct biff *b, size_t n, struct err *e)
{
    char bytes[BIFF_LONGEST];
    size_t kept = 0;
    bool ascii = true;
    if (!biff_take(b, bytes, n, e))
        return false;
    for (size_t i = 0; i < n; i++) {
        ascii = ascii && (bytes[i] & 0x80) == 0;
        if (bytes[i] != '\0')
            bytes[kept++] = bytes[i];
    }
    if (ascii) {
        text_room(b, kept + 1);
        memcpy(b->text, bytes, kept);
        b->text_len = kept;
        return true;
    }
    iconv_t conversion = open_conversion(b->code_page, bytes, kept);
    if (conversion == (iconv_t)-1)
        return biff_fault(b, "its code page cannot be read here", e);
    convert(b, conversion, bytes, kept);
    iconv_close(conversion);
    return true;
}

bool biff_text(struct biff *b, size_t characters, struct err *e)
{
    b->text_len = 0;
    return b->version == BIFF_8 ? take_text_8(b, characters, e) : take_text_5(b, characters, e);
}
