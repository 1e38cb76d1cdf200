#include "fit.h"
#include "title.h"

#include <stdlib.h>
#include <string.h>

enum { MISSING_SHOWN = 5 };

/* A sheet with a heading row under trial. */
struct trial {
    const struct layout *l;
    struct arena *a;
    struct path *path;
    size_t paths;
    struct str sheet; /* folded name */
    bool taken[BOOK_MAX_COL + 1];

    struct plan plan;
    size_t room; /* for patterns */
    size_t wanted, found;
    bool touches; /* something found has its first heading in the first heading row */
    struct str missing;
    size_t missings;
};

/* --- headings to columns --- */

/* Among the hidden columns, or among the others. */
static const struct path *pick_of(const struct trial *t, bool hidden, const struct variants *v, int after,
                                  struct str instead)
{
    for (size_t i = 0; i < v->n; i++) {
        const struct path *best = NULL;
        for (size_t k = 0; k < t->paths; k++) {
            const struct path *p = &t->path[k];
            struct span star = {0, 0};
            if (p->hidden != hidden || t->taken[p->col] || !glob_match(v->pattern[i], p->folded, &star, NULL))
                continue;
            if (instead.len > 0 &&
                !str_eq(instead, (struct str){p->folded.ptr + star.from, star.to - star.from}))
                continue;
            if (p->col > after)
                return p;
            best = p;
        }
        if (best)
            return best;
    }
    return NULL;
}

/* The path that a heading is found at: its first variant that is there, the column nearest to the right of
 * `after`, else the nearest to its left; columns taken are passed over, hidden ones looked at last. NULL when
 * there is none. instead, when not empty, is what the first * must stand for. */
static const struct path *pick(const struct trial *t, const struct variants *v, int after, struct str instead)
{
    const struct path *p = pick_of(t, false, v, after, instead);
    return p || t->l->hidden_columns == HIDDEN_SKIP ? p : pick_of(t, true, v, after, instead);
}

static void miss(struct trial *t, struct str what)
{
    if (t->missings++ < MISSING_SHOWN)
        t->missing = arena_printf(t->a, "%.*s%s'%.*s'", STR_ARG(t->missing), t->missing.len ? ", " : "",
                                  STR_ARG(what));
    else if (t->missings == MISSING_SHOWN + 1)
        t->missing = arena_printf(t->a, "%.*s, …", STR_ARG(t->missing));
}

static void find_columns(struct trial *t)
{
    const struct layout *l = t->l;
    for (size_t i = 0; i < l->columns; i++) {
        int field = l->column[i].field;
        const struct path *p = pick(t, &l->column[i].names, 0, STR(""));
        t->wanted += l->required[field];
        if (p) {
            t->found += l->required[field];
            t->touches |= p->top;
            t->taken[p->col] = true;
            t->plan.column[field].col = p->col;
        } else if (l->required[field]) {
            miss(t, l->column[i].names.typed[0]);
        }
    }
}

/* --- groups --- */

static struct pattern *add_pattern(struct trial *t)
{
    if (t->plan.patterns == t->room) {
        struct pattern *old = t->plan.pattern;
        t->room = t->room ? t->room * 2 : 8;
        t->plan.pattern = arena_alloc(t->a, t->room * sizeof *old);
        if (old)
            memcpy(t->plan.pattern, old, t->plan.patterns * sizeof *old);
    }
    struct pattern *p = &t->plan.pattern[t->plan.patterns++];
    memcpy(p->slot, t->plan.column, sizeof p->slot);
    for (size_t i = 0; i < t->l->constants; i++)
        p->slot[t->l->constant[i].field].text = t->l->constant[i].value;
    return p;
}

static void free_columns(struct trial *t, const struct pattern *p, const struct group *g)
{
    for (size_t i = 0; i < g->headings; i++)
        t->taken[p->slot[g->heading[i].field].col] = false;
}

/* Finds the columns of one record of a group, beginning with the column first. Returns how many were found.
 */
static size_t find_group(struct trial *t, const struct group *g, const struct path *first, struct str instead,
                         struct pattern *p)
{
    size_t found = 0;
    for (size_t i = 0; i < g->headings; i++) {
        const struct path *at =
            i == 0 ? first : pick(t, &g->heading[i].names, first ? first->col : 0, instead);
        if (!at)
            continue;
        found++;
        t->taken[at->col] = true;
        t->touches |= at->top;
        p->slot[g->heading[i].field].col = at->col;
    }
    for (size_t i = 0; i < g->constants; i++)
        p->slot[g->constant[i].field].text = g->constant[i].value;
    free_columns(t, p, g);
    return found;
}

