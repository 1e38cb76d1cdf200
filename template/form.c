#include "form.h"

/* --- patterns as text --- */

/* The first variant that can be written: without * and ?, but for * at its end, which leave nothing behind.
 */
static struct str plain(const struct variants *v, const char *prefix)
{
    for (size_t i = 0; i < v->n; i++) {
        struct str s = v->typed[i];
        if (!str_starts(s, prefix))
            continue;
        s = (struct str){s.ptr + strlen(prefix), s.len - strlen(prefix)};
        while (s.len > 0 && s.ptr[s.len - 1] == '*')
            s.len--;
        s = str_trim(s);
        if (s.len > 0 && !glob_wild(s))
            return s;
    }
    return STR("");
}

/* What stands before the text that a title takes: of the first variant that ends in its only *. */
static struct str label_of(const struct variants *v)
{
    for (size_t i = 0; i < v->n; i++) {
        struct str s = v->typed[i];
        if (s.len > 1 && s.ptr[s.len - 1] == '*' && !glob_wild((struct str){s.ptr, s.len - 1}))
            return (struct str){s.ptr, s.len - 1};
    }
    return STR("");
}

static bool refuse(const struct form *f, struct err *e, const char *why, struct str what)
{
    err_set(e, ST_CONFIG, "no form can be made from layout '%.*s': %s%s%.*s%s", STR_ARG(f->layout->id), why,
            what.len ? " '" : "", STR_ARG(what), what.len ? "'" : "");
    return err_place(e, "%s", f->layout->path);
}

/* --- columns --- */

bool form_is(const struct form *f, const struct form_column *c, const char *name)
{
    return c->field >= 0 && str_is(layout_field(f->layout, c->field), name);
}

/* What the toolkit works out itself, and a person would only copy. */
static bool is_computed(const struct form *f, int field)
{
    static const char *const names[] = {"age_text",  "waz",       "haz",      "whz",
                                        "wa_status", "ha_status", "wh_status"};
    if (f->layout->required[field])
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(layout_field(f->layout, field), names[i]))
            return true;
    return false;
}

static struct form_column *add_column(struct form_sheet *s, int field, const struct group *g)
{
    struct form_column *c = &s->column[s->columns];
    if (s->columns == FORM_MAX_COLUMNS)
        return NULL;
    s->columns++;
    *c = (struct form_column){.field = field, .group = g, .partner = {-1, -1}};
    return c;
}

/* Cuts "Air Minum > Jumlah" into its levels. */
static bool set_path(struct form *f, struct form_column *c, struct str top, struct str text, struct err *e)
{
    if (!c)
        return refuse(f, e, "it has too many columns", STR(""));
    if (text.len == 0)
        return refuse(f, e, "no heading without * or ? is given for field",
                      layout_field(f->layout, c->field));
    if (top.len > 0)
        c->path[c->depth++] = top;
    while (text.len > 0) {
        if (c->depth == f->layout->rows)
            return refuse(f, e, "a heading is deeper than [header] rows:", str_trim(text));
        c->path[c->depth++] = str_trim(str_cut(&text, '>'));
    }
    return true;
}

static bool same_path(const struct form_column *a, const struct form_column *b)
{
    bool same = a->depth == b->depth;
    for (long i = 0; same && i < a->depth; i++)
        same = str_eq(a->path[i], b->path[i]);
    return same;
}

/* Drops the column added last when another group reads the same; returns the index of the one that stays. */
static int share(struct form *f, struct form_sheet *s, size_t first_of_group)
{
    struct form_column *last = &s->column[s->columns - 1];
    for (size_t i = 0; i < first_of_group && !form_is(f, last, "reported"); i++)
        if (s->column[i].group && s->column[i].field == last->field && same_path(&s->column[i], last)) {
            s->columns--;
            return (int)i;
        }
    return (int)s->columns - 1;
}

/* Each of these columns knows the numerator and the denominator. */
static void make_partners(struct form *f, struct form_sheet *s, const int *column, size_t n)
{
    int pair[2] = {-1, -1};
    for (size_t i = 0; i < n; i++) {
        if (form_is(f, &s->column[column[i]], "numerator"))
            pair[0] = column[i];
        if (form_is(f, &s->column[column[i]], "denominator"))
            pair[1] = column[i];
    }
    for (size_t i = 0; i < n; i++)
        memcpy(s->column[column[i]].partner, pair, sizeof pair);
}

