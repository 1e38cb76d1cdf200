#include "trial.h"

#include <string.h>

/* --- headings to columns --- */

/* "Jumlah #2" means the second column of that heading, and any behind it; without a number it is the first.
 */
static struct str counted(struct str pattern, size_t *nth)
{
    size_t n = pattern.len;
    bool number = n > 3 && pattern.ptr[n - 1] >= '2' && pattern.ptr[n - 1] <= '9' &&
                  memcmp(pattern.ptr + n - 3, " #", 2) == 0;
    *nth = number ? (size_t)(pattern.ptr[n - 1] - '0') : 1;
    return number ? str_trim((struct str){pattern.ptr, n - 3}) : pattern;
}

/* Among the hidden columns, or among the others. */
static const struct path *pick_of(const struct trial *t, bool hidden, const struct variants *v, int after,
                                  struct str instead)
{
    for (size_t i = 0; i < v->n; i++) {
        const struct path *best = NULL;
        size_t nth;
        struct str pattern = counted(v->pattern[i], &nth);
        for (size_t k = 0; k < t->paths; k++) {
            const struct path *p = &t->path[k];
            struct span star = {0, 0};
            if (p->hidden != hidden || !glob_match(pattern, p->folded, &star, NULL))
                continue;
            if (nth > 1) {
                nth--;
                continue;
            }
            if (t->taken[p->col])
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

static void miss(struct trial *t, const struct variants *names)
{
    if (t->missings < TRIAL_MISSING)
        t->lost[t->missings] = names;
    t->missings++;
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
            miss(t, &l->column[i].names);
        }
    }
}

/* Columns of filters, which may be read as well. */
static void find_filters(struct trial *t)
{
    const struct layout *l = t->l;
    t->plan.filter = arena_alloc(t->a, l->filters * sizeof *t->plan.filter);
    for (size_t i = 0; i < l->filters; i++) {
        t->wanted++;
        for (size_t k = 0; k < t->paths && t->plan.filter[i] == 0; k++)
            if (variants_match(&l->filter[i].heading, t->path[k].folded))
                t->plan.filter[i] = t->path[k].col;
        if (t->plan.filter[i] > 0)
            t->found++;
        else
            miss(t, &l->filter[i].heading);
    }
}

/* --- groups --- */

static struct pattern *add_pattern(struct trial *t)
{
    if (t->plan.patterns == t->room) {
        struct pattern *old = t->plan.pattern;
        t->room = t->room ? t->room * 2 : 1;
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
            miss(t, &g->heading[i].names);
}

/* A constant with what * stood for in place of its @. */
static struct str stood_for(const struct trial *t, struct str value, struct str star)
{
    struct str rest = value, before = str_cut(&rest, '@');
    return before.len == value.len
               ? value
               : arena_printf(t->a, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(star), STR_ARG(rest));
}

static bool wordless(const struct variants *v)
{
    for (size_t i = 0; i < v->n; i++)
        for (size_t k = 0; k < v->pattern[i].len; k++)
            if (!strchr("0123456789*? ", v->pattern[i].ptr[k]))
                return false;
    return true;
}

/* A group that repeats gives a record for each text that * stands for in all its headings. */
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
            p->slot[g->constant[i].field].text =
                stood_for(t, g->constant[i].value, glob_unfold(first->typed, first->folded, star));
    }
    t->wanted += g->headings;
    if (t->plan.patterns > before) {
        t->found += g->headings;
        t->wordless += wordless(v) ? g->headings : 0;
        return;
    }
    for (size_t i = 0; i < g->headings; i++)
        miss(t, &g->heading[i].names);
}

bool trial_group_applies(const struct group *g, struct str sheet)
{
    return g->sheet.n == 0 || variants_match(&g->sheet, sheet);
}

/* A heading by which the sheet is of another form. */
static void find_absent(struct trial *t)
{
    for (size_t k = 0; k < t->paths && t->other.len == 0; k++)
        if (variants_match(&t->l->absent, t->path[k].folded))
            t->other = t->path[k].typed;
}

void trial_heading(struct trial *t)
{
    find_columns(t);
    find_filters(t);
    find_absent(t);
    for (size_t i = 0; i < t->l->groups; i++) {
        const struct group *g = &t->l->group[i];
        if (!trial_group_applies(g, t->sheet))
            continue;
        if (g->repeats)
            repeated_group(t, g);
        else
            single_group(t, g);
    }
    if (t->l->groups == 0)
        add_pattern(t);
    if (t->found == t->wordless && t->wanted > t->wordless) /* alone it is no heading */
        t->found = 0;
}

/* --- drift --- */

void trial_drift(struct trial *t)
{
    struct plan *plan = &t->plan;
    bool *seen = arena_alloc(t->a, t->width + 1);
    for (size_t i = 0; i < t->l->columns; i++)
        seen[plan->column[t->l->column[i].field].col] = true;
    for (size_t i = 0; i < plan->patterns; i++)
        for (size_t k = 0; k < LAYOUT_MAX_FIELDS; k++)
            seen[plan->pattern[i].slot[k].col] = true;
    for (size_t i = 0; i < t->l->filters; i++)
        seen[plan->filter[i]] = true;
    for (size_t i = 0; i < t->paths && plan->freshes < PLAN_FRESH; i++)
        if (!seen[t->path[i].col] && !variants_match(&t->l->known, t->path[i].folded))
            plan->fresh[plan->freshes++] = &t->path[i];
    plan->gone = arena_alloc(t->a, t->l->columns * sizeof *plan->gone);
    for (size_t i = 0; i < t->l->columns; i++)
        if (plan->column[t->l->column[i].field].col == 0)
            plan->gone[plan->gones++] = t->l->column[i].field;
}
