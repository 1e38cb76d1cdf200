#include "layoutpart.h"

#include "inifile.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ENTRIES = 5000 };

const char *const layout_titles[LAYOUT_TITLES] = {"period", "province", "regency", "assessor", "role"};

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

bool layout_titled(const struct layout *l, size_t title)
{
    return l->titles[TITLE_ABOVE][title].n + l->titles[TITLE_SHEET_NAME][title].n +
               l->titles[TITLE_FILE_NAME][title].n >
           0;
}

/* --- parts of values --- */

struct str layout_section_name(const struct entry *entry)
{
    struct str name = entry->section;
    str_cut(&name, ' ');
    return str_trim(name);
}

bool layout_fault(const struct entry *entry, struct err *e, const char *what)
{
    return err_set(e, ST_CONFIG, "%s: [%.*s] %.*s", what, STR_ARG(entry->section), STR_ARG(entry->key));
}

bool layout_variants(struct parser *p, const struct entry *entry, struct variants *v, struct err *e)
{
    size_t most = 1;
    for (size_t i = 0; i < entry->value.len; i++)
        most += entry->value.ptr[i] == '|';
    if (v->n > 0)
        return layout_fault(entry, e, "given twice");
    *v = (struct variants){arena_alloc(p->a, most * sizeof(struct str)),
                           arena_alloc(p->a, most * sizeof(struct str)), 0};
    struct str rest = entry->value;
    for (size_t i = 0; i < most; i++) {
        struct str typed = str_trim(str_cut(&rest, '|'));
        if (typed.len == 0)
            return layout_fault(entry, e, "an empty variant");
        v->typed[v->n] = typed;
        v->pattern[v->n++] = str_fold(p->a, typed);
    }
    return true;
}

int layout_field_of(const struct layout *l, struct str name, struct err *e)
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

bool layout_choice(const struct entry *entry, const char *const word[3], int *choice, struct err *e)
{
    for (*choice = 0; *choice < 3 && word[*choice]; ++*choice)
        if (str_is(entry->value, word[*choice]))
            return true;
    return err_set(e, ST_CONFIG, "'%.*s' must be %s%s%s%s%s", STR_ARG(entry->key), word[0],
                   word[2] ? ", " : " or ", word[1], word[2] ? " or " : "", word[2] ? word[2] : "");
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
        return layout_fault(entry, e, "unknown key");
    l->kind = kind_of(entry->value);
    return l->kind != KIND_COUNT || err_set(e, ST_CONFIG, "unknown kind '%.*s'", STR_ARG(entry->value));
}

static bool read_header(struct parser *p, const struct entry *entry, struct err *e)
{
    if (str_is(entry->key, "search"))
        return number_of(entry, LAYOUT_MAX_SEARCH, &p->l->search, e);
    if (str_is(entry->key, "rows"))
        return number_of(entry, LAYOUT_MAX_ROWS, &p->l->rows, e);
    if (str_is(entry->key, "merged")) {
        static const char *const answers[3] = {"no", "yes"};
        int choice;
        bool ok = layout_choice(entry, answers, &choice, e);
        p->l->merged = choice == 1;
        return ok;
    }
    return layout_fault(entry, e, "unknown key");
}

static bool read_sheets(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const counts[3] = {"one", "all"}, *const answers[3] = {"no", "yes"};
    int choice;
    bool tables = str_is(entry->key, "tables");
    if (tables || str_is(entry->key, "count")) {
        bool ok = layout_choice(entry, counts, &choice, e);
        *(tables ? &p->l->all_tables : &p->l->one_sheet) = choice == tables;
        return ok;
    }
    if (str_is(entry->key, "share")) {
        bool ok = layout_choice(entry, answers, &choice, e);
        p->l->shares = choice == 1;
        return ok;
    }
    if (!str_is(entry->key, "take"))
        return layout_fault(entry, e, "unknown key");
    p->l->first = str_is(entry->value, "first");
    return p->l->first || layout_variants(p, entry, &p->l->take, e);
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
        return layout_fault(entry, e, "unknown key");
    if (!layout_choice(entry, policies, &choice, e))
        return false;
    *policy = (enum hidden)choice;
    return true;
}

static bool read_totals(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const places[3] = {"below", "above"};
    int choice;
    if (str_is(entry->key, "words"))
        return layout_variants(p, entry, &p->l->totals, e);
    if (!str_is(entry->key, "stand"))
        return layout_fault(entry, e, "unknown key");
    bool ok = layout_choice(entry, places, &choice, e);
    p->l->totals_above = choice == 1;
    return ok;
}

static bool read_known(struct parser *p, const struct entry *entry, struct err *e)
{
    return str_is(entry->key, "headings") ? layout_variants(p, entry, &p->l->known, e)
                                          : layout_fault(entry, e, "unknown key");
}

static bool read_absent(struct parser *p, const struct entry *entry, struct err *e)
{
    return str_is(entry->key, "headings") ? layout_variants(p, entry, &p->l->absent, e)
                                          : layout_fault(entry, e, "unknown key");
}