/* The columns of one record of a group; top: what * stands for when it repeats. */
static bool add_group(struct form *f, struct form_sheet *s, const struct group *g, struct str top,
                      struct err *e)
{
    int column[LAYOUT_MAX_FIELDS];
    size_t first = s->columns;
    for (size_t i = 0; i < g->headings; i++) {
        struct form_column *c = add_column(s, g->heading[i].field, g);
        if (!set_path(f, c, top, plain(&g->heading[i].names, g->repeats ? "* > " : ""), e))
            return false;
        column[i] = share(f, s, first);
    }
    make_partners(f, s, column, g->headings);
    s->records++;
    return true;
}

static bool add_repeated(struct form *f, struct form_sheet *s, const struct group *g, struct err *e)
{
    for (size_t i = 0; i < f->places->n; i++)
        if (f->places->place[i].level == REGENCY && !add_group(f, s, g, f->places->place[i].name, e))
            return false;
    return true;
}

static bool add_columns(struct form *f, struct form_sheet *s, struct arena *a, struct err *e)
{
    const struct layout *l = f->layout;
    int column[LAYOUT_MAX_FIELDS];
    size_t n = 0;
    s->column = arena_alloc(a, FORM_MAX_COLUMNS * sizeof *s->column);
    if (!set_path(f, add_column(s, FORM_NUMBER, NULL), STR(""), STR("No"), e))
        return false;
    for (size_t i = 0; i < l->columns; i++) {
        if (is_computed(f, l->column[i].field))
            continue;
        column[n++] = (int)s->columns;
        struct form_column *c = add_column(s, l->column[i].field, NULL);
        if (!set_path(f, c, STR(""), plain(&l->column[i].names, ""), e))
            return false;
        if (form_is(f, c, "item") &&
            !set_path(f, add_column(s, FORM_ITEM, NULL), STR(""), STR("Butir Penilaian"), e))
            return false;
    }
    make_partners(f, s, column, n);
    for (size_t i = 0; i < l->groups; i++) {
        const struct group *g = &l->group[i];
        struct str folded = str_fold(a, s->name);
        if (g->sheet.n > 0 && !variants_match(&g->sheet, folded))
            continue;
        if (!(g->repeats ? add_repeated(f, s, g, e) : add_group(f, s, g, STR(""), e)))
            return false;
    }
    s->records += l->groups == 0;
    return true;
}

/* --- sheets --- */

static bool add_sheet(struct form *f, struct str name, struct arena *a, struct err *e)
{
    enum { LONGEST = 31 };
    for (size_t i = 0; i < f->sheets; i++)
        if (str_eq(str_fold(a, f->sheet[i].name), str_fold(a, name)))
            return true;
    if (f->sheets == FORM_MAX_SHEETS)
        return refuse(f, e, "it has too many sheets", STR(""));
    if (name.len == 0 || name.len > LONGEST)
        return refuse(f, e, "a sheet has no name that can be written", name);
    f->sheet[f->sheets++].name = name;
    return true;
}

static bool add_sheets(struct form *f, struct arena *a, struct err *e)
{
    const struct layout *l = f->layout;
    for (size_t i = 0; i < l->groups; i++)
        if (l->group[i].sheet.n > 0 && !add_sheet(f, plain(&l->group[i].sheet, ""), a, e))
            return false;
    if (f->sheets == 0 && l->first)
        return add_sheet(f, STR("Formulir"), a, e);
    if (f->sheets == 0) {
        struct str name = plain(&l->take, "");
        return add_sheet(f, name.len ? name : STR("Formulir"), a, e);
    }
    return true;
}

/* --- titles --- */

/* What is known of a title; empty where a person has to fill it in. */
static struct str known(const struct form *f, struct str name)
{
    static const char *const region[] = {"province", "regency", "district"};
    if (str_is(name, "period"))
        return f->span->name;
    for (int i = 0; i < DISTRICT; i++)
        if (str_is(name, region[i]))
            return f->places->name[i + 1];
    return STR("");
}

