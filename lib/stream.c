#include "stream.h"

#include "crc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lead[STREAM_LEAD] = {"rec", "src", "sheet", "row", "cell"};
static const char *const severities[] = {"reject", "also", "repair", "note"};

const char *severity_name(enum severity s)
{
    return severities[s];
}

bool severity_of(struct str name, enum severity *s)
{
    for (size_t i = 0; i < sizeof severities / sizeof *severities; i++)
        if (str_is(name, severities[i])) {
            *s = (enum severity)i;
            return true;
        }
    return false;
}

/* --- reading --- */

bool stream_open(struct stream_reader *s, const char *path, struct err *e)
{
    *s = (struct stream_reader){0};
    s->csv = csv_open(path, e);
    return s->csv != NULL;
}

void stream_close(struct stream_reader *s)
{
    csv_close(s->csv);
    arena_done(&s->names);
    arena_done(&s->source_text);
    *s = (struct stream_reader){0};
}

static int refuse(const struct stream_reader *s, struct err *e, const char *what)
{
    err_set(e, ST_REFUSED, "%s", what);
    if (s->inside)
        err_place(e, "source %ld '%.*s'", s->source, STR_ARG(s->file));
    err_place(e, "%s, line %ld", csv_name(s->csv), s->csvrec.line);
    return -1;
}

static int read_header(struct stream_reader *s, struct record *r, struct err *e)
{
    if (s->inside)
        return refuse(s, e, "a header line inside a source");
    if (s->csvrec.n < STREAM_LEAD + 1)
        return refuse(s, e, "the header line names no columns after rec,src,sheet,row,cell");
    for (size_t i = 0; i < STREAM_LEAD; i++)
        if (!str_is(s->csvrec.field[i], lead[i]))
            return refuse(s, e, "the header line does not begin with rec,src,sheet,row,cell");
    arena_reset(&s->names);
    s->columns = s->csvrec.n;
    s->column = arena_alloc(&s->names, s->columns * sizeof *s->column);
    for (size_t i = 0; i < s->columns; i++)
        s->column[i] = arena_dup(&s->names, s->csvrec.field[i]);
    *r = (struct record){.rec = 'H', .field = s->column + STREAM_LEAD, .n = s->columns - STREAM_LEAD};
    return 1;
}

static bool read_pairs(struct stream_reader *s, struct record *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct str rest = r->field[i];
        if (rest.len == 0)
            continue;
        if (!memchr(rest.ptr, '=', rest.len) || r->pairs == STREAM_MAX_PAIRS)
            return false;
        struct str name = str_cut(&rest, '=');
        r->pair[r->pairs++] = (struct pair){name, rest};
    }
    (void)s;
    return true;
}

static bool count_is(const struct record *r, const char *name, long have)
{
    long said;
    return str_to_long(record_pair(r, name), &said) && said == have;
}

static int read_source(struct stream_reader *s, struct record *r, struct err *e)
{
    if (!read_pairs(s, r))
        return refuse(s, e, "an S record must hold name=value pairs, 20 at most");
    if (r->sheet.len > 0) {
        if (!s->inside)
            return refuse(s, e, "a table (S with a sheet) before its source");
        r->rec = 'T';
        return 1;
    }
    if (s->inside)
        return refuse(s, e, "a source begins before the one before it ended with E");
    s->inside = true;
    s->source++;
    s->d = s->r = s->n = 0;
    if (record_pair(r, "sources").len > 0 && !str_to_long(record_pair(r, "sources"), &s->promised))
        return refuse(s, e, "the pair sources= of an S record must be a number");
    arena_reset(&s->source_text);
    s->file = arena_dup(&s->source_text, record_pair(r, "file"));
    return 1;
}

static int read_remark(struct stream_reader *s, struct record *r, struct err *e)
{
    if (r->n < 5 || !severity_of(r->field[0], &r->remark.severity) || r->field[1].len == 0)
        return refuse(s, e, "an R record must hold severity, code, field, value, message");
    r->remark.code = r->field[1];
    r->remark.field = r->field[2];
    r->remark.value = r->field[3];
    r->remark.message = r->field[4];
    if (r->remark.severity == SEV_REJECT)
        s->r++;
    else
        s->n++;
    return 1;
}

