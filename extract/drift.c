#include "drift.h"

#include "reason.h"

#include <string.h>

enum { SHOWN = 5 };

/* --- likeness --- */

/* At most a quarter of the letters differ. */
static bool alike(struct str a, struct str b)
{
    size_t longer = a.len > b.len ? a.len : b.len;
    return longer <= STR_DISTANCE_MOST && str_distance(a, b) * 4 <= longer;
}

/* The missing heading that a text is like, as typed; empty: none. */
static struct str like(struct str folded, const struct variants *const *lost, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < lost[i]->n; k++)
            if (alike(folded, lost[i]->pattern[k]))
                return lost[i]->typed[k];
    return STR("");
}

struct str drift_strange(const struct plan *plan, const struct variants *const *lost, size_t n,
                         struct arena *a)
{
    struct str text = STR("");
    for (size_t i = 0; i < plan->freshes && i < SHOWN; i++) {
        struct str near = like(plan->fresh[i]->folded, lost, n);
        text = arena_printf(a, "%.*s%s'%.*s'", STR_ARG(text), i ? ", " : "", STR_ARG(plan->fresh[i]->typed));
        if (near.len > 0)
            text = arena_printf(a, "%.*s (like '%.*s')", STR_ARG(text), STR_ARG(near));
    }
    return plan->freshes > SHOWN ? arena_printf(a, "%.*s, …", STR_ARG(text)) : text;
}

/* --- policy --- */

static const struct variants *names_of(const struct layout *l, int field)
{
    for (size_t i = 0; i < l->columns; i++)
        if (l->column[i].field == field)
            return &l->column[i].names;
    return NULL;
}

bool drift_refuse(const struct book *b, const struct layout *l, const struct fit *f, struct str file,
                  struct err *e)
{
    for (size_t p = 0; p < f->plans; p++) {
        const struct plan *plan = &f->plan[p];
        char column[ADDRESS_SIZE];
        bool gone = l->drift_gone == DRIFT_REFUSE && plan->gones > 0;
        if (gone)
            err_set(e, ST_UNREADABLE, "heading '%.*s' is gone",
                    STR_ARG(names_of(l, plan->gone[0])->typed[0]));
        else if (l->drift_new == DRIFT_REFUSE && plan->freshes > 0)
            err_set(e, ST_UNREADABLE, "heading '%.*s' in column %.*s is new", STR_ARG(plan->fresh[0]->typed),
                    (int)address_column(plan->fresh[0]->col, column), column);
        else
            continue;
        err_place(e, "%.*s, %.*s", STR_ARG(file), STR_ARG(book_sheet(b, plan->sheet)->name));
        return err_hint(e, "layout '%.*s' refuses changed forms: %s", STR_ARG(l->id),
                        gone ? "if the column has another heading now, add that as a variant"
                             : "read the heading, or add it to [known]");
    }
    return true;
}

static void note(const struct plan *plan, struct str sheet, struct str cell, struct remark *remark,
                 struct stream_writer *w)
{
    char row[ADDRESS_SIZE];
    stream_remark(w, sheet, (struct str){row, address(plan->heading, 0, row)}, cell, remark);
}

void drift_notes(const struct layout *l, const struct plan *plan, struct str sheet, struct stream_writer *w)
{
    struct arena a = {0};
    for (size_t i = 0; i < plan->freshes && l->drift_new == DRIFT_WARN; i++) {
        char cell[ADDRESS_SIZE];
        struct remark remark = reason_remark(&a, REASON_column_new, STR(""), plan->fresh[i]->typed, STR(""));
        note(plan, sheet, (struct str){cell, address(plan->heading, plan->fresh[i]->col, cell)}, &remark, w);
    }
    for (size_t i = 0; i < plan->gones && l->drift_gone == DRIFT_WARN; i++) {
        struct remark remark = reason_remark(&a, REASON_column_gone, layout_field(l, plan->gone[i]),
                                             names_of(l, plan->gone[i])->typed[0], STR(""));
        note(plan, sheet, STR(""), &remark, w);
    }
    arena_done(&a);
}
