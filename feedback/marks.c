#include "marks.h"
#include "stream.h"

#include <stdlib.h>

enum { MOST_REASONS = 1000 };

/* --- reading --- */

static struct marks_sheet *sheet_named(struct marks *m, struct str name)
{
    struct marks_sheet *s = marks_of(m, name);
    if (s)
        return s;
    m->sheet = mem_grow(m->sheet, (m->sheets + 1) * sizeof *m->sheet);
    s = &m->sheet[m->sheets++];
    *s = (struct marks_sheet){.name = arena_dup(&m->arena, name)};
    return s;
}

/* A message is the reason's sentence, and behind a colon the detail. */
static struct str sentence_of(const struct remark *r)
{
    for (size_t i = 0; i < REASON_COUNT; i++)
        if (str_is(r->code, reasons[i].code))
            return str_c(reasons[i].id);
    struct str rest = r->message;
    return str_cut(&rest, ':');
}

static enum paint paint_of(enum severity s)
{
    return s == SEV_REPAIR ? PAINT_REPAIR : s == SEV_NOTE ? PAINT_NOTE : PAINT_REJECT;
}

/* A code and its severity; a further fault of a rejected record counts with the rejected ones. */
static bool reason_of(struct marks *m, const struct remark *r, size_t *found, struct err *e)
{
    enum paint paint = paint_of(r->severity);
    for (*found = 0; *found < m->reasons; ++*found)
        if (m->reason[*found].paint == paint && str_eq(m->reason[*found].code, r->code))
            return true;
    if (m->reasons == MOST_REASONS)
        return err_set(e, ST_REFUSED, "more than %d codes of remarks", MOST_REASONS);
    m->reason = mem_grow(m->reason, (m->reasons + 1) * sizeof *m->reason);
    m->reason[m->reasons++] = (struct marks_reason){
        .code = arena_dup(&m->arena, r->code),
        .sentence = arena_dup(&m->arena, sentence_of(r)),
        .paint = paint,
    };
    return true;
}

/* What a remark says, where there is room to tell it. */
static const struct told *tell(struct marks *m, struct marks_sheet *s, size_t reason, const struct record *r)
{
    if (!s->told)
        s->told = arena_alloc(&m->arena, MOST_REASONS * sizeof *s->told);
    if (s->told[reason] == MARKS_TOLD_EACH || m->told == MARKS_TOLD_ALL)
        return NULL;
    s->told[reason]++;
    m->reason[reason].told++;
    m->told++;
    struct told *t = arena_alloc(&m->arena, sizeof *t);
    *t = (struct told){.cell = arena_dup(&m->arena, r->cell),
                       .value = arena_dup(&m->arena, r->remark.value),
                       .message = arena_dup(&m->arena, r->remark.message)};
    return t;
}

/* A row or cell that is none of a sheet is told all the same, of the whole sheet or row. */
static bool add(struct marks *m, const struct record *r, struct err *e)
{
    struct marks_sheet *s = sheet_named(m, r->sheet);
    struct mark mark = {0};
    long row = 0, of_cell;
    int col;
    size_t reason;
    if (!reason_of(m, &r->remark, &reason, e))
        return false;
    if (str_to_long(r->row, &row) && row <= BOOK_MAX_ROW)
        mark.row = (uint32_t)row;
    struct str rest = r->cell, first = str_cut(&rest, ' ');
    if (address_parse(first, &of_cell, &col)) {
        mark.row = (uint32_t)of_cell;
        mark.col = (uint16_t)col;
    }
    mark.reason = (uint16_t)(reason & 0xFFF);
    mark.paint = m->reason[reason].paint & 0xF;
    mark.told = tell(m, s, reason, r);
    if (s->n == s->room) {
        s->room = s->room ? s->room * 2 : 64;
        s->mark = mem_grow(s->mark, s->room * sizeof *s->mark);
    }
    s->mark[s->n++] = mark;
    m->reason[reason].marks++;
    m->n++;
    return true;
}

/* True for a source whose remarks are wanted. */
static bool begin_source(struct marks *m, const struct record *r, struct str wanted, bool *ours,
                         struct err *e)
{
    struct str sha256 = record_pair(r, "sha256");
    *ours = wanted.len == 0 || str_eq(sha256, wanted);
    if (!*ours)
        return true;
    if (m->sha256.len > 0 && !str_eq(m->sha256, sha256)) {
        err_set(e, ST_USAGE, "the remarks are of several files");
        return err_hint(e, "name the file to mark: kp2s-feedback FILE REMARKS");
    }
    m->sha256 = arena_dup(&m->arena, sha256);
    m->file = arena_dup(&m->arena, record_pair(r, "file"));
    return true;
}

static bool read_stream(struct marks *m, struct stream_reader *in, struct str wanted, struct err *e)
{
    struct record r;
    bool ours = false, ok = true;
    int got = 1;
    while (ok && (got = stream_next(in, &r, e)) == 1) {
        if (r.rec == 'S')
            ok = begin_source(m, &r, wanted, &ours, e);
        else if (r.rec == 'R' && ours)
            ok = add(m, &r, e);
    }
    return ok && got == 0;
}

