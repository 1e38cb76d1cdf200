#include "table.h"
#include "totals.h"

#include "reason.h"

#include <stdlib.h>
#include <string.h>

/* The value that empty cells below it take. */
struct carried {
    char *ptr;
    size_t len, room;
};

struct table_run {
    const struct layout *l;
    const struct plan *plan;
    struct stream_writer *w;
    struct tally *tally;
    struct str sheet;
    struct arena run, scratch; /* scratch: reset for each row */

    int field[LAYOUT_MAX_FIELDS]; /* of the columns of D records */
    size_t fields;
    int value[LAYOUT_MAX_FIELDS]; /* the fields of kind_values */
    size_t values;
    int width;                                 /* last column that is read */
    bool *read;                                /* by column */
    struct str *text;                          /* by column: the present row, as records have it */
    struct carried carried[LAYOUT_MAX_FIELDS]; /* by position in [fill] */
    struct totals *totals;
    bool begun;  /* a data row was seen */
    int heading; /* last column that is filled in the heading */
};

static size_t used_fields(const struct layout *l, int *field)
{
    size_t n = 0;
    for (int i = 0; kind_found[l->kind][i]; i++)
        if (l->used[i])
            field[n++] = i;
    return n;
}

/* All fields of kind_values, in its order, whether the layout fills them or not. */
static size_t value_fields(const struct layout *l, int *field)
{
    size_t n = 0;
    for (const char *const *v = kind_values[l->kind]; *v; v++)
        for (int i = 0; kind_found[l->kind][i]; i++)
            if (str_is(layout_field(l, i), *v))
                field[n++] = i;
    return n;
}

size_t table_columns(const struct layout *l, struct str *field)
{
    int used[LAYOUT_MAX_FIELDS];
    size_t n = used_fields(l, used);
    for (size_t i = 0; i < n; i++)
        field[i] = layout_field(l, used[i]);
    return n;
}

/* --- columns that are read --- */

static void mark_columns(struct table_run *t)
{
    size_t slots = t->plan->patterns * LAYOUT_MAX_FIELDS;
    for (size_t i = 0; i < slots; i++) {
        int col = t->plan->pattern[i / LAYOUT_MAX_FIELDS].slot[i % LAYOUT_MAX_FIELDS].col;
        t->width = col > t->width ? col : t->width;
    }
    t->read = arena_alloc(&t->run, (size_t)t->width + 1);
    t->text = arena_alloc(&t->run, ((size_t)t->width + 1) * sizeof *t->text);
    for (size_t i = 0; i < slots; i++) {
        int field = (int)(i % LAYOUT_MAX_FIELDS),
            col = t->plan->pattern[i / LAYOUT_MAX_FIELDS].slot[field].col;
        if (col == 0)
            continue;
        t->read[col] = true;
        totals_column(t->totals, field, col);
    }
}

/* --- the present row --- */

/* A cell's text as records have it: typed numbers with the layout's decimal mark, text without blanks at its
 * ends. */
static struct str as_record(struct table_run *t, const struct cell *c)
{
    struct str s = str_trim(c->text);
    if (c->type != CELL_NUMBER || str_is(t->l->decimal, ".") || !memchr(s.ptr, '.', s.len))
        return s;
    char *text = arena_cstr(&t->scratch, s);
    *strchr(text, '.') = *t->l->decimal.ptr;
    return (struct str){text, s.len};
}

static void take_row(struct table_run *t, const struct row *row)
{
    arena_reset(&t->scratch);
    for (int col = 1; col <= t->width; col++)
        t->text[col] = STR("");
    for (size_t i = 0; i < row->n; i++) {
        const struct cell *c = &row->cell[i];
        if (c->col > t->width || !t->read[c->col])
            continue;
        t->text[c->col] = as_record(t, c);
    }
}

static struct str first_filled(struct table_run *t, const struct row *row)
{
    for (size_t i = 0; i < row->n; i++) {
        struct str s = str_trim(row->cell[i].text);
        if (s.len > 0)
            return str_fold(&t->scratch, s);
    }
    return STR("");
}

/* The ordinal that a cell of a number row holds: 3, (3), c; 0 when it is none. A formula may follow: "6=5/4".
 */
