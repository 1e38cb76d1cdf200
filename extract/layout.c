#include "layout.h"

#include "inifile.h"

#include <string.h>

enum { MAX_ENTRIES = 5000 };

const char *const layout_titles[LAYOUT_TITLES] = {"period", "province", "regency", "assessor", "role"};

/* One key with its continuation lines. */
struct entry {
    struct str section, key, value;
    int line;
};

struct parser {
    struct arena *a;
    struct layout *l;
    struct entry *entry;
    size_t entries;
    bool required_given;
};

struct str layout_field(const struct layout *l, int field)
{
    return str_c(kind_found[l->kind][field]);
}

bool layout_is_value(const struct layout *l, int field)
{
    for (const char *const *v = kind_values[l->kind]; *v; v++)
        if (str_is(layout_field(l, field), *v))
            return true;
    return false;
}

/* --- parts of values --- */

static bool fault(const struct entry *entry, struct err *e, const char *what)
{
    return err_set(e, ST_CONFIG, "%s: [%.*s] %.*s", what, STR_ARG(entry->section), STR_ARG(entry->key));
}

static bool read_variants(struct parser *p, const struct entry *entry, struct variants *v, struct err *e)
{
    size_t most = 1;
    for (size_t i = 0; i < entry->value.len; i++)
        most += entry->value.ptr[i] == '|';
    if (v->n > 0)
        return fault(entry, e, "given twice");
    *v = (struct variants){arena_alloc(p->a, most * sizeof(struct str)),
                           arena_alloc(p->a, most * sizeof(struct str)), 0};
    struct str rest = entry->value;
    for (size_t i = 0; i < most; i++) {
        struct str typed = str_trim(str_cut(&rest, '|'));
        if (typed.len == 0)
            return fault(entry, e, "an empty variant");
        v->typed[v->n] = typed;
        v->pattern[v->n++] = str_fold(p->a, typed);
    }
    return true;
}

/* Index of a field of the layout's kind; -1 with e filled when there is none. */
static int field_of(const struct layout *l, struct str name, struct err *e)
{
    for (int i = 0; kind_found[l->kind][i]; i++)
        if (str_is(name, kind_found[l->kind][i]))
            return i;
    err_set(e, ST_CONFIG, "unknown field '%.*s' for kind %s", STR_ARG(name), kind_names[l->kind]);
    return -1;
}

static bool number_of(const struct entry *entry, long most, long *value, struct err *e)
{
    if (str_to_long(entry->value, value) && *value >= 1 && *value <= most)
        return true;
    return err_set(e, ST_CONFIG, "'%.*s' must be a whole number from 1 to %ld", STR_ARG(entry->key), most);
}

/* Which of two or three words it is, from 0. */
static bool choice_of(const struct entry *entry, const char *const word[3], int *choice, struct err *e)
{
    for (*choice = 0; *choice < 3 && word[*choice]; ++*choice)
        if (str_is(entry->value, word[*choice]))
            return true;
    return err_set(e, ST_CONFIG, "'%.*s' must be %s%s%s%s%s", STR_ARG(entry->key), word[0],
                   word[2] ? ", " : " or ", word[1], word[2] ? " or " : "", word[2] ? word[2] : "");
}

/* A field that something else fills already is a contradiction. */
static bool claim(struct layout *l, const struct entry *entry, int field, struct err *e)
{
    if (l->used[field])
        return fault(entry, e, "a field filled twice");
    l->used[field] = true;
    return true;
}

/* --- sections --- */

static bool read_layout(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    struct str *texts[] = {&l->id, &l->version, &l->agency, &l->system, &l->title};
    static const char *const keys[] = {"id", "version", "agency", "system", "title"};
    long version;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(entry->key, keys[i])) {
            *texts[i] = entry->value;
            return i != 1 || number_of(entry, 1000000, &version, e);
        }
    if (!str_is(entry->key, "kind"))
        return fault(entry, e, "unknown key");
    l->kind = kind_of(entry->value);
    return l->kind != KIND_COUNT || err_set(e, ST_CONFIG, "unknown kind '%.*s'", STR_ARG(entry->value));
}

static bool read_header(struct parser *p, const struct entry *entry, struct err *e)
{
    if (str_is(entry->key, "search"))
        return number_of(entry, LAYOUT_MAX_SEARCH, &p->l->search, e);
    if (str_is(entry->key, "rows"))
        return number_of(entry, LAYOUT_MAX_ROWS, &p->l->rows, e);
    return fault(entry, e, "unknown key");
}

static bool read_sheets(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const tables[3] = {"one", "all"};
    int choice;
    if (str_is(entry->key, "tables")) {
        bool ok = choice_of(entry, tables, &choice, e);
        p->l->all_tables = choice == 1;
        return ok;
    }
    if (!str_is(entry->key, "take"))
        return fault(entry, e, "unknown key");
    p->l->first = str_is(entry->value, "first");
    return p->l->first || read_variants(p, entry, &p->l->take, e);
}

