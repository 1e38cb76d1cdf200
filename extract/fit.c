#include "fit.h"
#include "drift.h"
#include "title.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>

/* --- what a sheet gives besides columns --- */

/* The file's name without folder and ending, "_" as blank. */
static struct str file_title(const struct heads *h, struct arena *a)
{
    struct str name = h->file.len > 0 ? h->file : str_c(book_path(h->book));
    for (size_t i = name.len; i > 0; i--)
        if (name.ptr[i - 1] == '/') {
            name = (struct str){name.ptr + i, name.len - i};
            break;
        }
    char *text = arena_cstr(a, name), *dot = strrchr(text, '.');
    if (dot && dot > text)
        *dot = 0;
    for (char *c = text; *c; c++)
        if (*c == '_')
            *c = ' ';
    return str_c(text);
}

/* What stands above the table goes before what the sheet's name says, that before the file's. */
static void find_titles(struct heads *h, const struct layout *l, const struct head *head, struct arena *a,
                        struct plan *plan)
{
    struct str sheet = book_sheet(h->book, plan->sheet)->name, file = file_title(h, a);
    for (size_t t = 0; t < LAYOUT_MAX_TITLES; t++) {
        const struct variants *above = &l->titles[TITLE_ABOVE][t];
        for (size_t i = 0;
             above->n > 0 && i < head->rows && head->row[i].number < plan->heading && plan->title[t].len == 0;
             i++)
            title_in_row(above, &head->row[i], a, &plan->title[t]);
        if (plan->title[t].len == 0)
            title_in_text(&l->titles[TITLE_SHEET_NAME][t], sheet, a, &plan->title[t]);
        struct str said = STR("");
        title_in_text(&l->titles[TITLE_FILE_NAME][t], file, a, &said);
        if (plan->title[t].len == 0)
            plan->title[t] = said;
        if (t == 0)
            plan->file_period = said;
    }
}

/* The columns that the plan reads: which of them are hidden, and what stands above them, so that the heading
 * is known again. */
static bool note_columns(struct heads *h, struct trial *t, struct err *e)
{
    struct plan *plan = &t->plan;
    bool *read = arena_alloc(t->a, BOOK_MAX_COL + 1);
    for (size_t i = 0; i < plan->patterns; i++)
        for (size_t k = 0; k < LAYOUT_MAX_FIELDS; k++)
            read[plan->pattern[i].slot[k].col] = true;
    read[0] = false;
    plan->hidden = arena_alloc(t->a, t->paths * sizeof *plan->hidden);
    for (size_t i = 0; i < t->paths; i++)
        if (t->path[i].hidden && read[t->path[i].col])
            plan->hidden[plan->hiddens++] = t->path[i].col;
    return heads_marks(h, plan->sheet, plan->heading, t->l->rows, read, t->a, &plan->mark, &plan->marks, e);
}

/* --- sheets --- */

static bool better(const struct trial *t, const struct trial *best)
{
    return t->touches && (!best->touches || t->found > best->found);
}

static bool fits(const struct trial *t)
{
    return t->missings == 0 && t->other.len == 0 && t->touches;
}

/* What the layout finds when the heading begins at row; it lives in the arena. */
static bool try_row(struct heads *h, const struct layout *l, size_t sheet, long row, bool *taken,
                    struct arena *a, struct trial *t, struct err *e)
{
    *t = (struct trial){
        .l = l, .a = a, .sheet = str_fold(a, book_sheet(h->book, sheet)->name), .taken = taken};
    t->plan.sheet = sheet;
    t->plan.heading = row;
    t->plan.first_row = row + l->rows;
    if (!heads_paths(h, sheet, row, l->rows, l->merged, &t->path, &t->paths, e))
        return false;
    t->width = t->paths > 0 ? (size_t)t->path[t->paths - 1].col + 1 : 1;
    memset(taken, 0, t->width);
    trial_heading(t);
    return true;
}