static bool add_titles(struct form *f, struct err *e)
{
    const struct layout *l = f->layout;
    for (int i = 0; i < LAYOUT_MAX_TITLES; i++) {
        if (l->titles[TITLE_ABOVE][i].n == 0)
            continue;
        struct str name = i < LAYOUT_TITLES ? str_c(layout_titles[i]) : layout_field(l, i - LAYOUT_TITLES);
        struct form_title *t = &f->title[f->titles++];
        *t = (struct form_title){i, label_of(&l->titles[TITLE_ABOVE][i]), known(f, name)};
        if (t->label.len == 0)
            return refuse(f, e, "no title that ends in its only * is given for", name);
        bool fillable = str_is(name, "assessor") || str_is(name, "role");
        if (t->text.len == 0 && (str_is(name, "regency") || str_is(name, "district"))) {
            err_set(e, ST_USAGE, "layout '%.*s' has a form for each %s: the region is too large",
                    STR_ARG(l->id), str_is(name, "regency") ? "kabupaten/kota" : "kecamatan");
            return err_hint(e, "--region with the code of one");
        }
        if (t->text.len == 0 && !fillable)
            return refuse(f, e, "it takes from a title what no one can know beforehand:", name);
    }
    return true;
}

/* --- the whole --- */

static bool has_column(const struct form *f, const char *name)
{
    for (size_t i = 0; i < f->layout->columns; i++)
        if (str_is(layout_field(f->layout, f->layout->column[i].field), name))
            return true;
    return false;
}

/* Places of coverage forms are as deep as their region columns; a column that divides them further has no
 * rows that could be written beforehand. */
static bool plan_rows(struct form *f, struct err *e)
{
    static const char *const further[] = {"indicator", "sex", "age_group"};
    if (f->layout->kind == KIND_ASSESSMENT) {
        f->rows = ROWS_ITEMS;
        return (has_column(f, "item") && f->layout->groups == 1 && f->layout->group[0].repeats) ||
               refuse(f, e, "scores are given by item, in columns of each kabupaten/kota", STR(""));
    }
    for (size_t i = 0; i < f->layout->groups; i++)
        if (f->layout->group[i].repeats)
            return refuse(f, e, "a group repeats:", f->layout->group[i].id);
    f->rows = f->layout->kind == KIND_COVERAGE ? ROWS_PLACES : ROWS_BLANK;
    for (size_t i = 0; i < sizeof further / sizeof *further && f->rows == ROWS_PLACES; i++)
        if (has_column(f, further[i]))
            return refuse(f, e, "its rows are more than places, by column", str_c(further[i]));
    f->level = has_column(f, "village") || has_column(f, "kemendagri_code") ? VILLAGE
               : has_column(f, "district")                                  ? DISTRICT
               : has_column(f, "regency")                                   ? REGENCY
                                                                            : 0;
    if (f->level == 0)
        return refuse(f, e, "it has no column of a region", STR(""));
    if (f->places->level > f->level || (f->level > REGENCY && f->places->level < REGENCY)) {
        err_set(e, ST_USAGE, "region '%.*s' is too %s for a form of layout '%.*s'",
                STR_ARG(f->places->place[0].code), f->places->level > f->level ? "small" : "large",
                STR_ARG(f->layout->id));
        return err_hint(e, "--region with the code of a kabupaten/kota, as 62.03");
    }
    return true;
}

static bool period_suits(const struct form *f, struct err *e)
{
    const struct layout *l = f->layout;
    char kind = f->span->kind;
    if (l->titles[TITLE_ABOVE][0].n == 0 && !has_column(f, "period") && l->kind != KIND_MEASUREMENT)
        return refuse(f, e, "it has no place for the period", STR(""));
    if (l->kind == KIND_SERVICE && kind != 'Q' && kind != 'M')
        return err_set(e, ST_USAGE, "services are recorded by quarter, not for %.*s", STR_ARG(f->span->name)),
               err_hint(e, "--period %d-Q1", f->span->year);
    if (l->kind == KIND_ASSESSMENT && kind != 'Y')
        return err_set(e, ST_USAGE, "scores are given for a year, not for %.*s", STR_ARG(f->span->name)),
               err_hint(e, "--period %d", f->span->year);
    return true;
}

bool form_plan(struct form *f, struct arena *a, struct err *e)
{
    if (!plan_rows(f, e) || !period_suits(f, e) || !add_titles(f, e) || !add_sheets(f, a, e))
        return false;
    for (size_t i = 0; i < f->sheets; i++)
        if (!add_columns(f, &f->sheet[i], a, e))
            return false;
    f->heading_row = 2 + (long)f->titles + 1;
    return true;
}
