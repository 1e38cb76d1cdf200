#include "formpart.h"

bool form_refuse(const struct form *f, struct err *e, const char *why, struct str what)
{
    err_set(e, ST_CONFIG, "no form can be made from layout '%.*s': %s%s%.*s%s", STR_ARG(f->layout->id), why,
            what.len ? " '" : "", STR_ARG(what), what.len ? "'" : "");
    return err_place(e, "%s", f->layout->path);
}

/* --- sheets --- */

static bool add_sheet(struct form *f, struct str name, struct arena *a, struct err *e)
{
    enum { LONGEST = 31 };
    for (size_t i = 0; i < f->sheets; i++)
        if (str_eq(str_fold(a, f->sheet[i].name), str_fold(a, name)))
            return true;
    if (f->sheets == FORM_MAX_SHEETS)
        return form_refuse(f, e, "it has too many sheets", STR(""));
    if (name.len == 0 || name.len > LONGEST)
        return form_refuse(f, e, "a sheet has no name that can be written", name);
    f->sheet[f->sheets++].name = name;
    return true;
}

static bool add_sheets(struct form *f, struct arena *a, struct err *e)
{
    const struct layout *l = f->layout;
    for (size_t i = 0; i < l->groups; i++)
        if (l->group[i].sheet.n > 0 && !add_sheet(f, form_plain(&l->group[i].sheet), a, e))
            return false;
    if (f->sheets == 0 && l->first)
        return add_sheet(f, STR("Formulir"), a, e);
    if (f->sheets == 0) {
        struct str name = form_plain(&l->take);
        return add_sheet(f, name.len ? name : STR("Formulir"), a, e);
    }
    return true;
}

struct str form_constant(const struct form *f, const struct group *g, const char *name)
{
    for (size_t i = 0; g && i < g->constants; i++)
        if (str_is(layout_field(f->layout, g->constant[i].field), name))
            return g->constant[i].value;
    for (size_t i = 0; i < f->layout->constants; i++)
        if (str_is(layout_field(f->layout, f->layout->constant[i].field), name))
            return f->layout->constant[i].value;
    return STR("");
}

const struct indicator *form_indicator(const struct form *f, const struct form_column *c)
{
    struct str code = form_constant(f, c->group, "indicator");
    return catalogue_indicator(f->catalogue, str_is(code, "@") ? c->at : code);
}

const struct indicator *form_figures(const struct form *f, const struct form_column *c)
{
    const struct layout *l = f->layout;
    const struct indicator *common = form_indicator(f, c);
    for (size_t i = 0; i < l->words && !form_indicator(f, c); i++) {
        if (!str_is(layout_field(l, l->word[i].field), "indicator"))
            continue;
        const struct indicator *one = catalogue_indicator(f->catalogue, l->word[i].to);
        if (!one || (common && (!str_eq(one->type, common->type) || !str_eq(one->unit, common->unit))))
            return NULL;
        common = one;
    }
    return common;
}

/* --- titles --- */

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

static struct str title_name(const struct layout *l, int title)
{
    return title < LAYOUT_TITLES ? str_c(layout_titles[title]) : layout_field(l, title - LAYOUT_TITLES);
}