static long ordinal(struct str s)
{
    long n = 0;
    s = str_trim(s);
    if (s.len > 0 && *s.ptr == '(')
        s = (struct str){s.ptr + 1, s.len - 1};
    size_t digits = 0;
    while (digits < s.len && digits < 4 && s.ptr[digits] >= '0' && s.ptr[digits] <= '9')
        n = n * 10 + (s.ptr[digits++] - '0');
    if (digits == 0 && s.len > 0 && (s.ptr[0] | 32) >= 'a' && (s.ptr[0] | 32) <= 'z') {
        n = (s.ptr[0] | 32) - 'a' + 1;
        digits = 1;
    }
    struct str rest = str_trim((struct str){s.ptr + digits, s.len - digits});
    return rest.len == 0 || str_is(rest, ")") || *rest.ptr == '=' ? n : 0;
}

/* A row of column numbers or letters under the heading: each cell an ordinal, rising from 1. */
static bool number_row(const struct row *row)
{
    enum { LARGEST_STEP = 3 };
    long before = 0;
    size_t filled = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (str_trim(row->cell[i].text).len == 0)
            continue;
        long n = ordinal(row->cell[i].text);
        if (n <= before || n > before + (filled ? LARGEST_STEP : 1))
            return false;
        before = n;
        filled++;
    }
    return filled >= 2;
}

static bool is_region(int field)
{
    enum { REGION_FIELDS = 6 }; /* they come first in every kind (lib/kind.c) */
    return field < REGION_FIELDS;
}

static bool total_row(struct table_run *t, struct str first)
{
    if (t->l->totals.n == 0)
        return false;
    if (variants_begin(&t->l->totals, first))
        return true;
    for (size_t i = 0; i < t->l->columns; i++) {
        int field = t->l->column[i].field, col = t->plan->column[field].col;
        if (col > 0 && is_region(field) && t->text[col].len > 0 &&
            variants_begin(&t->l->totals, str_fold(&t->scratch, t->text[col])))
            return true;
    }
    return false;
}

/* --- data rows --- */

/* Nothing filled but columns of [fill]: a block heading, carried down. */
static bool block_heading(const struct table_run *t)
{
    for (int col = 1; col <= t->width; col++) {
        bool fill = t->text[col].len == 0;
        for (size_t i = 0; i < t->l->fills && !fill; i++)
            fill = t->plan->column[t->l->fill[i]].col == col;
        if (!fill)
            return false;
    }
    return t->l->fills > 0;
}

static void carry(struct carried *c, struct str text)
{
    if (text.len > c->room) {
        c->room = text.len * 2;
        c->ptr = mem_grow(c->ptr, c->room);
    }
    memcpy(c->ptr, text.ptr, text.len);
    c->len = text.len;
}

/* Empty cells of [fill] take the value above; a new value ends what the columns listed after it carry. */
static void fill(struct table_run *t)
{
    for (size_t i = 0; i < t->l->fills; i++) {
        int col = t->plan->column[t->l->fill[i]].col;
        if (col == 0)
            continue;
        struct str carried = {t->carried[i].ptr, t->carried[i].len};
        if (t->text[col].len == 0) {
            t->text[col] = carried;
        } else if (!str_eq(t->text[col], carried)) {
            carry(&t->carried[i], t->text[col]);
            for (size_t k = i + 1; k < t->l->fills; k++)
                t->carried[k].len = 0;
        }
    }
}

/* The addresses of a record's values, in the order of kind_values. */
static struct str value_cells(const struct table_run *t, const struct pattern *p, long row, char *out)
{
    char *end = out;
    for (size_t i = 0; i < t->values; i++) {
        int col = p->slot[t->value[i]].col;
        if (i > 0)
            *end++ = ' ';
        if (col > 0)
            end += address(row, col, end);
        else
            *end++ = '-';
    }
    return (struct str){out, (size_t)(end - out)};
}

static void write_records(struct table_run *t, long row)
{
    char number[ADDRESS_SIZE], cells[LAYOUT_MAX_FIELDS * ADDRESS_SIZE];
    struct str text[LAYOUT_MAX_FIELDS];
    struct str row_text = {number, address(row, 0, number)};
    for (size_t i = 0; i < t->plan->patterns; i++) {
        const struct pattern *p = &t->plan->pattern[i];
        for (size_t k = 0; k < t->fields; k++) {
            const struct slot *s = &p->slot[t->field[k]];
            text[k] = s->col > 0 ? t->text[s->col] : s->text;
        }
        stream_data(t->w, t->sheet, row_text, value_cells(t, p, row, cells), text, t->fields);
        t->tally->records++;
    }
}

