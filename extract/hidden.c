#include "hidden.h"

#include "reason.h"

void hidden_row(struct hidden_rows *h, long row)
{
    h->n++;
    if (h->runs > 0 && h->runs <= HIDDEN_RUNS && row == h->last[h->runs - 1] + 1) {
        h->last[h->runs - 1] = row;
    } else if (h->runs < HIDDEN_RUNS) {
        h->first[h->runs] = h->last[h->runs] = row;
        h->runs++;
    } else {
        h->runs = HIDDEN_RUNS + 1;
    }
}

/* "3 baris dibaca: 7-8, 12" */
static struct str told(const struct hidden_rows *h, bool read, struct arena *a)
{
    struct str s = arena_printf(a, "%ld baris %s:", h->n, read ? "ikut dibaca" : "tidak dibaca");
    for (int i = 0; i < h->runs && i < HIDDEN_RUNS; i++) {
        s = arena_printf(a, "%.*s%s %ld", STR_ARG(s), i > 0 ? "," : "", h->first[i]);
        if (h->last[i] > h->first[i])
            s = arena_printf(a, "%.*s-%ld", STR_ARG(s), h->last[i]);
    }
    return h->runs > HIDDEN_RUNS ? arena_printf(a, "%.*s, …", STR_ARG(s)) : s;
}

struct str hidden_columns(const struct survey *s, struct arena *a)
{
    struct str text = STR("");
    char first[ADDRESS_SIZE], last[ADDRESS_SIZE];
    for (size_t i = 0; i < s->hiddens; i++) {
        bool several = s->hidden[i].last > s->hidden[i].first;
        address_column(s->hidden[i].first, first);
        address_column(s->hidden[i].last, last);
        text = arena_printf(a, "%.*s%s%s%s%s", STR_ARG(text), i > 0 ? " " : "", first, several ? "-" : "",
                            several ? last : "");
    }
    return text;
}

bool hidden_refuse(const struct book *b, const struct layout *l, const struct fit *f, struct str file,
                   struct err *e)
{
    for (size_t p = 0; p < f->plans; p++) {
        const struct plan *plan = &f->plan[p];
        const struct sheet *s = book_sheet(b, plan->sheet);
        char column[ADDRESS_SIZE];
        if (!s->visible && l->hidden_sheets == HIDDEN_REFUSE)
            err_set(e, ST_UNREADABLE, "sheet '%.*s' is hidden, and the layout '%.*s' refuses hidden sheets",
                    STR_ARG(s->name), STR_ARG(l->id));
        else if (plan->hiddens > 0 && l->hidden_columns == HIDDEN_REFUSE)
            err_set(e, ST_UNREADABLE, "column %.*s is hidden, and the layout '%.*s' refuses hidden columns",
                    (int)address_column(plan->hidden[0], column), column, STR_ARG(l->id));
        else
            continue;
        err_place(e, "%.*s, %.*s", STR_ARG(file), STR_ARG(s->name));
        return err_hint(e, "let the agency show or delete what is hidden");
    }
    return true;
}

static struct str field_of_column(const struct layout *l, const struct plan *plan, int col)
{
    for (size_t i = 0; i < plan->patterns; i++)
        for (int field = 0; kind_found[l->kind][field]; field++)
            if (plan->pattern[i].slot[field].col == col)
                return layout_field(l, field);
    return STR("");
}

static void note_column(const struct layout *l, const struct plan *plan, int col, struct str sheet,
                        struct arena *a, struct stream_writer *w)
{
    char row[ADDRESS_SIZE], cell[ADDRESS_SIZE];
    struct remark remark =
        reason_remark(a, REASON_column_hidden, field_of_column(l, plan, col), STR(""), STR("ikut dibaca"));
    struct str row_text = {row, address(plan->heading, 0, row)},
               cell_text = {cell, address(plan->heading, col, cell)};
    stream_remark(w, sheet, row_text, cell_text, &remark);
}

void hidden_notes(const struct hidden_rows *h, const struct layout *l, const struct plan *plan,
                  struct str sheet, struct stream_writer *w)
{
    struct arena a = {0};
    for (size_t i = 0; i < plan->hiddens; i++)
        note_column(l, plan, plan->hidden[i], sheet, &a, w);
    if (h->n > 0) {
        char row[ADDRESS_SIZE];
        struct remark remark = reason_remark(&a, REASON_row_hidden, STR(""), STR(""),
                                             told(h, l->hidden_rows == HIDDEN_READ, &a));
        struct str row_text = {row, address(h->first[0], 0, row)};
        stream_remark(w, sheet, row_text, STR(""), &remark);
    }
    arena_done(&a);
}
