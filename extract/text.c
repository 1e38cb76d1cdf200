#include "text.h"
#include "xml.h"

#include <errno.h>
#include <libcsv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, LINES_LOOKED_AT = 40, REPLACEMENT = 0xFFFD };

/* Rows that one buffer gave; their cells and text live in the arena. */
struct queue {
    struct arena arena;
    struct row *row;
    size_t rows, room, next;
};

struct text {
    int fd;
    const char *path;
    enum text_encoding encoding;
    struct csv_parser csv;
    bool ended;
    off_t at;
    unsigned char in[CHUNK + 4];
    size_t kept; /* bytes of a character that the buffer's end cut in two */
    char *decoded;
    struct queue queue;
    struct arena pending; /* cells of a row that is not complete yet */
    struct cell *cell;
    size_t cells, room;
    int col;
    long row;
    size_t row_bytes;
    int terminator; /* that ended the row before */
    enum { FIELD_START, FIELD_PLAIN, FIELD_QUOTED, FIELD_CLOSED } state;
    bool blank; /* behind a closing quotation mark */
    const char *fault;
};

/* --- encodings --- */

/* Windows-1252, 0x80 to 0x9F. */
static const unsigned short windows[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                           0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

enum text_encoding text_encoding(struct str s, size_t *skip)
{
    *skip = 0;
    if (str_starts(s, "\xEF\xBB\xBF")) {
        *skip = 3;
        return TEXT_BYTES;
    }
    if (str_starts(s, "\xFF\xFE") || str_starts(s, "\xFE\xFF")) {
        *skip = 2;
        return s.ptr[0] == '\xFF' ? TEXT_UTF16LE : TEXT_UTF16BE;
    }
    size_t zero[2] = {0, 0};
    for (size_t i = 0; i < s.len; i++)
        zero[i & 1] += s.ptr[i] == '\0';
    if (zero[1] > s.len / 4 && zero[0] == 0)
        return TEXT_UTF16LE;
    if (zero[0] > s.len / 4 && zero[1] == 0)
        return TEXT_UTF16BE;
    return TEXT_BYTES;
}

/* Decodes into UTF-8: at most three bytes out for each byte in. Returns the bytes used; the rest is the
 * beginning of a character, which only the last buffer may break off. */
static size_t decode_bytes(const unsigned char *in, size_t len, bool last, char *out, size_t *n)
{
    size_t i = 0;
    while (i < len) {
        int length = str_utf8_length(in + i, len - i);
        if (length < 0 && !last)
            break;
        if (length > 0) {
            memcpy(out + *n, in + i, (size_t)length);
            *n += (size_t)length;
            i += (size_t)length;
        } else {
            *n += xml_utf8(in[i] < 0xA0 ? windows[in[i] - 0x80] : in[i], out + *n);
            i++;
        }
    }
    return i;
}

static size_t decode_utf16(const unsigned char *in, size_t len, bool big, char *out, size_t *n)
{
    size_t i = 0;
    for (; i + 2 <= len; i += 2) {
        unsigned long c = big ? (unsigned long)in[i] << 8 | in[i + 1] : (unsigned long)in[i + 1] << 8 | in[i];
        if (c >= 0xD800 && c < 0xDC00) {
            if (i + 4 > len)
                break;
            unsigned long low =
                big ? (unsigned long)in[i + 2] << 8 | in[i + 3] : (unsigned long)in[i + 3] << 8 | in[i + 2];
            bool pair = low >= 0xDC00 && low < 0xE000;
            c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : REPLACEMENT;
            i += pair ? 2 : 0;
        } else if (c >= 0xDC00 && c < 0xE000) {
            c = REPLACEMENT;
        }
        *n += xml_utf8(c, out + *n);
    }
    return i;
}

size_t text_decode(enum text_encoding encoding, const unsigned char *in, size_t len, bool last, char *out,
                   size_t *n)
{
    if (encoding == TEXT_BYTES)
        return decode_bytes(in, len, last, out, n);
    return decode_utf16(in, len, encoding == TEXT_UTF16BE, out, n);
}

/* --- delimiter --- */

/* How one delimiter divides the first lines. */
struct division {
    size_t lines[LINES_LOOKED_AT]; /* times it stands in each line, outside quotes */
    size_t n;
};

static struct division divide(struct str s, char delimiter)
{
    struct division d = {0};
    bool quoted = false, filled = false;
    for (size_t i = 0; i < s.len && d.n < LINES_LOOKED_AT; i++) {
        char c = s.ptr[i];
        quoted ^= c == '"';
        if ((c == '\n' || c == '\r') && !quoted) {
            d.n += filled;
            filled = false;
            if (d.n < LINES_LOOKED_AT)
                d.lines[d.n] = 0;
        } else {
            filled = true;
            d.lines[d.n] += c == delimiter && !quoted;
        }
    }
    if (d.n < LINES_LOOKED_AT && filled)
        d.n++;
    return d;
}

/* Lines that are divided in the commonest number of fields; *times tells how often the delimiter stands in
 * them. */
static size_t agreeing(const struct division *d, size_t *times)
{
    size_t best = 0;
    *times = 0;
    for (size_t i = 0; i < d->n; i++) {
        size_t same = 0;
        for (size_t k = 0; k < d->n; k++)
            same += d->lines[k] == d->lines[i];
        if (d->lines[i] > 0 && (same > best || (same == best && d->lines[i] > *times))) {
            best = same;
            *times = d->lines[i];
        }
    }
    return best;
}

char text_delimiter(struct str sample)
{
    static const char candidate[] = {';', ',', '\t', '|'};
    char chosen = ',';
    size_t best = 0, best_times = 0;
    for (size_t i = 0; i < sizeof candidate; i++) {
        struct division d = divide(sample, candidate[i]);
        size_t times, lines = agreeing(&d, &times);
        if (lines > best || (lines == best && times > best_times)) {
            best = lines;
            best_times = times;
            chosen = candidate[i];
        }
    }
    return chosen;
}

/* --- rows --- */

static void add_cell(struct text *t, struct str text)
{
    if (t->cells == t->room) {
        t->room = t->room ? t->room * 2 : 64;
        t->cell = mem_grow(t->cell, t->room * sizeof *t->cell);
    }
    t->cell[t->cells++] =
        (struct cell){.col = t->col, .type = CELL_TEXT, .text = arena_dup(&t->pending, text)};
}

static void on_field(void *field, size_t len, void *context)
{
    struct text *t = context;
    t->col++;
    if (len == 0)
        return;
    t->row_bytes += len;
    if (t->col > BOOK_MAX_COL || t->row_bytes > BOOK_MAX_ROW_BYTES) {
        t->fault = "a row of implausible length";
        return;
    }
    if (memchr(field, '\0', len)) {
        t->fault = "a NUL byte, which no text has";
        return;
    }
    add_cell(t, (struct str){field, len});
}

static struct row *queue_row(struct queue *q)
{
    if (q->rows == q->room) {
        q->room = q->room ? q->room * 2 : 256;
        q->row = mem_grow(q->row, q->room * sizeof *q->row);
    }
    return &q->row[q->rows++];
}

static void on_row(int terminator, void *context)
{
    struct text *t = context;
    /* the LF of a CRLF: the CR has ended the row already */
    bool second = terminator == '\n' && t->terminator == '\r' && t->col == 0;
    t->terminator = second ? 0 : terminator;
    if (second)
        return;
    t->row++;
    if (terminator < 0 && t->cells > 0) {
        if (t->cell[t->cells - 1].col < t->col)
            add_cell(t, STR(""));
        t->cell[t->cells - 1].type = CELL_LAST;
    }
    if (t->cells > 0) {
        struct cell *cells = arena_alloc(&t->queue.arena, t->cells * sizeof *cells);
        for (size_t i = 0; i < t->cells; i++) {
            cells[i] = t->cell[i];
            cells[i].text = arena_dup(&t->queue.arena, t->cell[i].text);
        }
        *queue_row(&t->queue) = (struct row){.number = t->row, .cell = cells, .n = t->cells};
        arena_reset(&t->pending);
    }
    t->cells = 0;
    t->col = 0;
    t->row_bytes = 0;
}

/* What libcsv gets wrong when blanks at the ends of fields are to stay: text behind a closing quotation mark
 * is taken as if the field were still quoted, and swallows what follows. Blanks there are taken out in place,
 * other text is a fault. Returns the length that is left to parse. */
static size_t mend_quotes(struct text *t, char *s, size_t len)
{
    char delimiter = (char)csv_get_delim(&t->csv);
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        char c = s[i];
        bool ends = c == delimiter || c == '\n' || c == '\r';
        if (t->state == FIELD_QUOTED) {
            t->state = c == '"' ? FIELD_CLOSED : FIELD_QUOTED;
            t->blank = false;
        } else if (ends) {
            t->state = FIELD_START;
        } else if (t->state == FIELD_CLOSED) {
            t->blank = t->blank || c == ' ' || c == '\t';
            if (c == ' ' || c == '\t')
                continue;
            if (c != '"' || t->blank) {
                t->fault = "text behind a closing quotation mark";
                return n;
            }
            t->state = FIELD_QUOTED;
        } else if (t->state == FIELD_START) {
            t->state = c == '"' ? FIELD_QUOTED : FIELD_PLAIN;
        }
        s[n++] = c;
    }
    return n;
}