static bool read_drift(struct parser *p, const struct entry *entry, struct err *e)
{
    static const char *const policies[3] = {
        [DRIFT_ACCEPT] = "accept", [DRIFT_WARN] = "warn", [DRIFT_REFUSE] = "refuse"};
    int choice;
    bool fresh = str_is(entry->key, "new");
    if (!fresh && !str_is(entry->key, "gone"))
        return layout_fault(entry, e, "unknown key");
    if (!layout_choice(entry, policies, &choice, e))
        return false;
    *(fresh ? &p->l->drift_new : &p->l->drift_gone) = (enum drift)choice;
    p->drift_given |= fresh;
    return true;
}

static bool read_stop(struct parser *p, const struct entry *entry, struct err *e)
{
    return str_is(entry->key, "words") ? layout_variants(p, entry, &p->l->stops, e)
                                       : layout_fault(entry, e, "unknown key");
}

static bool read_numbers(struct parser *p, const struct entry *entry, struct err *e)
{
    if (!str_is(entry->key, "decimal"))
        return layout_fault(entry, e, "unknown key");
    p->l->decimal = entry->value;
    return str_is(entry->value, ",") || str_is(entry->value, ".") ||
           err_set(e, ST_CONFIG, "the decimal mark must be , or .");
}

/* --- the file --- */

static const struct {
    const char *name;
    section_fn *read;
    bool named; /* [name NAME] */
} sections[] = {
    /* in this order, whatever the file's: later ones refer to earlier ones */
    {"layout", read_layout, false},
    {"sheets", read_sheets, false},
    {"hidden", read_hidden, false},
    {"header", read_header, false},
    {"titles", layout_read_title, false},
    {"sheet name", layout_read_sheet_name, false},
    {"file name", layout_read_file_name, false},
    {"numbers", read_numbers, false},
    {"columns", layout_read_column, false},
    {"constants", layout_read_constant, false},
    {"required", layout_read_required, false},
    {"fill", layout_read_fill, false},
    {"words", layout_read_words, true},
    {"states", layout_read_states, true},
    {"only", layout_read_filter, true},
    {"skip", layout_read_filter, true},
    {"totals", read_totals, false},
    {"stop", read_stop, false},
    {"known", read_known, false},
    {"absent", read_absent, false},
    {"drift", read_drift, false},
    {"group", layout_read_group, true},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

/* Index in sections; SECTIONS for none, *unnamed when only the name lacks. */
static size_t section_of(struct str text, bool *unnamed)
{
    struct str rest = text, word = str_cut(&rest, ' ');
    *unnamed = false;
    for (size_t i = 0; i < SECTIONS; i++) {
        if (!str_is(sections[i].named ? word : text, sections[i].name))
            continue;
        *unnamed = sections[i].named && str_trim(rest).len == 0;
        return i;
    }
    return SECTIONS;
}

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
    if (p->entries == p->room) {
        p->room = p->room ? p->room * 2 : 64;
        p->entry = mem_grow(p->entry, p->room * sizeof *p->entry);
    }
    p->entry[p->entries++] =
        (struct entry){arena_dup(p->a, section), arena_dup(p->a, key), arena_dup(p->a, value), line};
    bool unnamed;
    if (section_of(section, &unnamed) == SECTIONS)
        return err_set(e, ST_CONFIG, "unknown section [%.*s]", STR_ARG(section));
    return !unnamed || err_set(e, ST_CONFIG, "[%.*s] without a name", STR_ARG(section));
}

/* How often a section of that kind begins. */
static size_t begins(const struct parser *p, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < p->entries; i++)
        n += str_starts(p->entry[i].section, name) &&
             (i == 0 || !str_eq(p->entry[i].section, p->entry[i - 1].section));
    return n;
}

static void make_room(struct parser *p)
{
    p->l->group = arena_alloc(p->a, begins(p, "group ") * sizeof *p->l->group);
    p->l->filter = arena_alloc(p->a, (begins(p, "only ") + begins(p, "skip ")) * sizeof *p->l->filter);
    p->l->word = arena_alloc(p->a, p->entries * sizeof *p->l->word);
}

static bool read_sections(struct parser *p, struct err *e)
{
    bool unnamed;
    make_room(p);
    for (size_t s = 0; s < SECTIONS; s++) {
        for (size_t i = 0; i < p->entries; i++)
            if (section_of(p->entry[i].section, &unnamed) == s && !sections[s].read(p, &p->entry[i], e))
                return err_place(e, "%s, line %d", p->l->path, p->entry[i].line);
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
    else if (l->columns == 0 && l->groups == 0)
        what = "neither [columns] nor [group]";
    for (size_t i = 0; i < l->filters && !what; i++)
        if (l->filter[i].heading.n == 0 || l->filter[i].words.n == 0)
            what = "[only] and [skip] need a heading and words";
    if (l->known.n > 0 && !p->drift_given)
        l->drift_new = DRIFT_WARN;
    for (size_t i = 0; i < l->columns && !p->required_given; i++)
        l->required[l->column[i].field] = true;
    if (what)
        err_set(e, ST_CONFIG, "%s", what);
    return (!what && layout_check_groups(l, e)) || err_place(e, "%s", l->path);
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
    struct parser p = {.a = a, .l = l};
    bool ok = ini_read(path, collect, &p, e) && read_sections(&p, e) && check(&p, e);
    free(p.entry);
    l->first = l->take.n == 0;
    return ok;
}
