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

static struct str field_of_column(const struct layout *l, const struct plan *plan, int col)
{
    for (size_t i = 0; i < plan->patterns; i++)
        for (int field = 0; kind_found[l->kind][field]; field++)
            if (plan->pattern[i].slot[field].col == col)
                return layout_field(l, field);
    return STR("");
}

void hidden_notes(const struct hidden_rows *h, const struct layout *l, const struct plan *plan,
                  struct str sheet, struct stream_writer *w)
{
    char row[ADDRESS_SIZE], cell[ADDRESS_SIZE];
    struct arena a = {0};
    struct remark remark;
    for (size_t i = 0; i < plan->hiddens; i++) {
        remark = reason_remark(&a, REASON_column_hidden, field_of_column(l, plan, plan->hidden[i]), STR(""),
                               STR("ikut dibaca"));
        struct str at = {row, address(plan->heading, 0, row)};
        stream_remark(w, sheet, at, (struct str){cell, address(plan->heading, plan->hidden[i], cell)},
                      &remark);
    }
    if (h->n > 0) {
        remark = reason_remark(&a, REASON_row_hidden, STR(""), STR(""),
                               told(h, l->hidden_rows == HIDDEN_READ, &a));
        stream_remark(w, sheet, (struct str){row, address(h->first[0], 0, row)}, STR(""), &remark);
    }
    arena_done(&a);
}
