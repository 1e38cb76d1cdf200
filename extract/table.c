#include "tablerun.h"

#include "drift.h"
#include "look.h"

#include "prog.h"
#include "reason.h"

#include <stdlib.h>
#include <string.h>

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
    t->filtered = arena_alloc(&t->run, t->l->filters * sizeof *t->filtered);
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

static struct str cell_under(const struct row *row, int col)
{
    for (size_t i = 0; i < row->n && row->cell[i].col <= col; i++)
        if (row->cell[i].col == col)
            return str_trim(row->cell[i].text);
    return STR("");
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
    for (size_t f = 0; f < t->l->filters; f++)
        t->filtered[f] = cell_under(row, t->plan->filter[f]);
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

/* By a filter of the layout the row is none of its data. */
static bool other_row(struct table_run *t)
{
    for (size_t i = 0; i < t->l->filters; i++) {
        const struct filter *f = &t->l->filter[i];
        if (variants_match(&f->words, str_fold(&t->scratch, t->filtered[i])) == f->skip)
            return true;
    }
    return false;
}

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

/* Empty cells of [fill] take the value above; a new value ends what the columns listed after it carry. */
static void fill(struct table_run *t)
{
    for (size_t i = 0; i < t->l->fills; i++) {
        int col = t->plan->column[t->l->fill[i]].col;
        if (col == 0)
            continue;
        struct str carried = carried_text(&t->carried[i]);
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

struct str table_meant(const struct layout *l, int field, struct str text, struct arena *a)
{
    struct str folded = STR("");
    for (size_t i = 0; i < l->words && text.len > 0; i++) {
        if (l->word[i].field != field)
            continue;
        if (folded.len == 0)
            folded = str_fold(a, text);
        if (variants_match(&l->word[i].from, folded))
            return l->word[i].to;
    }
    return text;
}

static struct str slot_text(struct table_run *t, const struct slot *s, int field)
{
    size_t title = LAYOUT_TITLES + (size_t)field;
    if (s->col == 0 && !layout_titled(t->l, title))
        return s->text;
    return table_meant(t->l, field, s->col > 0 ? t->text[s->col] : carried_text(&t->title[title]),
                       &t->scratch);
}

static void write_records(struct table_run *t, long row)
{
    char number[ADDRESS_SIZE], cells[LAYOUT_MAX_FIELDS * ADDRESS_SIZE];
    struct str text[LAYOUT_MAX_FIELDS];
    struct str row_text = {number, address(row, 0, number)};
    if (!t->said)
        table_say(t);
    for (size_t i = 0; i < t->plan->patterns; i++) {
        const struct pattern *p = &t->plan->pattern[i];
        for (size_t k = 0; k < t->fields; k++)
            text[k] = slot_text(t, &p->slot[t->field[k]], t->field[k]);
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

static bool refuse_hidden(struct table_run *t, long row)
{
    err_set(t->e, ST_UNREADABLE, "row %ld is hidden, and the layout '%.*s' refuses hidden rows", row,
            STR_ARG(t->l->id));
    err_place(t->e, "%.*s, %.*s", STR_ARG(t->file), STR_ARG(t->sheet));
    return err_hint(t->e, "let the agency show or delete its hidden rows, filters included");
}

/* A row of a table that is none of its heading, titles or end. */
static enum fate do_table_row(struct table_run *t, const struct row *row, struct str first)
{
    bool cut = first.len > 0 && is_cut(t, row);
    t->tally->rows++;
    if (cut) {
        t->tally->cut = row->cell[row->n - 1].col;
        t->tally->cut_of = t->heading;
    }
    if (anything_read(t) && other_row(t)) {
        t->tally->others++;
        return FATE_OTHER;
    }
    if (total_row(t, first)) {
        t->tally->totals++;
        totals_check(t->totals, row->number, t->text);
        return FATE_TOTAL;
    }
    if (!anything_read(t) || (!t->begun && look_numbers(row, t->heading))) {
        t->tally->empty++;
        return FATE_EMPTY;
    }
    if (row->hidden && t->l->hidden_rows == HIDDEN_REFUSE)
        return refuse_hidden(t, row->number), FATE_FAILED;
    if (row->hidden)
        hidden_row(&t->hidden, row->number);
    if (cut) {
        reject_cut(t, row);
        return FATE_CUT;
    }
    if (block_heading(t)) {
        fill(t);
        t->tally->blocks++;
        return FATE_BLOCK;
    }
    t->begun = true;
    fill(t);
    totals_add(t->totals, t->text);
    write_records(t, row->number);
    return FATE_DATA;
}

/* A hidden row that is skipped counts when it holds anything that is read. */
static void skip_hidden(struct table_run *t, const struct row *row)
{
    t->tally->rows++;
    t->tally->hidden++;
    if (anything_read(t))
        hidden_row(&t->hidden, row->number);
}

static enum fate do_row(struct table_run *t, const struct row *row)
{
    take_row(t, row);
    struct str first = first_filled(t, row);
    bool title = false, all = t->l->all_tables;
    if (row->hidden && t->l->hidden_rows == HIDDEN_SKIP) {
        skip_hidden(t, row);
        return FATE_HIDDEN;
    }
    if (table_heading(t, row)) {
        t->tally->rows++;
        t->tally->headings++;
        return FATE_HEADING;
    }
    if (!t->stopped && variants_begin(&t->l->stops, first)) {
        if (!all)
            return FATE_END;
        t->stopped = true;
    }
    if (all && !table_titles(t, row, &title))
        return FATE_FAILED;
    if (t->stopped)
        return title ? FATE_TITLE : FATE_BEHIND;
    if (!title)
        return do_table_row(t, row, first);
    t->tally->rows++;
    t->tally->titles++;
    return FATE_TITLE;
}

/* --- the sheet --- */

static bool do_rows(struct table_run *t, struct rows *rows)
{
    struct row row;
    enum fate fate = FATE_ABOVE;
    int got = 1;
    table_say(t);
    while (fate != FATE_END && fate != FATE_FAILED && !out_failed(t->w->out) &&
           (got = rows_next(rows, &row, t->e)) > 0) {
        if (row.number < t->plan->first_row)
            see_heading(t, &row);
        else
            fate = do_row(t, &row);
        if (t->watch && fate != FATE_FAILED)
            t->watch->row(t->watch->context, &row, fate, t->text);
    }
    if (got < 0 || fate == FATE_FAILED)
        return false;
    totals_end(t->totals);
    drift_notes(t->l, t->plan, t->sheet, t->w);
    hidden_notes(&t->hidden, t->l, t->plan, t->sheet, t->w);
    if (t->agains > 0 && !t->l->all_tables)
        prog_log(
            LOG_WARN,
            "'%.*s', sheet '%.*s': the heading stands again (first in row %ld, %ld in all): taken for page "
            "breaks, titles there are not read",
            STR_ARG(t->file), STR_ARG(t->sheet), t->first_again, t->agains);
    return true;
}

bool table_write(struct book *b, const struct layout *l, const struct plan *plan,
                 const struct str title[LAYOUT_TITLES], struct str file, struct stream_writer *w,
                 struct tally *tally, const struct watch *watch, struct err *e)
{
    struct table_run t = {.l = l,
                          .plan = plan,
                          .source_title = title,
                          .w = w,
                          .tally = tally,
                          .watch = watch,
                          .e = e,
                          .file = file,
                          .sheet = book_sheet(b, plan->sheet)->name};
    struct rows *rows = rows_open(b, plan->sheet, e);
    t.fields = used_fields(l, t.field);
    t.values = value_fields(l, t.value);
    t.totals = totals_open(l, t.sheet, w);
    for (size_t i = 0; i < LAYOUT_MAX_TITLES; i++)
        carry(&t.title[i], plan->title[i]);
    mark_columns(&t);
    bool ok = rows && do_rows(&t, rows);
    rows_close(rows);
    totals_close(t.totals);
    arena_done(&t.run);
    arena_done(&t.scratch);
    for (size_t i = 0; i < LAYOUT_MAX_FIELDS; i++)
        free(t.carried[i].ptr);
    for (size_t i = 0; i < LAYOUT_MAX_TITLES; i++)
        free(t.title[i].ptr);
    return ok;
}
