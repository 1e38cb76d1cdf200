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
    long year;
    struct str last; /* the key of the line before, for continued values */
};

/* "1 | 1 | what is looked at" of an item; the last part may go on in indented lines. */
static bool on_key(void *context, struct str section, struct str key, struct str value, int line,
                   struct err *e)
{
    struct instrument *in = context;
    struct catalogue *c = in->c;
    (void)line;
    if (str_is(section, "instrument") && str_is(key, "performance_year"))
        return str_to_long(value, &in->year) || err_set(e, ST_CONFIG, "the performance year is no number");
    if (str_is(section, "items") && str_eq(in->last, key)) {
        struct item *item = &c->item[c->items - 1];
        item->text = arena_printf(in->a, "%.*s %.*s", STR_ARG(item->text), STR_ARG(value));
    } else if (str_is(section, "items")) {
        str_cut(&value, '|');
        str_cut(&value, '|');
        if (c->items == MEANING_MAX_ITEMS)
            return err_set(e, ST_CONFIG, "more than %d items", MEANING_MAX_ITEMS);
        in->last = arena_dup(in->a, key);
        c->item[c->items++] = (struct item){in->last, arena_dup(in->a, str_trim(value))};
    } else if (str_is(section, "grades")) {
        if (c->grades == MEANING_MAX_GRADES)
            return err_set(e, ST_CONFIG, "more than %d grades", MEANING_MAX_GRADES);
        c->grade[c->grades++] = arena_cstr(in->a, key);
    }
    return true;
}

static int is_ini(const struct dirent *d)
{
    size_t len = strlen(d->d_name);
    return d->d_name[0] != '.' && len > 4 && strcmp(d->d_name + len - 4, ".ini") == 0;
}

static bool read_instrument(struct catalogue *c, const char *path, struct arena *a, long *year, struct err *e)
{
    struct instrument in = {.c = c, .a = a};
    c->items = c->grades = 0;
    memset(c->grade, 0, sizeof c->grade);
    bool ok = ini_read(path, on_key, &in, e);
    *year = in.year;
    return ok;
}

bool catalogue_read_items(struct catalogue *c, const char *etc, int year, struct arena *a, struct err *e)
{
    const char *folder = arena_printf(a, "%s/instruments", etc).ptr, *found = NULL;
    struct dirent **entry;
    int n = scandir(folder, &entry, is_ini, alphasort), found_of_year = 0;
    if (n < 0)
        return err_sys(e, "cannot read the folder of instruments '%s'", folder);
    for (int i = 0; i < n; i++) {
        const char *path = arena_printf(a, "%s/%s", folder, entry[i]->d_name).ptr;
        long of = 0;
        if (e->status == 0 && read_instrument(c, path, a, &of, e) && of == year) {
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
    return read_instrument(c, found, a, &of, e);
}