/* What is known of a title; empty where a person has to fill it in. */
static struct str known(const struct form *f, struct str name)
{
    static const char *const region[] = {"province", "regency", "district"};
    if (str_is(name, "period"))
        return f->span->name;
    if (str_is(name, "year"))
        return f->span->year_text;
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
        struct str name = title_name(l, i);
        struct form_title *t = &f->title[f->titles++];
        *t = (struct form_title){i, label_of(&l->titles[TITLE_ABOVE][i]), known(f, name)};
        if (t->label.len == 0)
            return form_refuse(f, e, "no title that ends in its only * is given for", name);
        if (t->text.len == 0 && (str_is(name, "regency") || str_is(name, "district"))) {
            err_set(e, ST_USAGE, "layout '%.*s' has a form for each %s: the region is too large",
                    STR_ARG(l->id), str_is(name, "regency") ? "kabupaten/kota" : "kecamatan");
            return err_hint(e, "--region with the code of one");
        }
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

static bool has_title(const struct form *f, const char *name)
{
    for (int i = 0; i < LAYOUT_MAX_TITLES; i++)
        if (f->layout->titles[TITLE_ABOVE][i].n > 0 && str_is(title_name(f->layout, i), name))
            return true;
    return false;
}

static bool wrong_region(const struct form *f, bool small, struct err *e)
{
    err_set(e, ST_USAGE, "region '%.*s' is too %s for a form of layout '%.*s'",
            STR_ARG(f->places->place[0].code), small ? "small" : "large", STR_ARG(f->layout->id));
    return err_hint(e, small ? "--region with the code of a province or kabupaten/kota"
                             : "--region with the code of a kabupaten/kota, as 62.03, or of a kecamatan");
}

/* The deepest region that a column or a title tells; 0 for none. */
static int deepest(const struct form *f, bool (*has)(const struct form *f, const char *name))
{
    return has(f, "village") || has(f, "kemendagri_code") ? VILLAGE
           : has(f, "district")                           ? DISTRICT
           : has(f, "regency")                            ? REGENCY
           : has(f, "province")                           ? PROVINCE
                                                          : 0;
}

/* Without a column of a region the titles say what the one row is about. */
static bool plan_places(struct form *f, struct err *e)
{
    int level = f->places->level, column = deepest(f, has_column), title = deepest(f, has_title);
    f->level = column > 0 ? column : level;
    f->two_levels = has_column(f, "village") && !has_column(f, "kemendagri_code") &&
                    !has_column(f, "district") && !has_title(f, "district");
    if (column == 0 && title == 0)
        return form_refuse(f, e, "neither a column nor a title tells of a region", STR(""));
    if (column > 0 && (level > column || (column > REGENCY && level < REGENCY)))
        return wrong_region(f, level > column, e);
    if (column == 0 && title < VILLAGE && level != title)
        return wrong_region(f, level > title, e);
    return true;
}

/* Rows of coverage are places, unless a column says what else they are of; then, as with persons, nobody
 * knows how many there will be. */
static bool plan_rows(struct form *f, struct err *e)
{
    static const char *const further[] = {"indicator", "sex", "age_group"};
    if (f->layout->kind == KIND_ASSESSMENT) {
        f->rows = ROWS_ITEMS;
        if (f->places->level > REGENCY)
            return wrong_region(f, true, e);
        return (has_column(f, "item") && f->layout->groups == 1 && f->layout->group[0].repeats) ||
               form_refuse(f, e, "scores are given by item, in columns of each kabupaten/kota", STR(""));
    }
    f->rows = f->layout->kind == KIND_COVERAGE ? ROWS_PLACES : ROWS_BLANK;
    for (size_t i = 0; i < sizeof further / sizeof *further; i++)
        if (has_column(f, further[i]))
            f->rows = ROWS_BLANK;
    return plan_places(f, e);
}

/* True when the layout records a service that is counted by quarter. */
static bool by_quarter(const struct form *f)
{
    for (size_t i = 0; i < f->layout->groups; i++)
        if (catalogue_by_quarter(f->catalogue, form_constant(f, &f->layout->group[i], "service")))
            return true;
    return catalogue_by_quarter(f->catalogue, form_constant(f, NULL, "service"));
}

/* A form that has no place for its period has it chosen when it is sent. */
static bool plan_period(struct form *f, struct err *e)
{
    const struct layout *l = f->layout;
    char kind = f->span->kind;
    f->asks_period = !has_title(f, "period") && !has_column(f, "period") && !has_column(f, "year") &&
                     l->kind != KIND_MEASUREMENT;
    for (size_t i = 0; i < l->groups; i++)
        f->asks_period &= form_constant(f, &l->group[i], "period").len == 0;
    if (kind != 'Y' && has_column(f, "year") && !has_column(f, "period") && !has_title(f, "period"))
        return err_set(e, ST_USAGE, "layout '%.*s' records years, not %.*s", STR_ARG(l->id),
                       STR_ARG(f->span->name)),
               err_hint(e, "--period %d", f->span->year);
    if (by_quarter(f) && kind != 'Q' && kind != 'M')
        return err_set(e, ST_USAGE, "services are recorded by quarter, not for %.*s", STR_ARG(f->span->name)),
               err_hint(e, "--period %d-Q1", f->span->year);
    if (l->kind == KIND_ASSESSMENT && kind != 'Y')
        return err_set(e, ST_USAGE, "scores are given for a year, not for %.*s", STR_ARG(f->span->name)),
               err_hint(e, "--period %d", f->span->year);
    return true;
}

bool form_plan(struct form *f, struct arena *a, struct err *e)
{
    if (!plan_rows(f, e) || !plan_period(f, e) || !add_titles(f, e) || !add_sheets(f, a, e))
        return false;
    for (size_t i = 0; i < f->sheets; i++)
        if (!form_columns(f, &f->sheet[i], a, e))
            return false;
    f->heading_row = 2 + (long)f->titles + 1;
    return true;
}
