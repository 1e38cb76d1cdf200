#include "text.h"
#include "ahead.h"
#include "limit.h"
#include "source.h"
#include "textmessy.h"
#include "textscan.h"

#include <stdlib.h>
#include <string.h>

/* About as many bytes come out of gzip for each that is packed. */
enum { UNPACKED = 16 };

_Static_assert((int)SCAN_MAX >= (int)TEXT_SAMPLE, "the sample is the first to be scanned");

struct text {
    const char *path;
    struct source *source;
    struct ahead *ahead; /* of the source; NULL when nothing is to be unpacked */
    struct str block;    /* that ahead gave, as far as it was not taken yet */
    bool ended;          /* the source */
    enum text_encoding encoding;
    unsigned char raw[TEXT_SAMPLE]; /* as the source gave them: the sample, and UTF-16 to be decoded */
    size_t raw_len;

    char *bytes; /* from `at` to before `len` they are still to be read; behind are SCAN_BLOCK bytes more */
    size_t room, len, at;
    bool cr; /* the row before ended with CR: a LF at `at` belongs to it */
    long row;

    struct textscan scan;
    size_t seen; /* where in bytes the scan's bytes begin */
    size_t stop; /* where in the scan's bytes it stopped */
    size_t next; /* in scan.end: the first one that is not behind `at` */
    struct cell *cell;
    size_t cell_room;
    struct arena arena; /* texts of the row that do not stand in bytes as they are */
    struct textmessy *messy;
};

static bool text_fault(const struct text *t, struct err *e, const char *fault, const char *hint)
{
    if (!limit_refused(fault, t->path, e))
        err_set(e, ST_UNREADABLE, "'%s' cannot be read as delimited text: %s", t->path, fault);
    err_place(e, "row %ld", t->row + 1);
    return hint ? err_hint(e, "%s", hint) : false;
}

/* --- bytes --- */

static void grow(struct text *t, size_t room)
{
    t->bytes = mem_grow(t->bytes, room + SCAN_BLOCK);
    memset(t->bytes + t->len, 0, room + SCAN_BLOCK - t->len);
    t->room = room;
}

/* As source_read(), but not to be called behind the end. */
static long read_some(struct text *t, char *buffer, size_t size, struct err *e)
{
    if (!t->ahead)
        return source_read(t->source, buffer, size, e);
    if (t->block.len == 0 && !(t->block.ptr = ahead_next(t->ahead, NULL, 0, &t->block.len, e)))
        return -1;
    size_t n = t->block.len < size ? t->block.len : size;
    memcpy(buffer, t->block.ptr, n);
    t->block.ptr += n;
    t->block.len -= n;
    return (long)n;
}

static bool read_bytes(struct text *t, struct err *e)
{
    long n = read_some(t, t->bytes + t->len, t->room - t->len, e);
    if (n < 0)
        return false;
    t->ended = n == 0;
    t->len += (size_t)n;
    return true;
}

static bool read_utf16(struct text *t, struct err *e)
{
    long n = read_some(t, (char *)t->raw + t->raw_len, sizeof t->raw - t->raw_len, e);
    if (n < 0)
        return false;
    t->ended = n == 0;
    t->raw_len += (size_t)n;
    size_t used = text_decode(t->encoding, t->raw, t->raw_len, t->ended, t->bytes, &t->len);
    t->raw_len -= used;
    memmove(t->raw, t->raw + used, t->raw_len);
    return true;
}

/* More bytes behind those still to be read: as many as fit, in twice the room when these fill it. */
static bool fill(struct text *t, struct err *e)
{
    size_t most = t->encoding == TEXT_BYTES ? 1 : 3 * sizeof t->raw; /* that one reading may bring */
    t->len -= t->at;
    memmove(t->bytes, t->bytes + t->at, t->len);
    t->at = 0;
    if (t->len > limit_of(LIMIT_ROW_BYTES))
        return text_fault(t, e, limit_fault(LIMIT_ROW_BYTES), "or a quotation mark never closes in this row");
    if (t->room - t->len < most)
        grow(t, t->room * 2);
    while (!t->ended && t->room - t->len >= most)
        if (t->encoding == TEXT_BYTES ? !read_bytes(t, e) : !read_utf16(t, e))
            return false;
    return true;
}

/* --- rows that the scan understands --- */

/* Scans from `at`, where a row begins: anew, or what was looked at already. */
static void scan(struct text *t, bool anew)
{
    if (anew) {
        size_t left = t->len - t->at;
        t->seen = t->at;
        textscan_look(&t->scan, t->bytes + t->seen, left < SCAN_MAX ? left : SCAN_MAX);
    }
    t->stop = textscan_fields(&t->scan, t->at - t->seen);
    t->next = 0;
    if (t->cell_room < t->scan.ends) {
        t->cell_room = t->scan.ends * 2;
        t->cell = mem_grow(t->cell, t->cell_room * sizeof *t->cell);
    }
}

/* A text of which the scan says that it is odd, without its quotation marks. False when it holds NUL. */
static bool settle(struct text *t, struct str *s)
{
    if (memchr(s->ptr, '\0', s->len))
        return false;
    if (memchr(s->ptr, '"', s->len)) {
        char *single = arena_alloc(&t->arena, s->len);
        size_t n = 0;
        for (size_t i = 0; i < s->len; i++) {
            single[n++] = s->ptr[i];
            i += s->ptr[i] == '"';
        }
        *s = (struct str){single, n};
    }
    *s = text_utf8(&t->arena, *s);
    return true;
}

