#include "meaning.h"

#include "csv.h"
#include "inifile.h"

#include <dirent.h>
#include <stdlib.h>

enum { MAX_ROWS = 2000, MAX_COLUMNS = 8 };

/* Reads the named columns of a CSV file into rows of so many texts each. */
static struct str *read_columns(const char *path, const char *const *name, size_t columns, size_t *rows,
                                struct arena *a, struct err *e)
{
    struct table t;
    int column[MAX_COLUMNS];
    struct str *text = arena_alloc(a, MAX_ROWS * columns * sizeof *text);
    if (!table_open(&t, path, e))
        return NULL;
    for (size_t i = 0; i < columns; i++)
        column[i] = table_column(&t, name[i], e);
    for (*rows = 0; e->status == 0 && table_next(&t, e) == 1; ++*rows) {
        if (*rows == MAX_ROWS) {
            err_set(e, ST_CONFIG, "more than %d rows in '%s'", MAX_ROWS, path);
            break;
        }
        for (size_t i = 0; i < columns; i++)
            text[*rows * columns + i] = arena_dup(a, table_field(&t, column[i]));
    }
    table_close(&t);
    return e->status == 0 ? text : NULL;
}

static bool read_indicators(struct catalogue *c, const char *path, struct arena *a, struct err *e)
{
    static const char *const names[] = {"code",
                                        "name",
                                        "type",
                                        "unit",
                                        "numerator_definition",
                                        "denominator_definition",
                                        "numerator_owner",
                                        "denominator_owner"};
    struct str *t = read_columns(path, names, MAX_COLUMNS, &c->indicators, a, e);
    if (!t)
        return false;
    c->indicator = arena_alloc(a, c->indicators * sizeof *c->indicator);
    for (size_t i = 0; i < c->indicators; i++, t += MAX_COLUMNS)
        c->indicator[i] = (struct indicator){t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]};
    return true;
}

bool catalogue_read(struct catalogue *c, const char *etc, struct arena *a, struct err *e)
{
    static const char *const names[] = {"code", "name", "period"};
    *c = (struct catalogue){0};
    if (!read_indicators(c, arena_printf(a, "%s/catalogue/indicators.csv", etc).ptr, a, e))
        return false;
    struct str *services =
        read_columns(arena_printf(a, "%s/catalogue/services.csv", etc).ptr, names, 3, &c->services, a, e);
    struct str *agencies = services ? read_columns(arena_printf(a, "%s/catalogue/agencies.csv", etc).ptr,
                                                   names, 2, &c->agencies, a, e)
                                    : NULL;
    if (!agencies)
        return false;
    c->service = arena_alloc(a, c->services * sizeof *c->service);
    for (size_t i = 0; i < c->services; i++)
        c->service[i] = (struct service){services[3 * i], services[3 * i + 1], services[3 * i + 2]};
    c->agency = arena_alloc(a, c->agencies * sizeof *c->agency);
    for (size_t i = 0; i < c->agencies; i++)
        c->agency[i] = (struct agency){agencies[2 * i], agencies[2 * i + 1]};
    return true;
}

const struct indicator *catalogue_indicator(const struct catalogue *c, struct str code)
{
    for (size_t i = 0; i < c->indicators; i++)
        if (str_eq(c->indicator[i].code, code))
            return &c->indicator[i];
    return NULL;
}

const struct service *catalogue_service(const struct catalogue *c, struct str code)
{
    for (size_t i = 0; i < c->services; i++)
        if (str_eq(c->service[i].code, code))
            return &c->service[i];
    return NULL;
}

bool catalogue_by_quarter(const struct catalogue *c, struct str code)
{
    const struct service *s = catalogue_service(c, code);
    return s && str_is(s->period, "quarter");
}

struct str catalogue_agency(const struct catalogue *c, struct str code)
{
    for (size_t i = 0; i < c->agencies; i++)
        if (str_eq(c->agency[i].code, code))
            return c->agency[i].name;
    return code;
}

/* --- the instrument --- */

struct instrument {
    struct catalogue *c; /* its items and grades are filled anew by each instrument */
    struct arena *a;
    bool figures; /* what is told as numbers, else the items with grades */
    long year;
    struct str last; /* the key of the line before, for continued values */
};

/* What two parts of the tree share, or two keys name, is asked for once. */
static bool add_item(struct instrument *in, struct str code, struct str text, struct err *e)
{
    struct catalogue *c = in->c;
    while (memchr(code.ptr, '/', code.len))
        str_cut(&code, '/');
    for (size_t i = 0; i < c->items; i++)
        if (str_eq(c->item[i].code, code))
            return true;
    if (c->items == MEANING_MAX_ITEMS)
        return err_set(e, ST_CONFIG, "more than %d items", MEANING_MAX_ITEMS);
    c->item[c->items++] = (struct item){arena_dup(in->a, code), arena_dup(in->a, text)};
    return true;
}