static int read_end(struct stream_reader *s, struct record *r, uint32_t crc, struct err *e)
{
    if (!read_pairs(s, r))
        return refuse(s, e, "an E record must hold name=value pairs, 20 at most");
    if (!count_is(r, "d", s->d) || !count_is(r, "r", s->r) || !count_is(r, "n", s->n)) {
        err_set(e, ST_REFUSED,
                "the books do not balance: E says d=%.*s r=%.*s n=%.*s, the stream holds d=%ld r=%ld n=%ld",
                STR_ARG(record_pair(r, "d")), STR_ARG(record_pair(r, "r")), STR_ARG(record_pair(r, "n")),
                s->d, s->r, s->n);
        return refuse(s, e, "") /* adds the place */;
    }
    struct str said = record_pair(r, "crc");
    char have[16];
    snprintf(have, sizeof have, "%08x", (unsigned)crc);
    if (!str_is(said, have) && !str_is(said, "-")) {
        err_set(e, ST_REFUSED, "the checksum differs: E says crc=%.*s, the lines give %s", STR_ARG(said),
                have);
        err_hint(e,
                 "the stream was changed or cut; run the stage before again, or write crc=- if you edited it "
                 "on purpose");
        return refuse(s, e, "");
    }
    s->inside = false;
    s->sources_done++;
    return 1;
}

static int broken_off(const struct stream_reader *s, struct err *e)
{
    refuse(s, e, "the stream ends inside a source, without its E record");
    err_hint(e, "the stage before did not finish; its own message says why; nothing of this source is used");
    return -1;
}

int stream_next(struct stream_reader *s, struct record *r, struct err *e)
{
    int got = csv_next(s->csv, &s->csvrec, e);
    if (got < 0)
        return -1;
    if (got == 0) {
        if (s->inside)
            return broken_off(s, e);
        if (s->source == 0) {
            err_set(e, ST_REFUSED, "the stream is empty: the stage before did not finish");
            err_place(e, "%s", csv_name(s->csv));
            return -1;
        }
        if (s->promised > s->source) {
            err_set(e, ST_REFUSED, "%ld of %ld sources are missing: the stage before did not finish",
                    s->promised - s->source, s->promised);
            err_place(e, "%s", csv_name(s->csv));
            return -1;
        }
        return 0;
    }
    struct csv_record *c = &s->csvrec;
    if (str_is(c->field[0], "rec"))
        return read_header(s, r, e);
    if (!s->column)
        return refuse(s, e, "no header line (rec,src,sheet,row,cell,…) at the start");
    if (c->n != s->columns && s->inside && c->raw.ptr[c->raw.len - 1] != '\n')
        return broken_off(s, e); /* in the middle of a line */
    if (c->n != s->columns) {
        err_set(e, ST_REFUSED, "a line has %zu fields where its header has %zu", c->n, s->columns);
        return refuse(s, e, "");
    }
    *r = (struct record){.sheet = c->field[2],
                         .row = c->field[3],
                         .cell = c->field[4],
                         .field = c->field + STREAM_LEAD,
                         .n = c->n - STREAM_LEAD,
                         .raw = c->raw};
    r->rec = c->field[0].len == 1 ? c->field[0].ptr[0] : '?';
    uint32_t before = s->crc;
    if (r->rec == 'S' && r->sheet.len == 0)
        before = 0;
    s->crc = crc_add(before, c->raw.ptr, c->raw.len);
    long source;
    if (r->rec != 'S' && !s->inside)
        return refuse(s, e, "a record outside a source: S must come first");
    if (!str_to_long(c->field[1], &source) || source != s->source + (s->inside ? 0 : 1))
        return refuse(s, e, "the src column does not number the sources 1, 2, 3, …");
    switch (r->rec) {
    case 'S':
        return read_source(s, r, e);
    case 'D':
        s->d++;
        return 1;
    case 'R':
        return read_remark(s, r, e);
    case 'E':
        return read_end(s, r, before, e);
    default:
        return refuse(s, e, "rec is none of S, D, R, E");
    }
}