/* The field from `start` to before `end` of the scan's bytes; it has some. False when it is no text. */
static inline bool add_field(struct text *t, int col, size_t start, size_t end, size_t *n)
{
    const char *bytes = t->bytes + t->seen;
    size_t quoted = bytes[start] == '"';
    struct str text = {bytes + start + quoted, end - start - 2 * quoted};
    if (text.len == 0)
        return true;
    bool odd = textscan_odd(&t->scan, start + quoted, end - quoted);
    if (odd && !settle(t, &text))
        return false;
    bool plain = !odd && (unsigned char)text.ptr[0] > ' ' && (unsigned char)text.ptr[text.len - 1] > ' ';
    t->cell[(*n)++] = (struct cell){col, CELL_TEXT, plain, text};
    return true;
}

/* The LF of a CRLF belongs to the row that the CR has ended already. */
static void pass_line_feed(struct text *t)
{
    if (!t->cr || t->at == t->len)
        return;
    t->cr = false;
    if (t->bytes[t->at] != '\n')
        return;
    if (t->next < t->scan.ends && t->scan.end[t->next] == t->at - t->seen)
        t->next++;
    t->at++;
}

/* The row at `at`. False when the scan does not know its end, or the row has a fault that textmessy.h tells
 * best. */
static bool scanned_row(struct text *t, struct row *row)
{
    const char *bytes = t->bytes + t->seen;
    size_t start = t->at - t->seen, n = 0;
    int col = 1;
    arena_reset(&t->arena);
    for (size_t k = t->next; k < t->scan.ends; k++, col++) {
        size_t end = t->scan.end[k];
        if (end > start && (!add_field(t, col, start, end, &n) || col > BOOK_MAX_COL)) {
            t->stop = start;
            return false;
        }
        start = end + 1;
        if (bytes[end] == t->scan.delimiter)
            continue;
        t->cr = bytes[end] == '\r';
        t->at = t->seen + start;
        t->next = k + 1;
        *row = (struct row){.number = ++t->row, .cell = t->cell, .n = n};
        return true;
    }
    return false;
}

/* --- the others --- */

/* As text_next(), but for rows without content; 0 also when the row is not whole. */
static int messy_row(struct text *t, struct row *row, struct err *e)
{
    struct str rest = {t->bytes + t->at, t->len - t->at};
    const char *fault, *hint;
    size_t used;
    int got = textmessy_row(t->messy, rest, t->ended, row, &used, &fault, &hint);
    if (got < 0)
        text_fault(t, e, fault, hint);
    if (got <= 0)
        return got;
    row->number = ++t->row;
    row->hidden = false;
    t->at += used;
    t->cr = t->bytes[t->at - 1] == '\r';
    scan(t, t->at >= t->seen + t->scan.len);
    return 1;
}

static int next(struct text *t, struct row *row, struct err *e)
{
    for (;;) {
        pass_line_feed(t);
        if (scanned_row(t, row))
            return 1;
        size_t scanned = t->seen + t->scan.len;
        bool understood = t->stop == t->scan.len; /* but the row ends behind it */
        if (understood && scanned < t->len && t->at > t->seen) {
            scan(t, true);
            continue;
        }
        int got = understood && scanned == t->len && !t->ended ? 0 : messy_row(t, row, e);
        if (got != 0 || t->ended)
            return got;
        if (!fill(t, e))
            return -1;
        scan(t, true);
    }
}

int text_next(struct text *t, struct row *row, struct err *e)
{
    int got;
    do
        got = next(t, row, e);
    while (got > 0 && row->n == 0);
    return got;
}

/* --- --- */

/* Encoding and delimiter, from the first bytes; these are then the first to be read. */
static bool sniff(struct text *t, struct err *e)
{
    size_t skip;
    while (t->raw_len < sizeof t->raw && !t->ended) {
        long n = read_some(t, (char *)t->raw + t->raw_len, sizeof t->raw - t->raw_len, e);
        if (n < 0)
            return false;
        t->ended = n == 0;
        t->raw_len += (size_t)n;
    }
    t->encoding = text_encoding((struct str){(const char *)t->raw, t->raw_len}, &skip);
    grow(t, t->encoding == TEXT_BYTES ? SCAN_MAX : 3 * sizeof t->raw);
    size_t left = t->raw_len - skip, used = left;
    if (t->encoding == TEXT_BYTES) {
        memcpy(t->bytes, t->raw + skip, left);
        t->len = left;
    } else {
        used = text_decode(t->encoding, t->raw + skip, left, false, t->bytes, &t->len);
    }
    t->raw_len = left - used;
    memmove(t->raw, t->raw + skip + used, t->raw_len);
    t->scan.delimiter = text_delimiter((struct str){t->bytes, t->len});
    t->messy = textmessy_open(t->scan.delimiter);
    scan(t, true);
    return true;
}

struct text *text_open(int fd, const char *path, struct err *e)
{
    struct text *t = mem_alloc(sizeof *t);
    t->path = path;
    t->source = source_open(fd, path, e);
    if (t->source && source_packed(t->source) > 0)
        t->ahead = ahead_open(source_read, t->source, UNPACKED * source_packed(t->source));
    if (t->source && sniff(t, e))
        return t;
    text_close(t);
    return NULL;
}

void text_close(struct text *t)
{
    if (!t)
        return;
    ahead_close(t->ahead);
    source_close(t->source);
    textmessy_close(t->messy);
    arena_done(&t->arena);
    free(t->bytes);
    free(t->cell);
    free(t);
}
