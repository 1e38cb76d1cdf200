/* The sections of a layout that say where the fields of records come from. */
#include "layoutpart.h"

#include <string.h>

/* A field that something else fills already is a contradiction. */
static bool claim(struct layout *l, const struct entry *entry, int field, struct err *e)
{
    if (l->used[field])
        return layout_fault(entry, e, "a field filled twice");
    l->used[field] = true;
    return true;
}

/* Of the source, or of a field that no column fills. */
static bool read_title_of(struct parser *p, const struct entry *entry, enum title_place place, struct err *e)
{
    struct layout *l = p->l;
    for (size_t i = 0; i < LAYOUT_TITLES; i++)
        if (str_is(entry->key, layout_titles[i]))
            return layout_variants(p, entry, &l->titles[place][i], e);
    struct err unknown = {0};
    int field = layout_field_of(l, entry->key, &unknown);
    if (field < 0 || layout_is_value(l, field))
        return layout_fault(entry, e, "unknown key");
    size_t title = LAYOUT_TITLES + (size_t)field;
    return (layout_titled(l, title) || claim(l, entry, field, e)) &&
           layout_variants(p, entry, &l->titles[place][title], e);
}

bool layout_read_title(struct parser *p, const struct entry *entry, struct err *e)
{
    return read_title_of(p, entry, TITLE_ABOVE, e);
}

bool layout_read_sheet_name(struct parser *p, const struct entry *entry, struct err *e)
{
    return read_title_of(p, entry, TITLE_SHEET_NAME, e);
}

bool layout_read_file_name(struct parser *p, const struct entry *entry, struct err *e)
{
    return read_title_of(p, entry, TITLE_FILE_NAME, e);
}

bool layout_read_column(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    int field = layout_field_of(l, entry->key, e);
    if (field < 0 || !claim(l, entry, field, e))
        return false;
    l->column[l->columns].field = field;
    return layout_variants(p, entry, &l->column[l->columns++].names, e);
}

bool layout_read_constant(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    int field = layout_field_of(l, entry->key, e);
    if (field < 0 || !claim(l, entry, field, e))
        return false;
    l->constant[l->constants++] = (struct constant){field, entry->value};
    return true;
}

/* A blank-separated list of fields that stand in [columns]. */
static bool read_fields(struct parser *p, const struct entry *entry, int *field, size_t *n, struct err *e)
{
    struct str rest = entry->value;
    if (!str_is(entry->key, "columns"))
        return layout_fault(entry, e, "unknown key");
    while (rest.len > 0) {
        struct str name = str_trim(str_cut(&rest, ' '));
        int f = name.len > 0 ? layout_field_of(p->l, name, e) : 0;
        if (name.len == 0)
            continue;
        if (f < 0)
            return false;
        bool stands = false;
        for (size_t i = 0; i < p->l->columns; i++)
            stands |= p->l->column[i].field == f;
        if (!stands)
            return err_set(e, ST_CONFIG, "field '%.*s' of [%.*s] does not stand in [columns]", STR_ARG(name),
                           STR_ARG(entry->section));
        if (*n == LAYOUT_MAX_FIELDS)
            return layout_fault(entry, e, "too many fields");
        field[(*n)++] = f;
    }
    return true;
}