static bool read_hidden(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const policies[3] = {
        [HIDDEN_READ] = "read", [HIDDEN_SKIP] = "skip", [HIDDEN_REFUSE] = "refuse"};
    enum hidden *policy = str_is(entry->key, "sheets")    ? &p->l->hidden_sheets
                          : str_is(entry->key, "rows")    ? &p->l->hidden_rows
                          : str_is(entry->key, "columns") ? &p->l->hidden_columns
                                                          : NULL;
    int choice;
    if (!policy)
        return fault(entry, e, "unknown key");
    if (!choice_of(entry, policies, &choice, e))
        return false;
    *policy = (enum hidden)choice;
    return true;
}

/* Of the source, or of a field that no column fills. */
static bool read_title(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    for (size_t i = 0; i < LAYOUT_TITLES; i++)
        if (str_is(entry->key, layout_titles[i]))
            return read_variants(p, entry, &l->titles[i], e);
    struct err unknown = {0};
    int field = field_of(l, entry->key, &unknown);
    if (field < 0 || layout_is_value(l, field))
        return fault(entry, e, "unknown key");
    return claim(l, entry, field, e) && read_variants(p, entry, &l->titles[LAYOUT_TITLES + field], e);
}

static bool read_column(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    int field = field_of(l, entry->key, e);
    if (field < 0 || !claim(l, entry, field, e))
        return false;
    l->column[l->columns].field = field;
    return read_variants(p, entry, &l->column[l->columns++].names, e);
}

static bool read_constant(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    int field = field_of(l, entry->key, e);
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
        return fault(entry, e, "unknown key");
    while (rest.len > 0) {
        struct str name = str_trim(str_cut(&rest, ' '));
        int f = name.len > 0 ? field_of(p->l, name, e) : 0;
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
            return fault(entry, e, "too many fields");
        field[(*n)++] = f;
    }
    return true;
}