/* Tries each row as the heading's first; the best one is left in *best, with all of a that it needs. */
static bool try_sheet(struct heads *h, const struct layout *l, size_t sheet, struct arena *a,
                      struct trial *best, struct err *e)
{
    const struct head *head = heads_get(h, sheet, e);
    struct arena scratch = {0};
    struct trial *t = mem_alloc(sizeof *t);
    bool ok = head != NULL, *taken = mem_alloc(BOOK_MAX_COL + 1);
    *best = (struct trial){.l = l, .a = a};
    for (size_t i = 0; ok && i < head->rows && head->row[i].number <= l->search; i++) {
        arena_reset(&scratch);
        ok = try_row(h, l, sheet, head->row[i].number, taken, &scratch, t, e);
        if (i == 0 || better(t, best))
            *best = *t;
    }
    if (ok && best->plan.heading > 0)
        ok = try_row(h, l, sheet, best->plan.heading, taken, a, best, e);
    free(t);
    free(taken);
    arena_done(&scratch);
    if (!ok || best->plan.heading == 0) /* the sheet is empty */
        return ok;
    trial_drift(best);
    if (!fits(best))
        return true;
    find_titles(h, l, head, a, &best->plan);
    return note_columns(h, best, e);
}

/* A sheet that the layout names, not just lets pass: it must fit. */
static bool sheet_named(const struct layout *l, struct str folded)
{
    for (size_t i = 0; i < l->take.n; i++)
        if (!glob_wild(l->take.pattern[i]) && str_eq(l->take.pattern[i], folded))
            return true;
    for (size_t i = 0; i < l->groups; i++)
        if (l->group[i].sheet.n > 0 && variants_match(&l->group[i].sheet, folded))
            return true;
    return l->first;
}

static bool any_group(const struct layout *l, struct str folded)
{
    for (size_t i = 0; i < l->groups; i++)
        if (trial_group_applies(&l->group[i], folded))
            return true;
    return l->groups == 0;
}

static void remember_nearest(struct fit *fit, const struct trial *t, struct str sheet)
{
    size_t lost = t->missings < TRIAL_MISSING ? t->missings : TRIAL_MISSING;
    if (fit->wanted > 0 && t->found * fit->wanted <= fit->found * t->wanted)
        return;
    fit->wanted = t->wanted;
    fit->found = t->found;
    fit->missing = STR("");
    for (size_t i = 0; i < lost; i++)
        fit->missing = arena_printf(t->a, "%.*s%s'%.*s'", STR_ARG(fit->missing), i ? ", " : "",
                                    STR_ARG(t->lost[i]->typed[0]));
    if (t->missings > lost)
        fit->missing = arena_printf(t->a, "%.*s, …", STR_ARG(fit->missing));
    fit->other = t->other;
    /* a row that is hardly the heading may hold anything, names of persons too */
    fit->strange =
        t->found > 0 && t->found * 2 >= t->wanted ? drift_strange(&t->plan, t->lost, lost, t->a) : STR("");
    fit->sheet = sheet;
}

static void several_sheets(const struct heads *h, struct arena *a, struct fit *fit)
{
    fit->ambiguous = true;
    fit->missing = STR("");
    for (size_t i = 0; i < fit->plans; i++)
        fit->missing = arena_printf(a, "%.*s%s'%.*s'", STR_ARG(fit->missing), i ? ", " : "",
                                    STR_ARG(book_sheet(h->book, fit->plan[i].sheet)->name));
}

bool fit_layout(struct heads *h, const struct layout *l, struct arena *a, struct fit *fit, struct err *e)
{
    size_t n = book_sheets(h->book);
    bool broken = false;
    struct trial *t = mem_alloc(sizeof *t);
    *fit = (struct fit){.plan = arena_alloc(a, n * sizeof *fit->plan)};
    for (size_t i = 0; i < n; i++) {
        const struct sheet *sheet = book_sheet(h->book, i);
        struct str folded = str_fold(a, sheet->name);
        if ((h->only.len > 0 && !str_eq(h->only, sheet->name)) ||
            (!sheet->visible && l->hidden_sheets == HIDDEN_SKIP) || book_is_list(sheet) ||
            (!l->first && !variants_match(&l->take, folded)) || !any_group(l, folded))
            continue;
        if (!try_sheet(h, l, i, a, t, e)) {
            free(t);
            return false;
        }
        if (fits(t))
            fit->plan[fit->plans++] = t->plan;
        else if (sheet_named(l, folded) && !broken) {
            *fit = (struct fit){.plan = fit->plan, .plans = fit->plans};
            remember_nearest(fit, t, sheet->name);
            broken = true;
        } else if (!broken)
            remember_nearest(fit, t, sheet->name);
        if (l->first)
            break;
    }
    if (l->one_sheet && fit->plans > 1)
        several_sheets(h, a, fit);
    fit->fits = fit->plans > 0 && !broken && !fit->ambiguous;
    free(t);
    return true;
}
