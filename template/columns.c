/* The columns of a form's sheets: headings that can be written, from the patterns by which they are read. */
#include "formpart.h"

/* --- patterns as text --- */

/* "Jumlah #2" means the second such heading, which nobody can write first. */
static bool is_numbered(struct str pattern)
{
    size_t digits = 0;
    while (digits < pattern.len && pattern.ptr[pattern.len - 1 - digits] >= '0' &&
           pattern.ptr[pattern.len - 1 - digits] <= '9')
        digits++;
    return digits > 0 && pattern.len > digits + 1 && pattern.ptr[pattern.len - 1 - digits] == '#' &&
           pattern.ptr[pattern.len - 2 - digits] == ' ';
}

/* A pattern as it can be written, its first * standing for a text (empty: for none); empty when it cannot. */
static struct str written(struct str pattern, struct str star, struct arena *a)
{
    const char *first = star.len > 0 ? memchr(pattern.ptr, '*', pattern.len) : NULL;
    if (star.len > 0 && !first)
        return STR("");
    if (first) {
        size_t before = (size_t)(first - pattern.ptr);
        pattern = arena_printf(a, "%.*s%.*s%.*s", (int)before, pattern.ptr, STR_ARG(star),
                               (int)(pattern.len - before - 1), first + 1);
    }
    while (pattern.len > 0 && pattern.ptr[pattern.len - 1] == '*')
        pattern.len--;
    bool half = pattern.len > 0 && pattern.ptr[pattern.len - 1] == ' '; /* "Wilayah *" is not "Wilayah" */
    return half || is_numbered(pattern) || glob_wild(pattern) ? STR("") : pattern;
}

static struct str first_written(const struct variants *v, struct str star, struct arena *a)
{
    struct str text = STR("");
    for (size_t i = 0; i < v->n && text.len == 0; i++)
        text = written(v->typed[i], star, a);
    return text;
}

