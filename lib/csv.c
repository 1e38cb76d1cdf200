#include "csv.h"

#include "bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

struct csv {
    gzFile gz;
    char *name;
    char *buffer;
    size_t size, begin, end; /* unread bytes are buffer[begin, end); those behind may be looked at */
    bool at_end;
    char separator; /* 0: the first record tells */
    bool marked;    /* by a byte-order mark */
    long line;
    struct str *field;
    size_t fields;
};

static void resize(struct csv *c, size_t size)
{
    c->size = size;
    c->buffer = mem_grow(c->buffer, size + BYTES_BLOCK);
}

struct csv *csv_open(const char *path, struct err *e)
{
    bool standard = !path || strcmp(path, "-") == 0;
    int fd = standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        err_sys(e, "cannot open '%s'", standard ? "standard input" : path);
        return NULL;
    }
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        err_set(e, ST_UNREADABLE, "cannot read '%s': it is a directory", path ? path : "standard input");
        return NULL;
    }
    struct csv *c = mem_alloc(sizeof *c);
    c->gz = gzdopen(fd, "rb");
    if (!c->gz)
        BUG("gzdopen failed");
    gzbuffer(c->gz, 32 * 1024); /* reads of more than twice that go past it, when nothing is compressed */
    c->name = strdup(standard ? "standard input" : path);
    resize(c, 256 * 1024);
    c->separator = ',';
    c->line = 1;
    return c;
}

void csv_either(struct csv *c)
{
    c->separator = 0;
}

char csv_separator(const struct csv *c)
{
    return c->separator;
}

bool csv_marked(const struct csv *c)
{
    return c->marked;
}

const char *csv_name(const struct csv *c)
{
    return c->name;
}

/* Reads more bytes behind those unread, moving them to the front first. */
static bool fill(struct csv *c, struct err *e)
{
    if (c->begin > 0) {
        memmove(c->buffer, c->buffer + c->begin, c->end - c->begin);
        c->end -= c->begin;
        c->begin = 0;
    }
    if (c->end == c->size) {
        if (c->size >= CSV_MAX_RECORD) {
            err_set(e, ST_UNREADABLE, "a record is longer than %d bytes", CSV_MAX_RECORD);
            return err_place(e, "%s, line %ld", c->name, c->line);
        }
        resize(c, c->size * 2);
    }
    int n = gzread(c->gz, c->buffer + c->end, (unsigned)(c->size - c->end));
    int status = Z_OK;
    const char *text = n < 0 ? gzerror(c->gz, &status) : "";
    if (n == 0) {
        text = gzerror(c->gz, &status);
        if (status == Z_OK)
            status = gzdirect(c->gz) || gzeof(c->gz) ? Z_OK : Z_BUF_ERROR;
    }
    if (n < 0 || (n == 0 && status != Z_OK && status != Z_STREAM_END)) {
        if (status == Z_ERRNO)
            return err_sys(e, "cannot read '%s'", c->name);
        return err_set(e, ST_UNREADABLE, "cannot read '%s': compressed data is damaged or cut short (%s)",
                       c->name, text);
    }
    c->at_end = n == 0;
    c->end += (size_t)n;
    return true;
}

static bool fault(const struct csv *c, struct err *e, const char *what)
{
    err_set(e, ST_UNREADABLE, "%s", what);
    return err_place(e, "%s, line %ld", c->name, c->line);
}

/* Finds the end of the record that begins at c->begin: sets *len (line end included). False with e on
 * failure. */
static bool find_end(struct csv *c, size_t *len, bool *quoted, struct err *e)
{
    size_t at = 0;
    bool inside = false;
    *quoted = false;
    for (;;) {
        const char *p = c->buffer + c->begin;
        size_t have = c->end - c->begin;
        for (; at < have; at++) {
            char ch = p[at];
            if (ch == '"') {
                inside = !inside;
                *quoted = true;
            } else if (ch == '\n' && !inside) {
                *len = at + 1;
                return true;
            } else if (ch == '\0') {
                return fault(c, e, "a NUL byte in text");
            }
        }
        if (c->at_end) {
            if (inside)
                return fault(c, e, "a quote is opened and never closed");
            *len = have;
            return true;
        }
        if (!fill(c, e))
            return false;
    }
}

static void room_for(struct csv *c, size_t last)
{
    if (last >= c->fields)
        c->field = mem_grow(c->field, (c->fields = 2 * last + 1) * sizeof *c->field);
}

static void add_field(struct csv *c, struct csv_record *r, const char *ptr, size_t len)
{
    room_for(c, r->n);
    c->field[r->n++] = (struct str){ptr, len};
}

static char more_frequent(const char *text, size_t len)
{
    long more = 0;
    for (size_t i = 0; i < len; i++)
        more += (text[i] == ';') - (text[i] == ',');
    return more > 0 ? ';' : ',';
}

/* Splits body into fields, taking quotes away in place. The raw bytes are the caller's copy by then. */
static bool split(struct csv *c, struct csv_record *r, char *body, size_t len, struct err *e)
{
    size_t i = 0;
    for (;;) {
        if (r->n == CSV_MAX_FIELDS)
            return fault(c, e, "too many fields in a record");
        if (i < len && body[i] == '"') {
            char *start = body + i, *to = start;
            for (i++; i < len; i++) {
                if (body[i] != '"')
                    *to++ = body[i];
                else if (i + 1 < len && body[i + 1] == '"')
                    *to++ = body[i++];
                else
                    break;
            }
            i++;
            if (i < len && body[i] != c->separator)
                return fault(c, e, "text after a closing quote");
            add_field(c, r, start, (size_t)(to - start));
        } else {
            char *start = body + i;
            char *end = memchr(start, c->separator, len - i);
            size_t n = end ? (size_t)(end - start) : len - i;
            if (memchr(start, '"', n))
                return fault(c, e, "a quote in the middle of a field");
            add_field(c, r, start, n);
            i += n;
        }
        if (i >= len)
            return true;
        i++; /* the separator */
    }
}