static void single_group(struct trial *t, const struct group *g)
{
    struct pattern *p = add_pattern(t);
    size_t found = find_group(t, g, pick(t, &g->heading[0].names, 0, STR("")), STR(""), p);
    t->wanted += g->headings;
    t->found += found;
    for (size_t i = 0; i < g->headings && found < g->headings; i++)
        if (p->slot[g->heading[i].field].col == 0)
            miss(t, g->heading[i].names.typed[0]);
}

/* A group that repeats gives a record for each upper heading that has all its headings. */
static void repeated_group(struct trial *t, const struct group *g)
{
    size_t before = t->plan.patterns;
    const struct variants *v = &g->heading[0].names;
    for (size_t k = 0; k < t->paths; k++) {
        const struct path *first = &t->path[k];
        struct span star = {0, 0};
        bool match = false;
        for (size_t i = 0; i < v->n && !match; i++)
            match = glob_match(v->pattern[i], first->folded, &star, NULL);
        if (!match || star.to == star.from || t->taken[first->col] ||
            (first->hidden && t->l->hidden_columns == HIDDEN_SKIP))
            continue;
        struct pattern *p = add_pattern(t);
        struct str upper = {first->folded.ptr + star.from, star.to - star.from};
        if (find_group(t, g, first, upper, p) < g->headings) {
            t->plan.patterns--;
            continue;
        }
        for (size_t i = 0; i < g->constants; i++)
            if (str_is(g->constant[i].value, "@"))
                p->slot[g->constant[i].field].text = glob_unfold(first->typed, first->folded, star);
    }
    t->wanted += g->headings;
    if (t->plan.patterns > before)
        t->found += g->headings;
    else
        for (size_t i = 0; i < g->headings; i++)
            miss(t, g->heading[i].names.typed[0]);
}

static bool group_applies(const struct group *g, struct str sheet)
{
    return g->sheet.n == 0 || variants_match(&g->sheet, sheet);
}

static void try_heading(struct trial *t)
{
    find_columns(t);
    for (size_t i = 0; i < t->l->groups; i++) {
        const struct group *g = &t->l->group[i];
        if (!group_applies(g, t->sheet))
            continue;
        if (g->repeats)
            repeated_group(t, g);
        else
            single_group(t, g);
    }
    if (t->l->groups == 0)
        add_pattern(t);
}

/* --- what a sheet gives besides columns --- */

static void find_titles(const struct layout *l, const struct head *head, long heading, struct arena *a,
                        struct plan *plan)
{
    for (size_t t = 0; t < LAYOUT_MAX_TITLES; t++)
        for (size_t i = 0; i < head->rows && head->row[i].number < heading && plan->title[t].len == 0; i++)
            if (l->titles[t].n > 0)
                title_in_row(&l->titles[t], &head->row[i], a, &plan->title[t]);
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
    return t->missings == 0 && t->touches;
}

/* Tries each row as the heading's first; the best one is left in *best. */
static bool try_sheet(struct heads *h, const struct layout *l, size_t sheet, struct arena *a,
                      struct trial *best, struct err *e)
{
    const struct head *head = heads_get(h, sheet, e);
    *best = (struct trial){0};
    if (!head)
        return false;
    struct trial *t = mem_alloc(sizeof *t);
    bool ok = true;
    for (size_t i = 0; ok && i < head->rows && head->row[i].number <= l->search; i++) {
        long row = head->row[i].number;
        *t = (struct trial){.l = l, .a = a, .sheet = str_fold(a, book_sheet(h->book, sheet)->name)};
        t->plan.sheet = sheet;
        t->plan.heading = row;
        t->plan.first_row = row + l->rows;
        ok = heads_paths(h, sheet, row, l->rows, a, &t->path, &t->paths, e);
        if (!ok)
            break;
        try_heading(t);
        if (i == 0 || better(t, best))
            *best = *t;
    }
    free(t);
    if (!ok || !fits(best))
        return ok;
    find_titles(l, head, best->plan.heading, a, &best->plan);
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
        if (group_applies(&l->group[i], folded))
            return true;
    return l->groups == 0;
}

static void remember_nearest(struct fit *fit, const struct trial *t, struct str sheet)
{
    if (fit->wanted > 0 && t->found * fit->wanted <= fit->found * t->wanted)
        return;
    fit->wanted = t->wanted;
    fit->found = t->found;
    fit->missing = t->missing;
    fit->sheet = sheet;
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
        if ((!sheet->visible && l->hidden_sheets == HIDDEN_SKIP) ||
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
    fit->fits = fit->plans > 0 && !broken;
    free(t);
    return true;
}