bool marks_read(struct marks *m, const char *path, struct str sha256, struct err *e)
{
    struct stream_reader in;
    if (!stream_open(&in, path, e))
        return false;
    bool ok = read_stream(m, &in, sha256, e);
    stream_close(&in);
    if (!ok || m->sha256.len > 0)
        return ok;
    err_set(e, ST_REFUSED, "the stream has no remarks on this file");
    return err_hint(e, "remarks belong to the very file that was read, by its SHA-256 %.*s", STR_ARG(sha256));
}

struct marks_sheet *marks_of(struct marks *m, struct str name)
{
    for (size_t i = 0; i < m->sheets; i++)
        if (str_eq(m->sheet[i].name, name))
            return &m->sheet[i];
    return NULL;
}

void marks_done(struct marks *m)
{
    for (size_t i = 0; i < m->sheets; i++)
        free(m->sheet[i].mark);
    free(m->sheet);
    free(m->reason);
    arena_done(&m->arena);
}

/* --- places --- */

static int by_place(const void *a, const void *b)
{
    const struct mark *x = a, *y = b;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->col != y->col)
        return x->col < y->col ? -1 : 1;
    if (x->paint != y->paint)
        return x->paint < y->paint ? -1 : 1;
    if (x->reason != y->reason)
        return x->reason < y->reason ? -1 : 1;
    return (x->told == NULL) - (y->told == NULL);
}

/* The first filled cell of each row that is marked as a whole; the first column where the row has none. */
static bool find_cells(struct marks_sheet *s, struct book *b, size_t i, struct err *e)
{
    struct row row;
    int got = 0;
    size_t k = 0;
    struct rows *rows = rows_open(b, i, e);
    if (!rows)
        return false;
    while (k < s->n && (got = rows_next(rows, &row, e)) == 1) {
        for (; k < s->n && s->mark[k].row < row.number; k++)
            ;
        for (; k < s->n && s->mark[k].row == row.number; k++)
            if (s->mark[k].col == 0 && row.n > 0)
                s->mark[k].col = (uint16_t)row.cell[0].col;
    }
    rows_close(rows);
    for (k = 0; k < s->n; k++)
        if (s->mark[k].row > 0 && s->mark[k].col == 0)
            s->mark[k].col = 1;
    return got >= 0;
}

static bool within(const struct range *r, const struct mark *m)
{
    return r->row1 <= m->row && m->row <= r->row2 && r->col1 <= m->col && m->col <= r->col2;
}

static int by_first_row(const void *a, const void *b)
{
    const struct range *x = a, *y = b;
    return x->row1 < y->row1 ? -1 : x->row1 > y->row1;
}

/* Only the first of merged cells is seen. Marks and ranges both go down the sheet; `open` are the ranges that
 * may still hold a mark. */
static void unmerge(struct marks_sheet *s, const struct survey *survey)
{
    struct range *range = mem_alloc((survey->ranges + 1) * sizeof *range);
    struct range *open = mem_alloc((survey->ranges + 1) * sizeof *open);
    size_t next = 0, opens = 0;
    if (survey->ranges > 0)
        memcpy(range, survey->range, survey->ranges * sizeof *range);
    qsort(range, survey->ranges, sizeof *range, by_first_row);
    for (size_t k = 0; k < s->n; k++) {
        struct mark *m = &s->mark[k];
        while (next < survey->ranges && range[next].row1 <= m->row)
            open[opens++] = range[next++];
        size_t kept = 0;
        bool moved = false;
        uint32_t row = m->row;
        for (size_t i = 0; i < opens; i++) {
            if (!moved && within(&open[i], m)) {
                moved = true;
                m->row = (uint32_t)open[i].row1;
                m->col = (uint16_t)open[i].col1;
            }
            if (open[i].row2 >= row)
                open[kept++] = open[i];
        }
        opens = kept;
    }
    free(range);
    free(open);
}

bool marks_settle(struct marks_sheet *s, struct book *b, size_t i, struct err *e)
{
    bool whole_rows = false;
    qsort(s->mark, s->n, sizeof *s->mark, by_place);
    for (size_t k = 0; k < s->n; k++)
        whole_rows |= s->mark[k].row > 0 && s->mark[k].col == 0;
    const struct survey *survey = book_survey(b, i, e);
    if (!survey || (whole_rows && !find_cells(s, b, i, e)))
        return false;
    if (survey->ranges > 0)
        unmerge(s, survey);
    qsort(s->mark, s->n, sizeof *s->mark, by_place);
    s->found = true;
    return true;
}

size_t marks_cell(const struct marks_sheet *s, size_t i, enum paint *paint)
{
    size_t n = 0;
    *paint = PAINTS;
    for (; i + n < s->n && s->mark[i + n].row == s->mark[i].row && s->mark[i + n].col == s->mark[i].col; n++)
        if (s->mark[i + n].paint < *paint)
            *paint = (enum paint)s->mark[i + n].paint;
    return n;
}
