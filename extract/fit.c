#include "fit.h"
#include "drift.h"
#include "title.h"

#include <stdlib.h>
#include <string.h>

enum { MISSING_SHOWN = 5 };

/* A sheet with a heading row under trial. */
struct trial {
    const struct layout *l;
    struct arena *a;
    const struct path *path;
    size_t paths;
    struct str sheet; /* folded name */
    bool *taken;      /* by column, up to the last that has a heading */
    size_t width;     /* of lists by column */

    struct plan plan;
    size_t room; /* for patterns */
    size_t wanted, found;
    size_t wordless; /* of those found: by patterns as "20*", which a date of a data row matches too */
    bool touches;    /* something found has its first heading in the first heading row */
    size_t missings;
    const struct variants *lost[MISSING_SHOWN]; /* the first headings missing */
    struct str other;                           /* a heading that only another form has */
};

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
    if (t->missings < MISSING_SHOWN)
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

static bool group_applies(const struct group *g, struct str sheet)
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

static void try_heading(struct trial *t)
{
    find_columns(t);
    find_filters(t);
    find_absent(t);
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
    if (t->found == t->wordless && t->wanted > t->wordless) /* alone it is no heading */
        t->found = 0;
}

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

/* Headings that nothing reads, and fields that have none. */
static void find_drift(struct trial *t)
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
    try_heading(t);
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
    find_drift(best);
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
        if (group_applies(&l->group[i], folded))
            return true;
    return l->groups == 0;
}

static void remember_nearest(struct fit *fit, const struct trial *t, struct str sheet)
{
    size_t lost = t->missings < MISSING_SHOWN ? t->missings : MISSING_SHOWN;
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