static int no_blank(unsigned char c)
{
    (void)c;
    return 0;
}

static bool sniff(struct text *t, struct err *e)
{
    ssize_t n = pread(t->fd, t->in, CHUNK, 0);
    if (n < 0)
        return err_sys(e, "cannot read '%s'", t->path);
    size_t skip, len = 0;
    t->encoding = text_encoding((struct str){(const char *)t->in, (size_t)n}, &skip);
    text_decode(t->encoding, t->in + skip, (size_t)n - skip, false, t->decoded, &len);
    csv_set_delim(&t->csv, (unsigned char)text_delimiter((struct str){t->decoded, len}));
    t->at = (off_t)skip;
    return true;
}

struct text *text_open(int fd, const char *path, struct err *e)
{
    struct text *t = mem_alloc(sizeof *t);
    t->fd = fd;
    t->path = path;
    t->decoded = mem_alloc(sizeof t->in * 3);
    if (csv_init(&t->csv, CSV_REPALL_NL) != 0)
        BUG("csv_init failed");
    csv_set_space_func(&t->csv, no_blank);
    csv_set_blk_size(&t->csv, 4096);
    if (!sniff(t, e)) {
        text_close(t);
        return NULL;
    }
    return t;
}

void text_close(struct text *t)
{
    if (!t)
        return;
    csv_free(&t->csv);
    arena_done(&t->queue.arena);
    arena_done(&t->pending);
    free(t->queue.row);
    free(t->cell);
    free(t->decoded);
    free(t);
}