static bool read_required(struct parser *p, const struct entry *entry, struct err *e)
{
    int field[LAYOUT_MAX_FIELDS];
    size_t n = 0;
    if (!read_fields(p, entry, field, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        p->l->required[field[i]] = true;
    return p->required_given = true;
}

static bool read_fill(struct parser *p, const struct entry *entry, struct err *e)
{
    return read_fields(p, entry, p->l->fill, &p->l->fills, e);
}

static bool read_totals(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const places[3] = {"below", "above"};
    int choice;
    if (str_is(entry->key, "words"))
        return read_variants(p, entry, &p->l->totals, e);
    if (!str_is(entry->key, "stand"))
        return fault(entry, e, "unknown key");
    bool ok = choice_of(entry, places, &choice, e);
    p->l->totals_above = choice == 1;
    return ok;
}

static bool read_stop(struct parser *p, const struct entry *entry, struct err *e)
{
    return str_is(entry->key, "words") ? read_variants(p, entry, &p->l->stops, e)
                                       : fault(entry, e, "unknown key");
}

static bool read_numbers(struct parser *p, const struct entry *entry, struct err *e)
{
    if (!str_is(entry->key, "decimal"))
        return fault(entry, e, "unknown key");
    p->l->decimal = entry->value;
    return str_is(entry->value, ",") || str_is(entry->value, ".") ||
           err_set(e, ST_CONFIG, "the decimal mark must be , or .");
}

/* --- groups --- */

static struct group *group_of(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    struct str id = entry->section;
    str_cut(&id, ' ');
    id = str_trim(id);
    for (size_t i = 0; i < l->groups; i++)
        if (str_eq(l->group[i].id, id))
            return &l->group[i];
    if (id.len == 0) {
        fault(entry, e, "a group without a name");
        return NULL;
    }
    struct group *g = &l->group[l->groups++];
    g->id = id;
    return g;
}

static bool read_group_heading(struct parser *p, const struct entry *entry, struct group *g, int field,
                               struct err *e)
{
    struct heading *h = &g->heading[g->headings++];
    h->field = field;
    if (!read_variants(p, entry, &h->names, e))
        return false;
    for (size_t i = 0; i < h->names.n; i++) {
        bool repeats = str_starts(h->names.pattern[i], "* > ");
        if (i + g->headings == 1)
            g->repeats = repeats;
        if (repeats != g->repeats)
            return fault(entry, e, "either all headings of a group begin with '* >' or none");
    }
    return true;
}

static bool read_group(struct parser *p, const struct entry *entry, struct err *e)
{
    struct layout *l = p->l;
    struct group *g = group_of(p, entry, e);
    if (!g)
        return false;
    if (str_is(entry->key, "sheet"))
        return read_variants(p, entry, &g->sheet, e);
    int field = field_of(l, entry->key, e);
    if (field < 0)
        return false;
    bool twice = l->titles[LAYOUT_TITLES + field].n > 0;
    for (size_t i = 0; i < l->columns; i++)
        twice |= l->column[i].field == field;
    for (size_t i = 0; i < l->constants; i++)
        twice |= l->constant[i].field == field;
    for (size_t i = 0; i < g->headings; i++)
        twice |= g->heading[i].field == field;
    for (size_t i = 0; i < g->constants; i++)
        twice |= g->constant[i].field == field;
    if (twice)
        return fault(entry, e, "a field filled twice");
    l->used[field] = true;
    if (layout_is_value(l, field))
        return read_group_heading(p, entry, g, field, e);
    g->constant[g->constants++] = (struct constant){field, entry->value};
    return true;
}

/* --- the file --- */

typedef bool section_fn(struct parser *p, const struct entry *entry, struct err *e);

static const struct {
    const char *name;
    section_fn *read;
} sections[] = {
    /* in this order, whatever the file's: later ones refer to earlier ones */
    {"layout", read_layout},  {"sheets", read_sheets},      {"hidden", read_hidden},
    {"header", read_header},  {"titles", read_title},       {"numbers", read_numbers},
    {"columns", read_column}, {"constants", read_constant}, {"required", read_required},
    {"fill", read_fill},      {"totals", read_totals},      {"stop", read_stop},
    {"group", read_group},
};

/* Collects keys; an indented line comes as the same key again and goes on with its value. */
static bool collect(void *context, struct str section, struct str key, struct str value, int line,
                    struct err *e)
{
    struct parser *p = context;
    struct entry *last = p->entries > 0 ? &p->entry[p->entries - 1] : NULL;
    if (last && str_eq(last->section, section) && str_eq(last->key, key)) {
        last->value = arena_printf(p->a, "%.*s %.*s", STR_ARG(last->value), STR_ARG(value));
        return true;
    }
    for (size_t i = 0; i < p->entries; i++)
        if (str_eq(p->entry[i].section, section) && str_eq(p->entry[i].key, key))
            return err_set(e, ST_CONFIG, "given twice: [%.*s] %.*s", STR_ARG(section), STR_ARG(key));
    if (p->entries == MAX_ENTRIES)
        return err_set(e, ST_CONFIG, "too many keys");
    p->entry[p->entries++] =
        (struct entry){arena_dup(p->a, section), arena_dup(p->a, key), arena_dup(p->a, value), line};
    struct str name = section;
    name = str_cut(&name, ' ');
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        if (str_is(name, sections[i].name) && (name.len == section.len || str_is(name, "group")))
            return true;
    return err_set(e, ST_CONFIG, "unknown section [%.*s]", STR_ARG(section));
}

/* Room for the groups: at most one begins where a section begins. */
static void make_groups(struct parser *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->entries; i++)
        n += str_starts(p->entry[i].section, "group") &&
             (i == 0 || !str_eq(p->entry[i].section, p->entry[i - 1].section));
    p->l->group = arena_alloc(p->a, n * sizeof *p->l->group);
}

static bool read_sections(struct parser *p, struct err *e)
{
    make_groups(p);
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++) {
        for (size_t i = 0; i < p->entries; i++) {
            struct str name = p->entry[i].section;
            name = str_cut(&name, ' ');
            if (str_is(name, sections[s].name) && !sections[s].read(p, &p->entry[i], e))
                return err_place(e, "%s, line %d", p->l->path, p->entry[i].line);
        }
        if (s == 0 && p->l->kind == KIND_COUNT)
            return err_set(e, ST_CONFIG, "no kind in [layout]"), err_place(e, "%s", p->l->path);
    }
    return true;
}

/* What is missing or makes no sense as a whole. */
static bool check(struct parser *p, struct err *e)
{
    struct layout *l = p->l;
    const char *what = NULL;
    if (l->id.len == 0 || l->version.len == 0 || l->agency.len == 0)
        what = "[layout] needs id, version, kind and agency";
    else if (l->columns == 0)
        what = "no [columns]";
    for (size_t i = 0; i < l->groups && !what; i++)
        if (l->group[i].headings == 0)
            what = "a group that reads no value column of its kind";
    for (size_t i = 0; i < l->columns && !p->required_given; i++)
        l->required[l->column[i].field] = true;
    return !what || (err_set(e, ST_CONFIG, "%s", what), err_place(e, "%s", l->path));
}

bool layout_read(const char *path, struct arena *a, struct layout *l, struct err *e)
{
    *l = (struct layout){.path = path,
                         .kind = KIND_COUNT,
                         .system = STR("administrasi"),
                         .hidden_sheets = HIDDEN_SKIP,
                         .search = 20,
                         .rows = 1,
                         .decimal = STR(",")};
    struct parser p = {.a = a, .l = l, .entry = arena_alloc(a, MAX_ENTRIES * sizeof *p.entry)};
    if (!ini_read(path, collect, &p, e) || !read_sections(&p, e) || !check(&p, e))
        return false;
    l->first = l->take.n == 0;
    return true;
}