static bool anything_read(const struct table_run *t)
{
    for (int col = 1; col <= t->width; col++)
        if (t->text[col].len > 0)
            return true;
    return false;
}

static void see_heading(struct table_run *t, const struct row *row)
{
    if (row->number < t->plan->first_row - t->l->rows)
        return;
    for (size_t i = 0; i < row->n; i++)
        if (str_trim(row->cell[i].text).len > 0 && row->cell[i].col > t->heading)
            t->heading = row->cell[i].col;
}

/* The file ended within the row. */
static bool is_cut(const struct table_run *t, const struct row *row)
{
    const struct cell *last = &row->cell[row->n - 1];
    return last->type == CELL_LAST && last->col < t->heading;
}

static void reject_cut(struct table_run *t, const struct row *row)
{
    char number[ADDRESS_SIZE], cell[ADDRESS_SIZE];
    int fields = row->cell[row->n - 1].col;
    struct remark remark = reason_remark(&t->scratch, REASON_row_short, STR(""), STR(""),
                                         arena_printf(&t->scratch, "%d dari %d isian", fields, t->heading));
    stream_remark(t->w, t->sheet, (struct str){number, address(row->number, 0, number)},
                  (struct str){cell, address(row->number, fields, cell)}, &remark);
}

/* What becomes of a row. False: the table ends before it. */
static bool do_row(struct table_run *t, const struct row *row)
{
    take_row(t, row);
    struct str first = first_filled(t, row);
    if (variants_begin(&t->l->stops, first))
        return false;
    t->tally->rows++;
    bool cut = first.len > 0 && is_cut(t, row);
    if (cut) {
        t->tally->cut = row->cell[row->n - 1].col;
        t->tally->cut_of = t->heading;
    }
    if (total_row(t, first)) {
        t->tally->totals++;
        totals_check(t->totals, row->number, t->text, t->w);
    } else if (!anything_read(t) || (!t->begun && number_row(row))) {
        t->tally->empty++;
    } else if (cut) {
        reject_cut(t, row);
    } else if (block_heading(t)) {
        fill(t);
        t->tally->blocks++;
    } else {
        t->begun = true;
        fill(t);
        totals_add(t->totals, t->text);
        write_records(t, row->number);
    }
    return true;
}

/* --- the table --- */

static void write_begin(struct table_run *t)
{
    struct pair pairs[2];
    size_t n = 1;
    struct str fields = STR("");
    char column[ADDRESS_SIZE];
    for (size_t i = 0; i < t->fields; i++) {
        int col = t->plan->column[t->field[i]].col;
        if (col == 0)
            continue;
        address_column(col, column);
        fields = arena_printf(&t->run, "%.*s%s%.*s:%s", STR_ARG(fields), fields.len ? " " : "",
                              STR_ARG(layout_field(t->l, t->field[i])), column);
    }
    pairs[0] = (struct pair){STR("fields"), fields};
    if (t->plan->title[0].len > 0)
        pairs[n++] = (struct pair){STR("period_text"), t->plan->title[0]};
    stream_table(t->w, t->sheet, pairs, n);
}

bool table_write(struct book *b, const struct layout *l, const struct plan *plan, struct stream_writer *w,
                 struct tally *tally, struct err *e)
{
    struct table_run t = {
        .l = l, .plan = plan, .w = w, .tally = tally, .sheet = book_sheet(b, plan->sheet)->name};
    struct rows *rows = rows_open(b, plan->sheet, e);
    struct row row;
    int got = rows ? 1 : -1;
    t.fields = used_fields(l, t.field);
    t.values = value_fields(l, t.value);
    t.totals = totals_open(l, t.sheet);
    mark_columns(&t);
    if (rows)
        write_begin(&t);
    while (got > 0 && !out_failed(w->out) && (got = rows_next(rows, &row, e)) > 0)
        if (row.number < plan->first_row)
            see_heading(&t, &row);
        else if (!do_row(&t, &row))
            break;
    if (got >= 0)
        totals_end(t.totals, w);
    rows_close(rows);
    totals_close(t.totals);
    arena_done(&t.run);
    arena_done(&t.scratch);
    for (size_t i = 0; i < l->fills; i++)
        free(t.carried[i].ptr);
    return got >= 0;
}