int stream_column(const struct stream_reader *s, const char *name)
{
    for (size_t i = STREAM_LEAD; i < s->columns; i++)
        if (str_is(s->column[i], name))
            return (int)(i - STREAM_LEAD);
    return -1;
}

struct str record_pair(const struct record *r, const char *name)
{
    for (size_t i = 0; i < r->pairs; i++)
        if (str_is(r->pair[i].name, name))
            return r->pair[i].value;
    return STR("");
}

/* --- writing --- */

void stream_writer_init(struct stream_writer *w, struct out *out)
{
    *w = (struct stream_writer){.out = out};
}

static void leading(struct stream_writer *w, char rec, struct str sheet, struct str row, struct str cell)
{
    out_write(w->out, (const char[]){rec, ','}, 2);
    out_fields(w->out, (const struct str[]){{w->number, w->number_len}, sheet, row, cell}, 4);
}

/* Empty fields up to the width of the header, and the end of the line. */
static void pad(struct stream_writer *w, size_t used)
{
    if (used > w->columns)
        BUG("a record is wider than its header");
    for (; used < w->columns; used++)
        out_comma(w->out);
    out_line(w->out);
}

static void write_pairs(struct stream_writer *w, const struct pair *pairs, size_t n)
{
    struct arena a = {0};
    for (size_t i = 0; i < n; i++) {
        out_comma(w->out);
        out_field(w->out, arena_printf(&a, "%.*s=%.*s", STR_ARG(pairs[i].name), STR_ARG(pairs[i].value)));
    }
    arena_done(&a);
}

void stream_header(struct stream_writer *w, const struct str *names, size_t n)
{
    out_write(w->out, "rec,src,sheet,row,cell", 22);
    for (size_t i = 0; i < n; i++) {
        out_comma(w->out);
        out_field(w->out, names[i]);
    }
    w->columns = n;
    for (; w->columns < STREAM_WIDTH; w->columns++)
        out_comma(w->out);
    out_line(w->out);
}

void stream_source(struct stream_writer *w, const struct pair *pairs, size_t n)
{
    w->number_len = (size_t)snprintf(w->number, sizeof w->number, "%ld", ++w->source);
    w->d = w->r = w->n = 0;
    out_crc_begin(w->out);
    leading(w, 'S', STR(""), STR(""), STR(""));
    write_pairs(w, pairs, n);
    pad(w, n);
}

void stream_table(struct stream_writer *w, struct str sheet, const struct pair *pairs, size_t n)
{
    leading(w, 'S', sheet, STR(""), STR(""));
    write_pairs(w, pairs, n);
    pad(w, n);
}

void stream_data(struct stream_writer *w, struct str sheet, struct str row, struct str cell,
                 const struct str *fields, size_t n)
{
    leading(w, 'D', sheet, row, cell);
    out_comma(w->out);
    out_fields(w->out, fields, n);
    pad(w, n);
    w->d++;
    w->all_d++;
}

void stream_remark(struct stream_writer *w, struct str sheet, struct str row, struct str cell,
                   const struct remark *remark)
{
    leading(w, 'R', sheet, row, cell);
    struct str part[] = {str_c(severity_name(remark->severity)), remark->code, remark->field, remark->value,
                         remark->message};
    out_comma(w->out);
    out_fields(w->out, part, 5);
    pad(w, 5);
    if (remark->severity == SEV_REJECT) {
        w->r++;
        w->all_r++;
    } else {
        w->n++;
        w->all_n++;
    }
    if (w->remarked)
        w->remarked(w->context, sheet, row, cell, remark);
}

void stream_end(struct stream_writer *w, const struct pair *pairs, size_t n)
{
    uint32_t crc = out_crc(w->out);
    char text[160];
    leading(w, 'E', STR(""), STR(""), STR(""));
    int len = snprintf(text, sizeof text, ",d=%ld,r=%ld,n=%ld,crc=%08x", w->d, w->r, w->n, (unsigned)crc);
    out_write(w->out, text, (size_t)len);
    write_pairs(w, pairs, n);
    pad(w, n + 4);
}
