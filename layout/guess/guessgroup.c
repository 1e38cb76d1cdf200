/* Groups of columns that stand once: by their likeness to the catalogue's definitions. */
#include "guessgroup.h"

enum { LEAST_ALIKE = 50, LEAST_SERVICE = 50, LEAST_REPORTED = 30, CLEARLY = 10 };

/* --- coverage --- */

/* A column with figures that nothing reads yet, and how it reads. */
struct figure {
    struct column *column;
    struct gist leaf, path;
    enum role role;
    int *numerator, *denominator; /* how alike the definitions of each indicator are */
    int count;                    /* and the most alike of those that are counts */
};

struct finder {
    struct gsheet *s;
    const struct gcatalogue *c;
    struct arena *a;
    struct ggroups *groups;
    struct gist title;
    struct figure *figure;
    size_t figures;
};

bool ggroups_figure(const struct column *c)
{
    bool figures = c->filled == 0 || c->figures * 2 >= c->filled;
    return !c->field && !c->known && !c->taken && figures && c->saying.say != SAY_CODE;
}

struct ggroup *ggroups_add(struct ggroups *groups)
{
    if (groups->n == GGROUPS)
        return NULL;
    return &groups->group[groups->n++];
}

static int alike(const struct finder *f, const struct figure *column, const struct gist *definition)
{
    int leaf = gist_alike(&column->leaf, definition, NULL),
        path = gist_alike(&column->path, definition, &f->title);
    return leaf > path ? leaf : path;
}

/* Two columns side by side belong together more likely than two apart, and under one heading even more. */
static int nearness(const struct column *from, const struct column *to)
{
    int apart = from->col < to->col ? to->col - from->col : 2 * (from->col - to->col);
    return (str_eq(from->upper, to->upper) ? 1000 : 0) - (apart < 900 ? apart : 900);
}

static const struct figure *denominator_of(const struct finder *f, const struct figure *numerator,
                                           size_t indicator, int *how)
{
    const struct figure *best = NULL;
    *how = 0;
    for (size_t i = 0; i < f->figures; i++) {
        const struct figure *g = &f->figure[i];
        if (g == numerator || g->role == ROLE_REPORTED)
            continue;
        int now = g->denominator[indicator];
        if (now > *how ||
            (now == *how && best &&
             nearness(numerator->column, g->column) > nearness(numerator->column, best->column))) {
            best = g;
            *how = now;
        }
    }
    return best;
}

/* The percentage to the right that is of the same thing: by its words, by the heading above both, or because
 * it stands right behind the two figures, or near them and has no words of its own. */
static const struct figure *reported_of(const struct finder *f, const struct figure *numerator,
                                        const struct figure *denominator)
{
    const struct figure *best = NULL;
    int most = 0, last = numerator->column->col;
    if (denominator->column->col > last)
        last = denominator->column->col;
    for (size_t i = 0; i < f->figures; i++) {
        const struct figure *g = &f->figure[i];
        int apart = g->column->col - numerator->column->col,
            like = gist_alike(&g->leaf, &numerator->leaf, NULL);
        bool above = numerator->column->upper.len > 0 && str_eq(g->column->upper, numerator->column->upper),
             near = (g->leaf.n == 0 && apart <= 2) || g->column->col == last + 1;
        like += above ? 100 : near ? 50 : 0;
        if (g->role == ROLE_REPORTED && !g->column->taken && apart > 0 && like > most &&
            like >= LEAST_REPORTED) {
            best = g;
            most = like;
        }
    }
    return best;
}

static void add_heading(struct ggroup *g, const char *field, struct str text)
{
    g->heading[g->headings++] = (struct gpart){field, text};
}

static void add_constant(struct ggroup *g, const char *field, struct str text)
{
    g->constant[g->constants++] = (struct gpart){field, text};
}

/* A pair of columns for an indicator. */
struct match {
    const struct indicator *indicator;
    struct figure *numerator;
    const struct figure *denominator;
    int how, how_denominator;
};

static bool is_better(const struct match *m, const struct match *best)
{
    int now = m->how * 3 + m->how_denominator, then = best->how * 3 + best->how_denominator;
    return !best->indicator || now > then;
}

/* The best match among the columns and indicators that are still free. */
static struct match best_match(const struct finder *f, const bool *used, const bool *denominators)
{
    struct match best = {0};
    for (size_t k = 0; k < f->figures; k++) {
        struct figure *g = &f->figure[k];
        bool is_free = !g->column->taken && !denominators[k] && g->role != ROLE_REPORTED;
        for (size_t i = 0; i < f->c->indicators && is_free; i++) {
            const struct indicator *in = &f->c->indicator[i];
            struct match m = {in, g, NULL, g->numerator[i], 0};
            if (used[i] || !in->ratio || m.how < LEAST_ALIKE || m.how < g->count)
                continue;
            m.denominator = denominator_of(f, g, i, &m.how_denominator);
            if (m.how_denominator >= LEAST_ALIKE && is_better(&m, &best))
                best = m;
        }
    }
    return best;
}

