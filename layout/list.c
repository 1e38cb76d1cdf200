#include "list.h"

#include "layouts.h"
#include "lines.h"
#include "prog.h"

/* --- one line for a layout --- */

static const struct str short_head[LINES_FIELDS] = {STR("id"),     STR("version"), STR("kind"), STR("agency"),
                                                    STR("groups"), STR("fields"),  STR("title")};
enum { SHORT = 7 };

static void add_layout(struct lines *t, const struct layout *l)
{
    size_t fields = 0;
    for (int f = 0; kind_found[l->kind][f]; f++)
        fields += l->used[f];
    const struct str text[LINES_FIELDS] = {l->id,
                                           l->version,
                                           str_c(kind_names[l->kind]),
                                           l->agency,
                                           arena_printf(t->a, "%zu", l->groups),
                                           arena_printf(t->a, "%zu", fields),
                                           l->title};
    lines_add(t, text);
}

/* --- a line for each field of a layout --- */

static const struct str full_head[LINES_FIELDS] = {STR("id"),    STR("group"), STR("sheet"),   STR("field"),
                                                   STR("where"), STR("text"),  STR("required")};
enum { FULL = 7 };

static struct str joined(const struct variants *v, struct arena *a)
{
    struct str text = v->n > 0 ? v->typed[0] : STR("");
    for (size_t i = 1; i < v->n; i++)
        text = arena_printf(a, "%.*s | %.*s", STR_ARG(text), STR_ARG(v->typed[i]));
    return text;
}

static void add_field(struct lines *t, const struct layout *l, const struct group *g, int field,
                      const char *where, struct str stands, bool required)
{
    const struct str text[LINES_FIELDS] = {l->id,
                                           g ? g->id : STR(""),
                                           g ? joined(&g->sheet, t->a) : STR(""),
                                           layout_field(l, field),
                                           str_c(where),
                                           stands,
                                           required ? STR("yes") : STR("")};
    lines_add(t, text);
}

static void add_titles(struct lines *t, const struct layout *l)
{
    static const char *const places[TITLE_PLACES] = {
        [TITLE_ABOVE] = "title", [TITLE_SHEET_NAME] = "sheet name", [TITLE_FILE_NAME] = "file name"};
    for (size_t i = 0; i < LAYOUT_MAX_TITLES; i++)
        for (int place = 0; place < TITLE_PLACES; place++) {
            const struct variants *v = &l->titles[place][i];
            struct str field = i < LAYOUT_TITLES ? str_c(layout_titles[i])
                                                 : layout_field(l, v->n > 0 ? (int)(i - LAYOUT_TITLES) : 0);
            const struct str text[LINES_FIELDS] = {
                l->id, STR(""), STR(""), field, str_c(places[place]), joined(v, t->a)};
            if (v->n > 0)
                lines_add(t, text);
        }
}

static void add_fields(struct lines *t, const struct layout *l)
{
    add_titles(t, l);
    for (size_t i = 0; i < l->columns; i++)
        add_field(t, l, NULL, l->column[i].field, "column", joined(&l->column[i].names, t->a),
                  l->required[l->column[i].field]);
    for (size_t i = 0; i < l->constants; i++)
        add_field(t, l, NULL, l->constant[i].field, "constant", l->constant[i].value, false);
    for (size_t i = 0; i < l->groups; i++) {
        const struct group *g = &l->group[i];
        for (size_t k = 0; k < g->constants; k++)
            add_field(t, l, g, g->constant[k].field, "constant", g->constant[k].value, false);
        for (size_t k = 0; k < g->headings; k++)
            add_field(t, l, g, g->heading[k].field, "column", joined(&g->heading[k].names, t->a), true);
    }
}

/* --- --- */

bool list_layouts(const struct list *list, char **file, int n, struct err *e)
{
    struct arena a = {0};
    struct lines t = {.a = &a, .fields = list->full ? FULL : SHORT};
    size_t paths = (size_t)n, faulty = 0;
    const char **path = n > 0 ? (const char **)file : layouts_folder(list->etc, &a, &paths, e);
    lines_add(&t, list->full ? full_head : short_head);
    for (size_t i = 0; path && i < paths; i++) {
        struct layout *l = arena_alloc(&a, sizeof *l);
        struct err fault = {0};
        if (!layout_read(path[i], &a, l, &fault)) {
            prog_print(stderr, &fault);
            faulty++;
        } else if (list->full) {
            add_fields(&t, l);
        } else {
            add_layout(&t, l);
        }
    }
    if (path && list->table)
        lines_aligned(&t, "", list->out);
    else if (path)
        lines_csv(&t, list->out);
    arena_done(&a);
    return path && (faulty == 0 || err_set(e, ST_CONFIG, "%zu of %zu layouts cannot be read", faulty, paths));
}
