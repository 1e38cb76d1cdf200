#include "catalogue.h"

#include "csv.h"

#include <stdlib.h>

static bool type_of(const struct table *t, int column, enum indicator_type *type, struct err *e)
{
    static const char *const names[] = {[INDICATOR_RATIO] = "ratio",
                                        [INDICATOR_COUNT] = "count",
                                        [INDICATOR_YES_NO] = "yes_no",
                                        [INDICATOR_TIMES] = "times",
                                        [INDICATOR_PERCENT] = "percent"};
    struct str name = table_field(t, column);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(name, names[i])) {
            *type = (enum indicator_type)i;
            return true;
        }
    err_set(e, ST_CONFIG, "type '%.*s' is none of ratio, count, yes_no, times, percent", STR_ARG(name));
    return err_place(e, "%s, line %ld", csv_name(t->csv), t->record.line);
}

static bool read_indicators(struct catalogue *c, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), type = table_column(&t, "type", e),
        unit = table_column(&t, "unit", e);
    while (e->status == 0 && table_next(&t, e) == 1) {
        struct str u = table_field(&t, unit);
        struct indicator i = {.code = arena_dup(&c->text, table_field(&t, code)),
                              .fraction = str_is(u, "Rp") || str_is(u, "m3"),
                              .percent = str_is(u, "%")};
        if (!type_of(&t, type, &i.type, e))
            break;
        c->indicator = mem_grow(c->indicator, (c->indicators + 1) * sizeof *c->indicator);
        c->indicator[c->indicators++] = i;
    }
    table_close(&t);
    return e->status == 0;
}

static bool read_services(struct catalogue *c, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), subject = table_column(&t, "subject", e),
        period = table_column(&t, "period", e);
    while (e->status == 0 && table_next(&t, e) == 1) {
        c->service = mem_grow(c->service, (c->services + 1) * sizeof *c->service);
        c->service[c->services++] = (struct service){
            arena_dup(&c->text, table_field(&t, code)),
            arena_dup(&c->text, table_field(&t, subject)),
            str_is(table_field(&t, period), "quarter"),
        };
    }
    table_close(&t);
    return e->status == 0;
}

static int by_indicator(const void *a, const void *b)
{
    return str_cmp(((const struct indicator *)a)->code, ((const struct indicator *)b)->code);
}

static int by_service(const void *a, const void *b)
{
    return str_cmp(((const struct service *)a)->code, ((const struct service *)b)->code);
}

bool catalogue_open(struct catalogue *c, const char *folder, struct err *e)
{
    *c = (struct catalogue){0};
    if (!read_indicators(c, arena_printf(&c->text, "%s/indicators.csv", folder).ptr, e) ||
        !read_services(c, arena_printf(&c->text, "%s/services.csv", folder).ptr, e)) {
        catalogue_close(c);
        return false;
    }
    qsort(c->indicator, c->indicators, sizeof *c->indicator, by_indicator);
    qsort(c->service, c->services, sizeof *c->service, by_service);
    return true;
}

void catalogue_close(struct catalogue *c)
{
    free(c->indicator);
    free(c->service);
    arena_done(&c->text);
    *c = (struct catalogue){0};
}

const struct indicator *catalogue_indicator(const struct catalogue *c, struct str code)
{
    struct indicator key = {.code = code};
    return c->indicators ? bsearch(&key, c->indicator, c->indicators, sizeof key, by_indicator) : NULL;
}

const struct service *catalogue_service(const struct catalogue *c, struct str code)
{
    struct service key = {.code = code};
    return c->services ? bsearch(&key, c->service, c->services, sizeof key, by_service) : NULL;
}

bool catalogue_subject(const struct catalogue *c, struct str subject)
{
    size_t i = 0;
    while (i < c->services && !str_eq(c->service[i].subject, subject))
        i++;
    return i < c->services;
}