/* "1,00" of 100. */
struct str ggroups_alike(struct arena *a, int how)
{
    return arena_printf(a, "%d,%02d", how / 100, how % 100);
}

static struct str other_code(const struct finder *f, const struct match *m)
{
    for (size_t i = 0; i < f->c->indicators; i++)
        if (&f->c->indicator[i] != m->indicator && f->c->indicator[i].ratio &&
            m->numerator->numerator[i] >= m->how && m->denominator->denominator[i] >= m->how_denominator)
            return arena_printf(f->a, "; %.*s sama", STR_ARG(f->c->indicator[i].code));
    return STR("");
}

/* Another column that could as well be the numerator or denominator: as like, and as near to the other of the
 * two. */
static const struct figure *rival_of(const struct finder *f, const struct match *m, bool numerator)
{
    size_t i = (size_t)(m->indicator - f->c->indicator);
    const struct figure *taken = numerator ? m->numerator : m->denominator,
                        *other = numerator ? m->denominator : m->numerator;
    bool together = str_eq(taken->column->upper, other->column->upper);
    for (const struct figure *g = f->figure; g < f->figure + f->figures; g++) {
        int how = numerator ? g->numerator[i] : g->denominator[i];
        if (g != taken && g != other && g->role != ROLE_REPORTED &&
            how + CLEARLY > (numerator ? m->how : m->how_denominator) &&
            (!together || str_eq(g->column->upper, other->column->upper)))
            return g;
    }
    return NULL;
}

static struct str column_of(struct arena *a, const struct figure *g)
{
    char address[ADDRESS_SIZE] = "";
    size_t len = address_column(g->column->col, address);
    return arena_dup(a, (struct str){address, len});
}

static bool write_match(struct finder *f, const struct match *m)
{
    struct ggroup *g = ggroups_add(f->groups);
    const struct figure *reported = reported_of(f, m->numerator, m->denominator),
                        *rival = rival_of(f, m, true);
    if (!g)
        return false;
    rival = rival ? rival : rival_of(f, m, false);
    g->id = m->indicator->code;
    g->sure = m->how >= GGROUP_SURE && m->how_denominator >= GGROUP_SURE && !rival;
    g->why = arena_printf(f->a, "%.*s: kemiripan pembilang %.*s, penyebut %.*s%.*s%s%.*s; periksa",
                          STR_ARG(m->indicator->name), STR_ARG(ggroups_alike(f->a, m->how)),
                          STR_ARG(ggroups_alike(f->a, m->how_denominator)), STR_ARG(other_code(f, m)),
                          rival ? "; sama miripnya kolom " : "",
                          STR_ARG(rival ? column_of(f->a, rival) : STR("")));
    add_constant(g, "indicator", m->indicator->code);
    add_heading(g, "numerator", m->numerator->column->typed);
    add_heading(g, "denominator", m->denominator->column->typed);
    m->numerator->column->taken = true;
    if (reported) {
        add_heading(g, "reported", reported->column->typed);
        reported->column->taken = true;
    }
    return true;
}

/* What no ratio reads may be a count, or a percentage whose figures are not there. */
static void write_single(struct finder *f, struct figure *g)
{
    const struct indicator *best = NULL;
    bool percent = g->role == ROLE_REPORTED;
    int how = LEAST_ALIKE - 1;
    for (size_t i = 0; i < f->c->indicators; i++) {
        int now = g->numerator[i], name = percent ? alike(f, g, &f->c->indicator[i].named) : 0;
        now = name > now ? name : now;
        if (f->c->indicator[i].ratio == percent && now > how) {
            best = &f->c->indicator[i];
            how = now;
        }
    }
    struct ggroup *group = best ? ggroups_add(f->groups) : NULL;
    if (!group)
        return;
    group->id = best->code;
    group->sure = how == 100 && !percent;
    for (const struct figure *other = f->figure; other < f->figure + f->figures; other++)
        if (other != g && other->numerator[best - f->c->indicator] == 100)
            group->sure = false;
    group->why = arena_printf(f->a, "%.*s: kemiripan %.*s; periksa", STR_ARG(best->name),
                              STR_ARG(ggroups_alike(f->a, how)));
    add_constant(group, "indicator", best->code);
    add_heading(group, percent ? "reported" : "numerator", g->column->typed);
    g->column->taken = true;
}

static void find_coverage(struct finder *f)
{
    bool *used = arena_alloc(f->a, f->c->indicators), *denominators = arena_alloc(f->a, f->figures);
    for (;;) {
        struct match m = best_match(f, used, denominators);
        if (!m.indicator || !write_match(f, &m))
            break;
        used[m.indicator - f->c->indicator] = true;
        denominators[m.denominator - f->figure] = true;
    }
    for (size_t k = 0; k < f->figures; k++)
        if (denominators[k])
            f->figure[k].column->taken = true;
        else if (!f->figure[k].column->taken)
            write_single(f, &f->figure[k]);
}

