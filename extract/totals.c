#include "totals.h"

#include "book.h"
#include "number.h"

#include "reason.h"

#include <stdlib.h>

struct sum {
    int col, field;
    __int128 all, block; /* since the table's beginning, since the total before */
    bool lost;           /* it did not fit: not checked */
    long top_row;        /* a total above its parts, checked at the table's end; 0: none */
    __int128 top;
    struct str top_text;
};

struct totals {
    const struct layout *l;
    struct str sheet;
    char mark;
    struct arena arena, scratch;
    struct sum *sum;
    size_t sums;
    long rows, block_rows; /* data rows since the beginning, since the total before */
};

struct totals *totals_open(const struct layout *l, struct str sheet)
{
    struct totals *t = mem_alloc(sizeof *t);
    t->l = l;
    t->sheet = sheet;
    t->mark = *l->decimal.ptr;
    return t;
}

void totals_close(struct totals *t)
{
    if (!t)
        return;
    arena_done(&t->arena);
    arena_done(&t->scratch);
    free(t->sum);
    free(t);
}

void totals_column(struct totals *t, int field, int col)
{
    struct str name = layout_field(t->l, field);
    if (!str_is(name, "numerator") && !str_is(name, "denominator"))
        return;
    for (size_t i = 0; i < t->sums; i++)
        if (t->sum[i].col == col)
            return;
    t->sum = mem_grow(t->sum, (t->sums + 1) * sizeof *t->sum);
    t->sum[t->sums++] = (struct sum){.col = col, .field = field};
}

void totals_add(struct totals *t, const struct str *text)
{
    t->rows++;
    t->block_rows++;
    for (size_t i = 0; i < t->sums; i++) {
        struct sum *s = &t->sum[i];
        __int128 value;
        if (number_exact(text[s->col], t->mark, &value))
            s->lost |= !number_add(&s->all, value) || !number_add(&s->block, value);
    }
}

static void note(struct totals *t, const struct sum *s, long row, struct str text, bool block_differs,
                 struct stream_writer *w)
{
    char cell[ADDRESS_SIZE], number[ADDRESS_SIZE];
    struct arena *a = &t->scratch;
    arena_reset(a);
    struct str detail = arena_printf(a, "tertulis %.*s, jumlah bagiannya %.*s", STR_ARG(text),
                                     STR_ARG(number_text(a, s->all, t->mark)));
    if (block_differs)
        detail = arena_printf(a, "%.*s, sejak jumlah sebelumnya %.*s", STR_ARG(detail),
                              STR_ARG(number_text(a, s->block, t->mark)));
    struct remark r = reason_remark(a, REASON_total_mismatch, layout_field(t->l, s->field), text, detail);
    struct str cell_text = {cell, address(row, s->col, cell)}, row_text = {number, address(row, 0, number)};
    stream_remark(w, t->sheet, row_text, cell_text, &r);
}

void totals_check(struct totals *t, long row, const struct str *text, struct stream_writer *w)
{
    for (size_t i = 0; i < t->sums; i++) {
        struct sum *s = &t->sum[i];
        __int128 said;
        bool readable = !s->lost && number_exact(text[s->col], t->mark, &said);
        if (readable && t->rows == 0) {
            s->top_row = row;
            s->top = said;
            s->top_text = arena_dup(&t->arena, text[s->col]);
        } else if (readable && said != s->all && said != s->block) {
            note(t, s, row, text[s->col], t->block_rows > 0 && s->block != s->all, w);
        }
        s->block = 0;
    }
    t->block_rows = 0;
}

void totals_end(struct totals *t, struct stream_writer *w)
{
    for (size_t i = 0; i < t->sums; i++) {
        const struct sum *s = &t->sum[i];
        if (s->top_row > 0 && !s->lost && s->top != s->all)
            note(t, s, s->top_row, s->top_text, false, w);
    }
}