struct str form_plain(const struct variants *v)
{
    return first_written(v, STR(""), NULL);
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

/* Cuts "Air Minum > Jumlah" into its levels; a heading of one row is one level, whatever stands in it. */
static bool set_path(struct form *f, struct form_column *c, struct str text, struct err *e)
{
    if (!c)
        return form_refuse(f, e, "it has too many columns", STR(""));
    if (text.len == 0)
        return form_refuse(f, e, "no heading without * or ? is given for field",
                           c->field >= 0 ? layout_field(f->layout, c->field) : STR("(filter)"));
    while (text.len > 0) {
        size_t end = 0;
        while (end < text.len &&
               (f->layout->rows == 1 || !str_starts((struct str){text.ptr + end, text.len - end}, " > ")))
            end++;
        if (c->depth == f->layout->rows)
            return form_refuse(f, e, "a heading is deeper than [header] rows:", str_trim(text));
        c->path[c->depth++] = str_trim((struct str){text.ptr, end});
        text = end == text.len ? STR("") : (struct str){text.ptr + end + 3, text.len - end - 3};
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

/* Drops the column added last when another group reads the same; returns the index of the one that stays.
 * Percentages are each group's own, and so is what stands beside one. */
static int share(struct form *f, struct form_sheet *s, size_t first_of_group)
{
    struct form_column *last = &s->column[s->columns - 1];
    for (size_t i = 0; i < first_of_group && !form_is(f, last, "reported"); i++)
        if (s->column[i].group && same_path(&s->column[i], last)) {
            s->columns--;
            return (int)i;
        }
    return (int)s->columns - 1;
}

/* Each of these columns knows the numerator and the denominator; a column of several pairs those it had
 * first. */
static void make_partners(struct form *f, struct form_sheet *s, const int *column, const int *field, size_t n)
{
    int pair[2] = {-1, -1};
    for (size_t i = 0; i < n; i++) {
        if (str_is(layout_field(f->layout, field[i]), "numerator"))
            pair[0] = column[i];
        if (str_is(layout_field(f->layout, field[i]), "denominator"))
            pair[1] = column[i];
    }
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < 2; k++)
            if (s->column[column[i]].field == field[i] && s->column[column[i]].partner[k] < 0)
                s->column[column[i]].partner[k] = pair[k];
}

/* --- groups --- */

/* The columns of one record of a group; when it repeats, what * stands for in its headings, and @ in its
 * constants. */
static bool add_group(struct form *f, struct form_sheet *s, const struct group *g, struct str star,
                      struct str at, struct arena *a, struct err *e)
{
    int column[LAYOUT_MAX_FIELDS], field[LAYOUT_MAX_FIELDS];
    size_t first = s->columns;
    for (size_t i = 0; i < g->headings; i++) {
        struct form_column *c = add_column(s, g->heading[i].field, g);
        if (!set_path(f, c, first_written(&g->heading[i].names, star, a), e))
            return false;
        c->at = at;
        field[i] = g->heading[i].field;
        column[i] = share(f, s, first);
    }
    make_partners(f, s, column, field, g->headings);
    s->records++;
    return true;
}

/* The constant of a group that asks for what * stands for; NULL when none does. */
static const struct constant *asking(const struct group *g)
{
    for (size_t i = 0; i < g->constants; i++)
        if (memchr(g->constant[i].value.ptr, '@', g->constant[i].value.len))
            return &g->constant[i];
    return NULL;
}

/* What @ has to be, that the constant says the form's period: "24" of 20@, "2024" of Tahun @. */
static struct str star_of_period(const struct form *f, struct str value)
{
    struct str rest = value, before = str_cut(&rest, '@'), period = f->span->name;
    if (before.len < period.len && memcmp(before.ptr, period.ptr, before.len) == 0)
        return (struct str){period.ptr + before.len, period.len - before.len};
    return period;
}

/* One record for each place, for the one period, or for each word of the field that @ fills. */
static bool add_repeated(struct form *f, struct form_sheet *s, const struct group *g, struct arena *a,
                         struct err *e)
{
    const struct layout *l = f->layout;
    const struct constant *c = asking(g);
    struct str name = c ? layout_field(l, c->field) : STR("");
    size_t before = s->records;
    if (str_is(name, "period") || str_is(name, "year"))
        return add_group(f, s, g, star_of_period(f, c->value), f->span->name, a, e);
    for (size_t i = 0; i < f->places->n && str_is(name, "regency"); i++) {
        struct str place = f->places->place[i].name;
        if (f->places->place[i].level == REGENCY && !add_group(f, s, g, place, place, a, e))
            return false;
    }
    for (size_t i = 0; c && i < l->words; i++) {
        struct str word = l->word[i].field == c->field ? form_plain(&l->word[i].from) : STR("");
        if (word.len > 0 && !add_group(f, s, g, word, l->word[i].to, a, e))
            return false;
    }
    return s->records > before ||
           form_refuse(f, e, "a group repeats by what no one can know beforehand:", g->id);
}

static bool add_groups(struct form *f, struct form_sheet *s, struct arena *a, struct err *e)
{
    struct str folded = str_fold(a, s->name);
    for (size_t i = 0; i < f->layout->groups; i++) {
        const struct group *g = &f->layout->group[i];
        if (g->sheet.n > 0 && !variants_match(&g->sheet, folded))
            continue;
        if (!(g->repeats ? add_repeated(f, s, g, a, e) : add_group(f, s, g, STR(""), STR(""), a, e)))
            return false;
    }
    s->records += f->layout->groups == 0;
    return true;
}

/* --- the whole of a sheet --- */

/* True when a column that is read is the filter's as well. */
static bool is_read(const struct form *f, const struct filter *filter, struct arena *a)
{
    const struct layout *l = f->layout;
    for (size_t i = 0; i < l->columns; i++)
        if (variants_match(&filter->heading, str_fold(a, form_plain(&l->column[i].names))))
            return true;
    for (size_t i = 0; i < l->groups; i++)
        for (size_t k = 0; k < l->group[i].headings; k++)
            if (variants_match(&filter->heading, str_fold(a, form_plain(&l->group[i].heading[k].names))))
                return true;
    return false;
}

static bool add_filter(struct form *f, struct form_sheet *s, const struct filter *filter, struct arena *a,
                       struct err *e)
{
    struct str heading = form_plain(&filter->heading);
    if (is_read(f, filter, a))
        return true;
    struct form_column *c = add_column(s, FORM_FILTER, NULL);
    if (!set_path(f, c, heading, e))
        return false;
    c->filter = filter;
    return filter->skip || form_plain(&filter->words).len > 0 || variants_match(&filter->words, STR("")) ||
           form_refuse(f, e, "no word without * or ? is given for filter", filter->name);
}

/* Running numbers, unless the layout would mind their heading as new, or take it for another. */
static bool may_number(const struct layout *l)
{
    bool taken = false;
    for (size_t i = 0; i < l->filters; i++)
        taken |= variants_match(&l->filter[i].heading, STR("no"));
    return !taken && (l->drift_new == DRIFT_ACCEPT || variants_match(&l->known, STR("no")));
}

bool form_columns(struct form *f, struct form_sheet *s, struct arena *a, struct err *e)
{
    const struct layout *l = f->layout;
    int column[LAYOUT_MAX_FIELDS], field[LAYOUT_MAX_FIELDS];
    size_t n = 0;
    s->column = arena_alloc(a, FORM_MAX_COLUMNS * sizeof *s->column);
    if (may_number(l) && !set_path(f, add_column(s, FORM_NUMBER, NULL), STR("No"), e))
        return false;
    for (size_t i = 0; i < l->columns; i++) {
        if (is_computed(f, l->column[i].field))
            continue;
        field[n] = l->column[i].field;
        column[n++] = (int)s->columns;
        struct form_column *c = add_column(s, l->column[i].field, NULL);
        if (!set_path(f, c, form_plain(&l->column[i].names), e))
            return false;
        if (f->rows == ROWS_ITEMS && form_is(f, c, "item") &&
            !set_path(f, add_column(s, FORM_ITEM, NULL), STR("Butir Penilaian"), e))
            return false;
    }
    make_partners(f, s, column, field, n);
    for (size_t i = 0; i < l->filters; i++)
        if (!add_filter(f, s, &l->filter[i], a, e))
            return false;
    return add_groups(f, s, a, e);
}