/* --- services --- */

static struct str subject_of(struct str title)
{
    static const struct {
        const char *word, *subject;
    } words[] = {{"hamil", "bumil"}, {"bumil", "bumil"}, {"anak", "anak"},
                 {"baduta", "anak"}, {"balita", "anak"}, {"bayi", "anak"},
                 {"paud", "paud"},   {"siswa", "paud"},  {"keluarga", "keluarga"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words_have(title, words[i].word))
            return str_c(words[i].subject);
    return STR("");
}

static void find_services(struct finder *f, struct str subject)
{
    for (size_t i = 0; i < f->s->columns; i++) {
        struct column *c = &f->s->column[i];
        if (c->field || c->known || (c->filled > 0 && c->marks * 2 < c->filled))
            continue;
        struct gist leaf = gist_of(f->a, c->leaf);
        const struct service *best = NULL;
        int how = 0, next = 0;
        for (size_t k = 0; k < f->c->services; k++) {
            const struct service *v = &f->c->service[k];
            int now = str_eq(v->subject, subject) ? gist_alike(&leaf, &v->named, NULL) : 0;
            next = now > how ? how : now > next ? now : next;
            best = now > how ? v : best;
            how = now > how ? now : how;
        }
        struct ggroup *g = best && how >= LEAST_SERVICE / 2 ? ggroups_add(f->groups) : NULL;
        if (!g)
            continue;
        g->id = best->code;
        g->sure = how >= LEAST_SERVICE && how >= next + CLEARLY;
        g->why = arena_printf(f->a, "%.*s: kemiripan %.*s; periksa", STR_ARG(best->name),
                              STR_ARG(ggroups_alike(f->a, how)));
        add_constant(g, "subject", subject);
        add_constant(g, "service", best->code);
        add_heading(g, "state", c->typed);
        c->taken = true;
    }
}

/* A column of a few texts that come again and again, and that nothing reads: the rows are of different
 * things. */
static struct column *mixing(const struct gsheet *s)
{
    for (size_t i = 0; i < s->columns; i++) {
        struct column *c = &s->column[i];
        if (!c->field && !c->known && c->texts * 2 > c->filled && c->distinct >= 2 &&
            c->distinct * 3 <= c->texts)
            return c;
    }
    return NULL;
}

static void doubt_mixed(struct finder *f)
{
    struct column *c = mixing(f->s);
    if (!c)
        return;
    c->why =
        arena_printf(f->a,
                     "%zu teks berbeda yang berulang: barisnya tentang beberapa hal; pakai [only …], [words "
                     "indicator], atau baca ke kolom lain",
                     c->distinct);
    for (size_t i = 0; i < f->groups->n; i++) {
        f->groups->group[i].sure = false;
        f->groups->group[i].why = arena_printf(f->a, "%.*s; baris dibedakan oleh kolom '%.*s'",
                                               STR_ARG(f->groups->group[i].why), STR_ARG(c->leaf));
    }
}

static void take_figures(struct finder *f)
{
    f->figure = arena_alloc(f->a, f->s->columns * sizeof *f->figure);
    for (size_t i = 0; i < f->s->columns; i++) {
        struct column *c = &f->s->column[i];
        if (!ggroups_figure(c))
            continue;
        struct figure *g = &f->figure[f->figures++];
        *g = (struct figure){.column = c, .leaf = gist_of(f->a, c->leaf), .path = gist_of(f->a, c->typed)};
        g->role = words_role(c->words);
        if (g->role == ROLE_NONE)
            g->role = words_role(words_of(f->a, c->typed));
        g->numerator = arena_alloc(f->a, f->c->indicators * sizeof *g->numerator);
        g->denominator = arena_alloc(f->a, f->c->indicators * sizeof *g->denominator);
        for (size_t k = 0; k < f->c->indicators; k++) {
            g->numerator[k] = alike(f, g, &f->c->indicator[k].numerator);
            g->denominator[k] = alike(f, g, &f->c->indicator[k].denominator);
            if (!f->c->indicator[k].ratio && g->numerator[k] > g->count)
                g->count = g->numerator[k];
        }
    }
}

void ggroups_find(struct gsheet *s, const struct gcatalogue *c, const struct gplaces *places,
                  struct str title, struct arena *a, struct ggroups *groups)
{
    struct finder f = {.s = s, .c = c, .a = a, .groups = groups, .title = gist_of(a, title)};
    *groups = (struct ggroups){arena_alloc(a, GGROUPS * sizeof *groups->group), 0};
    grepeat_find(s, c, places, title, a, groups);
    if (s->kind == KIND_COVERAGE) {
        take_figures(&f);
        find_coverage(&f);
        doubt_mixed(&f);
    } else if (s->kind == KIND_SERVICE) {
        find_services(&f, subject_of(words_of(a, title)));
    }
}
