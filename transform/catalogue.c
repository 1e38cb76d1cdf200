#include "catalogue.h"

#include "csv.h"

#include <stdlib.h>

static bool read_indicators(struct catalogue *c, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), type = table_column(&t, "type", e), got = -1;
    while (code >= 0 && type >= 0 && (got = table_next(&t, e)) == 1) {
        c->indicator = mem_grow(c->indicator, (c->indicators + 1) * sizeof *c->indicator);
        c->indicator[c->indicators++] = (struct indicator){
            arena_dup(&c->text, table_field(&t, code)),
            str_is(table_field(&t, type), "ratio"),
        };
    }
    table_close(&t);
    return got == 0;
}

static bool read_services(struct catalogue *c, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), subject = table_column(&t, "subject", e), got = -1;
    while (code >= 0 && subject >= 0 && (got = table_next(&t, e)) == 1) {
        c->service = mem_grow(c->service, (c->services + 1) * sizeof *c->service);
        c->service[c->services++] = (struct service){
            arena_dup(&c->text, table_field(&t, code)),
            arena_dup(&c->text, table_field(&t, subject)),
        };
    }
    table_close(&t);
    return got == 0;
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