/* A record without quotes and NULs that lies in the buffer as a whole, as nearly all do: one look at each 64
 * bytes finds its separators and its end. False, and nothing done, for any other. */
static bool plain_record(struct csv *c, struct csv_record *r)
{
    const char *raw = c->buffer + c->begin, *start = raw;
    size_t have = c->end - c->begin;
    for (size_t at = 0; at < have && r->n + BYTES_BLOCK < CSV_MAX_FIELDS; at += BYTES_BLOCK) {
        const char *p = raw + at;
        uint64_t ours = bytes_first(have - at), line = bytes_equal(p, '\n') & ours;
        if (line)
            ours &= line ^ (line - 1); /* up to the first */
        if ((bytes_equal(p, '"') | bytes_equal(p, '\0')) & ours)
            break;
        room_for(c, r->n + BYTES_BLOCK);
        for (uint64_t ends = bytes_equal(p, c->separator) & ours; ends > 0; ends &= ends - 1) {
            const char *end = p + __builtin_ctzll(ends);
            c->field[r->n++] = (struct str){start, (size_t)(end - start)};
            start = end + 1;
        }
        if (line) {
            const char *end = p + __builtin_ctzll(line);
            *r = (struct csv_record){
                .n = r->n, .raw = {raw, (size_t)(end + 1 - raw)}, .line = c->line++, .field = c->field};
            if (end > start && end[-1] == '\r')
                end--;
            c->field[r->n++] = (struct str){start, (size_t)(end - start)};
            c->begin += r->raw.len;
            return true;
        }
    }
    r->n = 0;
    return false;
}

int csv_next(struct csv *c, struct csv_record *r, struct err *e)
{
    bool quoted = false;
    size_t len = 0;
    if (c->begin == c->end && !c->at_end && !fill(c, e))
        return -1;
    if (c->line == 1 && c->begin == 0 && c->end >= 3 && memcmp(c->buffer, "\xEF\xBB\xBF", 3) == 0) {
        c->begin = 3;
        c->marked = true;
    }
    r->n = 0;
    if (c->separator && plain_record(c, r))
        return 1;
    if (!find_end(c, &len, &quoted, e))
        return -1;
    if (len == 0)
        return 0; /* end of file */
    char *raw = c->buffer + c->begin;
    size_t body = len;
    if (raw[body - 1] == '\n')
        body--;
    if (body > 0 && raw[body - 1] == '\r')
        body--;
    *r = (struct csv_record){.raw = {raw, len}, .line = c->line};
    c->begin += len;
    if (!c->separator)
        c->separator = more_frequent(raw, body);
    char *text = raw;
    if (quoted) { /* unquoting moves bytes: keep raw as it was read, work on a copy behind it */
        if (c->size - c->end < body) {
            size_t at = (size_t)(raw - c->buffer);
            resize(c, c->size + body + 1);
            raw = c->buffer + at;
            r->raw.ptr = raw;
        }
        text = c->buffer + c->end;
        memcpy(text, raw, body);
    }
    if (!split(c, r, text, body, e))
        return -1;
    for (const char *p = r->raw.ptr; (p = memchr(p, '\n', (size_t)(r->raw.ptr + len - p))) != NULL; p++)
        c->line++;
    r->field = c->field;
    return 1;
}

void csv_close(struct csv *c)
{
    if (!c)
        return;
    gzclose(c->gz);
    free(c->name);
    free(c->buffer);
    free(c->field);
    free(c);
}

bool table_open(struct table *t, const char *path, struct err *e)
{
    *t = (struct table){0};
    t->csv = csv_open(path, e);
    if (!t->csv)
        return false;
    int got = csv_next(t->csv, &t->record, e);
    if (got <= 0) {
        err_set(e, ST_UNREADABLE, "no header line in '%s'", path);
        table_close(t);
        return false;
    }
    t->columns = t->record.n;
    t->column = arena_alloc(&t->names, t->columns * sizeof *t->column);
    for (size_t i = 0; i < t->columns; i++)
        t->column[i] = arena_dup(&t->names, t->record.field[i]);
    return true;
}

int table_column(struct table *t, const char *name, struct err *e)
{
    for (size_t i = 0; i < t->columns; i++)
        if (str_is(t->column[i], name))
            return (int)i;
    err_set(e, ST_CONFIG, "no column '%s' in '%s'", name, csv_name(t->csv));
    return -1;
}

int table_next(struct table *t, struct err *e)
{
    int got = csv_next(t->csv, &t->record, e);
    if (got == 1 && t->record.n != t->columns) {
        err_set(e, ST_CONFIG, "%zu fields where the header has %zu", t->record.n, t->columns);
        err_place(e, "%s, line %ld", csv_name(t->csv), t->record.line);
        return -1;
    }
    return got;
}

struct str table_field(const struct table *t, int column)
{
    return t->record.field[column];
}

void table_close(struct table *t)
{
    csv_close(t->csv);
    arena_done(&t->names);
    *t = (struct table){0};
}