bool layout_read_required(struct parser *p, const struct entry *entry, struct err *e)
{
    int field[LAYOUT_MAX_FIELDS];
    size_t n = 0;
    if (!read_fields(p, entry, field, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        p->l->required[field[i]] = true;
    return p->required_given = true;
}

bool layout_read_fill(struct parser *p, const struct entry *entry, struct err *e)
{
    return read_fields(p, entry, p->l->fill, &p->l->fills, e);
}

/* [words FIELD] meaning = text | text … */
bool layout_read_words(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    int field = layout_field_of(l, layout_section_name(entry), e);
    if (field < 0)
        return false;
    if (l->kind == KIND_COVERAGE && layout_is_value(l, field))
        return layout_fault(entry, e, "figures are not translated");
    struct word *w = &l->word[l->words++];
    *w = (struct word){.field = field, .to = entry->key};
    return layout_variants(p, entry, &w->from, e);
}

static bool one_of(struct str text, const char *const *names)
{
    while (*names && !str_is(text, *names))
        names++;
    return *names != NULL;
}

/* [states FIELD] missing = text | text …, of figures alone; a child weighs something or was not weighed. */
bool layout_read_states(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const counted[] = {"numerator", "denominator", "reported", NULL};
    static const char *const measured[] = {"weight", "height", "muac", "waz", "haz", "whz", NULL};
    static const char *const states[] = {"missing", "zero", "na", NULL};
    struct layout *l = p->l;
    struct str field = layout_section_name(entry), rest = entry->value;
    if (layout_field_of(l, field, e) < 0)
        return false;
    bool counts = one_of(field, counted);
    if (!counts && !one_of(field, measured))
        return layout_fault(entry, e, "states are of figures");
    if (!one_of(entry->key, states) || (!counts && !str_is(entry->key, "missing")))
        return layout_fault(entry, e, "unknown key");
    l->states = arena_printf(p->a, "%.*s%s%.*s:%.*s", STR_ARG(l->states), l->states.len ? ";" : "",
                             STR_ARG(field), STR_ARG(entry->key));
    for (char mark = '='; rest.len > 0; mark = '|') {
        struct str text = str_trim(str_cut(&rest, '|'));
        if (text.len == 0 || memchr(text.ptr, ';', text.len))
            return layout_fault(entry, e, "an empty text, or one with a semicolon");
        l->states = arena_printf(p->a, "%.*s%c%.*s", STR_ARG(l->states), mark, STR_ARG(text));
    }
    return true;
}

/* [only NAME] and [skip NAME] */
bool layout_read_filter(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    struct str name = layout_section_name(entry);
    struct filter *f = NULL;
    bool skip = str_starts(entry->section, "skip");
    for (size_t i = 0; i < l->filters; i++)
        if (l->filter[i].skip == skip && str_eq(l->filter[i].name, name))
            f = &l->filter[i];
    if (!f) {
        f = &l->filter[l->filters++];
        *f = (struct filter){.name = name, .skip = skip};
    }
    if (str_is(entry->key, "heading"))
        return layout_variants(p, entry, &f->heading, e);
    return str_is(entry->key, "words") ? layout_variants(p, entry, &f->words, e)
                                       : layout_fault(entry, e, "unknown key");
}

/* --- groups --- */

static struct group *group_of(struct parser *p, const struct entry *entry)
{
    struct layout *l = p->l;
    struct str id = layout_section_name(entry);
    for (size_t i = 0; i < l->groups; i++)
        if (str_eq(l->group[i].id, id))
            return &l->group[i];
    struct group *g = &l->group[l->groups++];
    g->id = id;
    return g;
}

bool layout_read_group(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    struct group *g = group_of(p, entry);
    if (str_is(entry->key, "sheet"))
        return layout_variants(p, entry, &g->sheet, e);
    int field = layout_field_of(l, entry->key, e);
    if (field < 0)
        return false;
    bool twice = layout_titled(l, LAYOUT_TITLES + (size_t)field);
    for (size_t i = 0; i < l->columns; i++)
        twice |= l->column[i].field == field;
    for (size_t i = 0; i < l->constants; i++)
        twice |= l->constant[i].field == field;
    for (size_t i = 0; i < g->headings; i++)
        twice |= g->heading[i].field == field;
    for (size_t i = 0; i < g->constants; i++)
        twice |= g->constant[i].field == field;
    if (twice)
        return layout_fault(entry, e, "a field filled twice");
    l->used[field] = true;
    if (layout_is_value(l, field)) {
        struct heading *h = &g->heading[g->headings++];
        h->field = field;
        return layout_variants(p, entry, &h->names, e);
    }
    g->constant[g->constants++] = (struct constant){field, entry->value};
    return true;
}

static bool all_wild(const struct group *g)
{
    for (size_t i = 0; i < g->headings; i++)
        for (size_t k = 0; k < g->heading[i].names.n; k++)
            if (!memchr(g->heading[i].names.pattern[k].ptr, '*', g->heading[i].names.pattern[k].len))
                return false;
    return true;
}

/* A group repeats when a constant asks for what * stands for, or when its headings stand below any other. */
bool layout_check_groups(struct layout *l, struct err *e)
{
    for (size_t i = 0; i < l->groups; i++) {
        struct group *g = &l->group[i];
        size_t below_any = 0, names = 0;
        for (size_t k = 0; k < g->headings; k++)
            for (size_t v = 0; v < g->heading[k].names.n; v++, names++)
                below_any += str_starts(g->heading[k].names.pattern[v], "* > ");
        g->repeats = below_any > 0;
        for (size_t k = 0; k < g->constants; k++)
            g->repeats |= g->constant[k].value.len > 0 &&
                          memchr(g->constant[k].value.ptr, '@', g->constant[k].value.len);
        const char *what = g->headings == 0 ? "a group that reads no value column of its kind"
                           : below_any > 0 && below_any < names
                               ? "either all headings of a group begin with '* >' or none"
                           : g->repeats && !all_wild(g) ? "a group with @ needs a * in each of its headings"
                                                        : NULL;
        if (what)
            return err_set(e, ST_CONFIG, "%s: [group %.*s]", what, STR_ARG(g->id));
    }
    return true;
}
