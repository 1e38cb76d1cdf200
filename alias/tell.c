#include "tell.h"

#include "lines.h"

#include <stdarg.h>
#include <stdio.h>

static void say(struct out *out, struct arena *a, struct str text)
{
    struct str shown = str_visible(a, text);
    out_write(out, shown.ptr, shown.len);
    out_write(out, "\n", 1);
}

/* "Tegal Timur (33.76.02)" */
static struct str labelled(const struct regions *r, uint32_t region, struct arena *a)
{
    return region == REGION_NONE ? STR("Indonesia")
                                 : arena_printf(a, "%.*s (%.*s)", STR_ARG(regions_name(r, region)),
                                                STR_ARG(regions_code(r, region)));
}

/* "x.xlsx, Bumil 1!D14" */
static struct str place_of(const struct waiting_place *p, struct arena *a)
{
    bool address = !str_starts(p->cell, "row ");
    return arena_printf(a, "%.*s, %.*s%s%.*s", STR_ARG(p->file), STR_ARG(p->sheet), address ? "!" : ", ",
                        STR_ARG(p->cell));
}

/* --- list --- */

static const struct str list_head[LINES_FIELDS] = {STR("rows"), STR("files"), STR("looked for in"),
                                                   STR("is a"), STR("typed"), STR("perhaps")};
static const struct str csv_head[LINES_FIELDS] = {
    STR("rows"),      STR("files"),      STR("parent_code"), STR("parent"),
    STR("field"),     STR("text"),       STR("reason"),      STR("candidate_code"),
    STR("candidate"), STR("first_file"), STR("first_sheet"), STR("first_cell")};

static void add_line(struct lines *t, const struct waiting *x, struct regions *r, bool csv)
{
    struct region_offer best[REGION_OFFERS];
    bool any = regions_nearest(r, x->parent, x->level, x->text, best) > 0;
    struct str rows = arena_printf(t->a, "%ld", x->rows), files = arena_printf(t->a, "%ld", x->files);
    if (!csv) {
        const struct str line[LINES_FIELDS] = {rows,
                                               files,
                                               labelled(r, x->parent, t->a),
                                               str_c(waiting_words[x->level]),
                                               x->text,
                                               any ? labelled(r, best[0].region, t->a) : STR("-")};
        lines_add(t, line);
        return;
    }
    const struct str line[LINES_FIELDS] = {rows,
                                           files,
                                           x->parent ? regions_code(r, x->parent) : STR(""),
                                           x->parent ? regions_name(r, x->parent) : STR(""),
                                           str_c(waiting_fields[x->level]),
                                           x->text,
                                           x->ambiguous ? STR("region-ambiguous") : STR("region-unknown"),
                                           any ? regions_code(r, best[0].region) : STR(""),
                                           any ? regions_name(r, best[0].region) : STR(""),
                                           x->place[0].file,
                                           x->place[0].sheet,
                                           x->place[0].cell};
    lines_add(t, line);
}

void tell_list(struct out *out, const struct waitings *w, struct regions *r, bool csv)
{
    struct arena a = {0};
    struct lines t = {.a = &a, .fields = csv ? LINES_FIELDS : 6};
    long rows = 0;
    lines_add(&t, csv ? csv_head : list_head);
    for (size_t i = 0; i < w->n; i++) {
        add_line(&t, &w->item[i], r, csv);
        rows += w->item[i].rows;
    }
    if (csv) {
        lines_csv(&t, out);
    } else {
        if (w->n > 0)
            lines_aligned(&t, "", out);
        say(out, &a,
            w->n > 0 ? arena_printf(&a, "waiting: %zu (rows: %ld)", w->n, rows) : STR("nothing waits"));
        if (w->hidden > 0)
            say(out, &a,
                arena_printf(&a, "not shown, as the name looks like a person's: %ld (see the cells)",
                             w->hidden));
    }
    arena_done(&a);
}

/* --- one --- */

static struct str path_of(const struct regions *r, uint32_t region, struct arena *a)
{
    struct str text = labelled(r, region, a);
    for (int level = regions_level(r, region) - 1; level >= 1; level--)
        text = arena_printf(a, "%.*s, %.*s", STR_ARG(text),
                            STR_ARG(regions_name(r, regions_above(r, region, level))));
    return text;
}

/* Why a candidate is one. */
static struct str why(const struct region_offer *o, struct arena *a)
{
    struct str likeness = o->distance == 0   ? STR("the same name")
                          : o->distance == 1 ? STR("1 letter differs")
                                             : arena_printf(a, "%zu letters differ", o->distance);
    if (o->former.len == 0)
        return likeness;
    return arena_printf(a, "%.*s; until %.4s it was %.*s", STR_ARG(likeness),
                        o->until.len > 0 ? o->until.ptr : "now", STR_ARG(o->former));
}

struct names {
    struct arena *a;
    struct str text;
};

static void add_former(void *context, struct str name, struct str from, struct str until)
{
    struct names *n = context;
    n->text = arena_printf(n->a, "%.*s%s%.*s %.4s-%.4s", STR_ARG(n->text), n->text.len ? ", " : "",
                           STR_ARG(name), from.ptr, until.ptr);
}

static void candidates(struct out *out, const struct waiting *x, struct regions *r, struct arena *a)
{
    struct region_offer best[REGION_OFFERS];
    size_t n = regions_nearest(r, x->parent, x->level, x->text, best);
    struct lines t = {.a = a, .fields = 3};
    say(out, a, n > 0 ? STR("perhaps") : STR("no name there is like it"));
    for (size_t i = 0; i < n; i++) {
        const struct str line[LINES_FIELDS] = {regions_code(r, best[i].region),
                                               regions_name(r, best[i].region), why(&best[i], a)};
        lines_add(&t, line);
    }
    lines_aligned(&t, "  ", out);
}

static void places(struct out *out, const struct waiting *x, struct arena *a)
{
    if (x->rows == 0)
        return;
    say(out, a, arena_printf(a, "typed in rows: %ld, files: %ld", x->rows, x->files));
    for (long i = 0; i < x->rows && i < WAITING_PLACES; i++)
        say(out, a, arena_printf(a, "  %.*s", STR_ARG(place_of(&x->place[i], a))));
    if (x->rows > WAITING_PLACES)
        say(out, a, arena_printf(a, "  and %ld more", x->rows - WAITING_PLACES));
}

/* What lies below the parent, with the names it had. */
static void neighbours(struct out *out, const struct waiting *x, const struct regions *r, struct arena *a)
{
    struct lines t = {.a = a, .fields = 3};
    if (x->parent == REGION_NONE && x->level > 1)
        return;
    say(out, a, arena_printf(a, "all of %.*s", STR_ARG(labelled(r, x->parent, a))));
    for (uint32_t c = REGION_NONE; (c = regions_next_below(r, x->parent, c)) != REGION_NONE;) {
        struct names former = {a, STR("")};
        regions_formers(r, c, add_former, &former);
        const struct str line[LINES_FIELDS] = {regions_code(r, c), regions_name(r, c), former.text};
        lines_add(&t, line);
    }
    lines_aligned(&t, "  ", out);
}

void tell_one(struct out *out, const struct waiting *x, struct regions *r)
{
    struct arena a = {0};
    say(out, &a,
        arena_printf(&a, "'%.*s', a %s in %.*s", STR_ARG(x->text), waiting_words[x->level],
                     STR_ARG(x->parent ? path_of(r, x->parent, &a) : STR("Indonesia"))));
    places(out, x, &a);
    candidates(out, x, r, &a);
    neighbours(out, x, r, &a);
    arena_done(&a);
}
