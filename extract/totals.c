#include "totals.h"

#include "book.h"
#include "number.h"

#include "reason.h"

#include <stdlib.h>
#include <string.h>

/* So many totals and headings back a total may begin: villages, puskesmas and districts are three levels, and
 * no district has that many puskesmas. */
enum { BREAKS = 32 };

struct sum {
    int col, field;
    __int128 all;        /* since the beginning */
    __int128 table;      /* what it was where the present table begins */
    __int128 at[BREAKS]; /* what it was at the latest totals and headings, in a ring */
    bool lost;           /* it did not fit: not checked */
};

/* A total that waits for the rows below it. */
struct waiting {
    size_t sum;
    long row;
    __int128 said, before; /* before: what the sum was */
    long rows;             /* data rows before it */
    bool above;            /* it is a sum of rows above it: of use where none follow */
    bool begun;
    __int128 block; /* the sum up to the next total or heading, once begun */
    char *text;     /* as typed */
};

struct totals {
    const struct layout *l;
    struct str sheet;
    struct stream_writer *w;
    char mark;
    struct arena scratch;
    struct sum *sum;
    size_t sums;
    size_t breaks;            /* all of them */
    long rows, since, headed; /* data rows since the beginning, the latest break, the latest heading */
    struct waiting *waiting;
    size_t waitings;
};

struct totals *totals_open(const struct layout *l, struct str sheet, struct stream_writer *w)
{
    struct totals *t = mem_alloc(sizeof *t);
    t->l = l;
    t->sheet = sheet;
    t->w = w;
    t->mark = *l->decimal.ptr;
    return t;
}

void totals_close(struct totals *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->waitings; i++)
        free(t->waiting[i].text);
    arena_done(&t->scratch);
    free(t->waiting);
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
    t->since++;
    t->headed++;
    for (size_t i = 0; i < t->sums; i++) {
        struct sum *s = &t->sum[i];
        __int128 value;
        if (number_exact(text[s->col], t->mark, &value))
            s->lost |= !number_add(&s->all, value);
    }
}

/* --- what does not agree --- */

static struct str figure(struct totals *t, __int128 value)
{
    return number_text(&t->scratch, value, t->mark);
}

static void note(struct totals *t, const struct sum *s, long row, struct str text, struct str detail)
{
    char cell[ADDRESS_SIZE], number[ADDRESS_SIZE];
    struct remark r =
        reason_remark(&t->scratch, REASON_total_mismatch, layout_field(t->l, s->field), text, detail);
    struct str cell_text = {cell, address(row, s->col, cell)}, row_text = {number, address(row, 0, number)};
    stream_remark(t->w, t->sheet, row_text, cell_text, &r);
    arena_reset(&t->scratch);
}

/* --- parts above --- */

/* What the sum was at the latest total or heading. */
static __int128 latest(const struct totals *t, const struct sum *s)
{
    return t->breaks > 0 ? s->at[(t->breaks - 1) % BREAKS] : 0;
}

static bool is_sum_above(const struct totals *t, const struct sum *s, __int128 said)
{
    bool is = said == s->all;
    for (size_t i = 0; i < t->breaks && i < BREAKS; i++)
        is = is || said == s->all - s->at[i];
    return is;
}

static void note_above(struct totals *t, const struct sum *s, long row, struct str text)
{
    __int128 table = s->all - s->table, block = s->all - latest(t, s);
    struct str detail = arena_printf(&t->scratch, "tertulis %.*s, jumlah bagiannya %.*s", STR_ARG(text),
                                     STR_ARG(figure(t, table)));
    if (t->since > 0 && block != table)
        detail = arena_printf(&t->scratch, "%.*s, sejak jumlah sebelumnya %.*s", STR_ARG(detail),
                              STR_ARG(figure(t, block)));
    note(t, s, row, text, detail);
}

/* --- parts below --- */

static void note_below(struct totals *t, const struct waiting *w)
{
    const struct sum *s = &t->sum[w->sum];
    struct str text = str_c(w->text), all = figure(t, s->all - w->before);
    struct str block = w->begun ? figure(t, w->block) : all;
    struct str detail =
        arena_printf(&t->scratch, "tertulis %.*s, jumlah bagiannya %.*s", STR_ARG(text), STR_ARG(block));
    if (!str_eq(block, all))
        detail = arena_printf(&t->scratch, "%.*s, sampai akhir %.*s", STR_ARG(detail), STR_ARG(all));
    note(t, s, w->row, text, detail);
}

static void settle(struct totals *t, size_t i, bool agrees)
{
    if (!agrees && !t->sum[t->waiting[i].sum].lost)
        note_below(t, &t->waiting[i]);
    free(t->waiting[i].text);
    memmove(&t->waiting[i], &t->waiting[i + 1], (--t->waitings - i) * sizeof *t->waiting);
}

static void wait_for_parts(struct totals *t, const struct waiting *w, struct str text)
{
    if (t->waitings == BREAKS * t->sums)
        settle(t, 0, false);
    t->waiting = mem_grow(t->waiting, (t->waitings + 1) * sizeof *t->waiting);
    t->waiting[t->waitings] = *w;
    t->waiting[t->waitings++].text = strndup(text.ptr, text.len);
}

/* At a total, a heading or the end: what agrees with the rows up to here need wait no longer. */
static void settle_complete(struct totals *t)
{
    for (size_t i = t->waitings; i > 0; i--) {
        struct waiting *w = &t->waiting[i - 1];
        __int128 below = t->sum[w->sum].all - w->before;
        bool alone = t->rows == w->rows;
        if (w->said == below || (alone && w->above))
            settle(t, i - 1, true);
        else if (!alone && !w->begun) {
            w->begun = true;
            w->block = below;
        }
    }
}

/* --- rows that are no data --- */

static void add_break(struct totals *t)
{
    for (size_t i = 0; i < t->sums; i++)
        t->sum[i].at[t->breaks % BREAKS] = t->sum[i].all;
    t->breaks++;
    t->since = 0;
}

void totals_check(struct totals *t, long row, const struct str *text)
{
    bool waits = t->headed == 0 || t->l->totals_above;
    if (t->l->totals_above && t->since > 0)
        settle_complete(t);
    for (size_t i = 0; i < t->sums; i++) {
        struct sum *s = &t->sum[i];
        struct waiting w = {.sum = i, .row = row, .before = s->all, .rows = t->rows};
        if (s->lost || !number_exact(text[s->col], t->mark, &w.said))
            continue;
        w.above = t->rows > 0 && is_sum_above(t, s, w.said);
        if (waits && !(w.above && w.said != 0 && !t->l->totals_above))
            wait_for_parts(t, &w, text[s->col]);
        else if (!w.above)
            note_above(t, s, row, text[s->col]);
    }
    add_break(t);
}

void totals_heading(struct totals *t)
{
    settle_complete(t);
    add_break(t);
    t->headed = 0;
    for (size_t i = 0; i < t->sums && t->l->all_tables; i++)
        t->sum[i].table = t->sum[i].all;
}

void totals_end(struct totals *t)
{
    settle_complete(t);
    while (t->waitings > 0)
        settle(t, 0, false);
}