static bool text_fault(struct text *t, struct err *e, const char *fault)
{
    err_set(e, ST_UNREADABLE, "'%s' cannot be read as delimited text: %s", t->path, fault);
    return err_place(e, "row %ld", t->row + 1);
}

/* The end of the file: an open quote has swallowed the rest, and csv_fini() would not say so. */
static bool finish(struct text *t, struct err *e)
{
    t->ended = true;
    if (t->state == FIELD_QUOTED) {
        text_fault(t, e, "a quotation mark that never closes");
        return err_hint(e, "look for a single \" in this row, double it or take it away");
    }
    if (csv_fini(&t->csv, on_field, on_row, t) != 0)
        BUG("csv_fini failed");
    return true;
}

static bool feed(struct text *t, struct err *e)
{
    ssize_t n;
    do
        n = pread(t->fd, t->in + t->kept, CHUNK, t->at);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        return err_sys(e, "cannot read '%s'", t->path);
    t->at += n;
    size_t have = t->kept + (size_t)n, len = 0,
           used = text_decode(t->encoding, t->in, have, n == 0, t->decoded, &len);
    t->kept = have - used;
    memmove(t->in, t->in + used, t->kept);
    len = mend_quotes(t, t->decoded, len);
    if (csv_parse(&t->csv, t->decoded, len, on_field, on_row, t) != len)
        BUG("csv_parse failed");
    if (csv_get_buffer_size(&t->csv) > BOOK_MAX_ROW_BYTES)
        t->fault = "a row of implausible length; a quotation mark may never close";
    return t->fault ? text_fault(t, e, t->fault) : n > 0 || finish(t, e);
}

int text_next(struct text *t, struct row *row, struct err *e)
{
    struct queue *q = &t->queue;
    while (q->next == q->rows) {
        if (t->ended)
            return 0;
        arena_reset(&q->arena);
        q->next = q->rows = 0;
        if (!feed(t, e))
            return -1;
    }
    *row = q->row[q->next++];
    return 1;
}