/* Items that no node of the tree is, but that the instrument asks for. */
static bool add_named(struct instrument *in, struct str section, struct str key, struct str value,
                      struct err *e)
{
    if (str_is(section, "published") && str_is(key, "score"))
        return add_item(in, value, STR("Nilai yang diumumkan"), e);
    if (str_is(section, "published") && str_is(key, "rank"))
        return add_item(in, value, STR("Peringkat yang diumumkan"), e);
    if (str_starts(section, "node ") && str_is(key, "given"))
        return add_item(in, value, STR("Nilai keseluruhan, bila bagian-bagiannya tidak ada"), e);
    if (str_starts(section, "award ") && str_is(key, "decided"))
        return add_item(in, value, STR("Peringkat penghargaan yang diputuskan; alasannya di Keterangan"), e);
    if (str_is(section, "scale") && str_is(key, "ties") && str_starts(value, "decided ")) {
        str_cut(&value, ' ');
        return add_item(in, str_trim(value), STR("Peringkat yang diputuskan; alasannya di Keterangan"), e);
    }
    return true;
}

/* "1 | 1 | what is looked at" of an item; the last part may go on in indented lines. */
static bool on_key(void *context, struct str section, struct str key, struct str value, int line,
                   struct err *e)
{
    struct instrument *in = context;
    struct catalogue *c = in->c;
    (void)line;
    if (str_is(section, "instrument") && str_is(key, "performance_year"))
        return str_to_long(value, &in->year) || err_set(e, ST_CONFIG, "the performance year is no number");
    if (str_is(section, in->figures ? "numbers" : "items") && str_eq(in->last, key)) {
        struct item *item = &c->item[c->items - 1];
        item->text = arena_printf(in->a, "%.*s %.*s", STR_ARG(item->text), STR_ARG(value));
    } else if (str_is(section, in->figures ? "numbers" : "items")) {
        str_cut(&value, '|');
        str_cut(&value, '|');
        in->last = arena_dup(in->a, key);
        return add_item(in, key, str_trim(value), e);
    } else if (str_is(section, "grades")) {
        if (c->grades == MEANING_MAX_GRADES)
            return err_set(e, ST_CONFIG, "more than %d grades", MEANING_MAX_GRADES);
        c->grade[c->grades++] = arena_cstr(in->a, key);
    } else if (in->figures) {
        return add_named(in, section, key, value, e);
    }
    return true;
}

static int is_ini(const struct dirent *d)
{
    size_t len = strlen(d->d_name);
    return d->d_name[0] != '.' && len > 4 && strcmp(d->d_name + len - 4, ".ini") == 0;
}

static bool read_instrument(struct catalogue *c, const char *path, bool figures, struct arena *a, long *year,
                            struct err *e)
{
    struct instrument in = {.c = c, .a = a, .figures = figures};
    c->items = c->grades = 0;
    memset(c->grade, 0, sizeof c->grade);
    bool ok = ini_read(path, on_key, &in, e);
    *year = in.year;
    return ok;
}

bool catalogue_read_items(struct catalogue *c, const char *etc, int year, bool figures, struct arena *a,
                          struct err *e)
{
    const char *folder = arena_printf(a, "%s/instruments", etc).ptr, *found = NULL;
    struct dirent **entry;
    int n = scandir(folder, &entry, is_ini, alphasort), found_of_year = 0;
    if (n < 0)
        return err_sys(e, "cannot read the folder of instruments '%s'", folder);
    for (int i = 0; i < n; i++) {
        const char *path = arena_printf(a, "%s/%s", folder, entry[i]->d_name).ptr;
        long of = 0;
        if (e->status == 0 && read_instrument(c, path, figures, a, &of, e) && of == year) {
            found = path;
            found_of_year++;
        }
        free(entry[i]);
    }
    free(entry);
    if (e->status != 0)
        return false;
    if (found_of_year != 1)
        return err_set(e, ST_CONFIG, "%s instrument of the performance year %d in '%s'",
                       found ? "more than one" : "no", year, folder);
    long of;
    if (!read_instrument(c, found, figures, a, &of, e))
        return false;
    return c->items > 0 ||
           err_set(e, ST_CONFIG, "the instrument asks for no %s (%s)", figures ? "numbers" : "items", found);
}
