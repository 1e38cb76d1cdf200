#include "catalogue.h"

#include "csv.h"
#include "inifile.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double number(struct str s)
{
    char text[64];
    snprintf(text, sizeof text, "%.*s", STR_ARG(s));
    return strtod(text, NULL);
}

static enum indicator_type type_of(struct str name)
{
    return str_is(name, "ratio")     ? INDICATOR_RATIO
           : str_is(name, "percent") ? INDICATOR_PERCENT
                                     : INDICATOR_NUMBER;
}

static bool read_indicators(struct catalogue *c, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e),
        type = table_column(&t, "type", e), direction = table_column(&t, "direction", e),
        n = table_column(&t, "numerator_definition", e), d = table_column(&t, "denominator_definition", e),
        until = table_column(&t, "valid_until", e);
    while (e->status == 0 && table_next(&t, e) == 1) {
        if (table_field(&t, until).len > 0)
            continue;
        if (c->indicators == MAX_INDICATORS) {
            err_set(e, ST_CONFIG, "more than %d indicators", MAX_INDICATORS);
            break;
        }
        c->indicator[c->indicators++] = (struct indicator){
            .code = arena_cstr(&c->arena, table_field(&t, code)),
            .name = arena_cstr(&c->arena, table_field(&t, name)),
            .numerator = arena_cstr(&c->arena, table_field(&t, n)),
            .denominator = arena_cstr(&c->arena, table_field(&t, d)),
            .type = type_of(table_field(&t, type)),
            .down = str_is(table_field(&t, direction), "down"),
        };
    }
    table_close(&t);
    return e->status == 0;
}

static bool read_targets(struct catalogue *c, const char *path, int year, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int indicator = table_column(&t, "indicator", e), of_year = table_column(&t, "year", e),
        region = table_column(&t, "region", e), value = table_column(&t, "value", e);
    while (e->status == 0 && table_next(&t, e) == 1) {
        long y = 0;
        if (!str_to_long(table_field(&t, of_year), &y) || y != year)
            continue;
        if (c->targets == MAX_TARGETS) {
            err_set(e, ST_CONFIG, "more than %d targets", MAX_TARGETS);
            break;
        }
        c->target[c->targets++] = (struct target){
            .indicator = arena_cstr(&c->arena, table_field(&t, indicator)),
            .region = arena_cstr(&c->arena, table_field(&t, region)),
            .value = number(table_field(&t, value)),
        };
    }
    table_close(&t);
    return e->status == 0;
}

struct instrument_reading {
    struct catalogue *c;
    struct instrument i;
    int year;
};

static bool on_item(struct instrument_reading *r, struct str key, struct str value, struct err *e)
{
    if (r->i.items == MAX_ITEMS)
        return err_set(e, ST_CONFIG, "more than %d items", MAX_ITEMS);
    struct str rest = value, aksi = str_trim(str_cut(&rest, '|')), weight = str_trim(str_cut(&rest, '|'));
    r->i.item[r->i.items++] = (struct item){.code = arena_cstr(&r->c->arena, key),
                                            .text = arena_cstr(&r->c->arena, str_trim(rest)),
                                            .aksi = (int)number(aksi),
                                            .weight = number(weight)};
    return true;
}

static bool on_scale(struct instrument_reading *r, struct str key, struct str value, struct err *e)
{
    if (str_is(key, "ties"))
        r->i.dense = str_is(value, "dense");
    if (str_is(key, "assessors") && !str_is(value, "mean"))
        return err_set(e, ST_CONFIG, "the sample computes the assessors' mean only, not '%.*s'",
                       STR_ARG(value));
    return true;
}

/* "total | 0.20 | …" of a component */
static bool on_component(struct instrument_reading *r, struct str key, struct str value, struct err *e)
{
    struct str above = str_trim(str_cut(&value, '|'));
    double weight = number(str_trim(str_cut(&value, '|')));
    if (!str_is(above, "total"))
        return true;
    if (str_is(key, "aksi"))
        r->i.weight.aksi = weight;
    else if (str_is(key, "cakupan"))
        r->i.weight.coverage = weight;
    else if (str_is(key, "konvergensi"))
        r->i.weight.convergence = weight;
    else if (str_is(key, "prevalensi"))
        r->i.weight.prevalence = weight;
    else if (str_is(key, "data"))
        r->i.weight.data = weight;
    else
        return err_set(e, ST_CONFIG, "no component '%.*s'", STR_ARG(key));
    return true;
}

static bool on_instrument(void *context, struct str section, struct str key, struct str value, int line,
                          struct err *e)
{
    struct instrument_reading *r = context;
    (void)line;
    if (str_is(section, "instrument") && str_is(key, "performance_year"))
        r->i.found = (int)number(value) == r->year;
    if (str_is(section, "scale"))
        return on_scale(r, key, value, e);
    if (str_is(section, "items"))
        return on_item(r, key, value, e);
    if (str_is(section, "nodes") || str_is(section, "figures"))
        return on_component(r, key, value, e);
    if (str_is(section, "node aksi") && str_is(key, "maximum"))
        r->i.score_max = number(value);
    if (str_is(section, "grades") && key.len == 1 && r->i.grades < MAX_GRADES) {
        r->i.grade[r->i.grades].letter = *key.ptr;
        r->i.grade[r->i.grades++].score = number(value);
    }
    return true;
}

/* Takes the first instrument of the year; none is not an error. */
static bool read_instrument(struct catalogue *c, const char *etc, int year, struct err *e)
{
    char pattern[PATH_MAX];
    glob_t found = {0};
    snprintf(pattern, sizeof pattern, "%s/instruments/*.ini", etc);
    bool good = true;
    if (glob(pattern, 0, NULL, &found) == 0)
        for (size_t i = 0; good && i < found.gl_pathc && !c->instrument.found; i++) {
            struct instrument_reading r = {.c = c, .year = year};
            good = ini_read(found.gl_pathv[i], on_instrument, &r, e);
            if (r.i.found)
                c->instrument = r.i;
        }
    globfree(&found);
    return good;
}

/* Tab-separated, compressed: sex (1 boy, 2 girl), age in days, l, m, s. */
static bool read_growth(struct catalogue *c, const char *path, struct err *e)
{
    struct csv *csv = csv_open(path, e);
    struct csv_record record;
    int got = 0;
    long rows = 0;
    if (!csv)
        return false;
    while ((got = csv_next(csv, &record, e)) == 1) {
        struct str rest = record.field[0], field[5];
        long sex = 0, age = 0;
        for (int i = 0; i < 5; i++)
            field[i] = str_trim(str_cut(&rest, '\t'));
        if (!str_to_long(field[0], &sex) || !str_to_long(field[1], &age) || sex < 1 || sex > 2 ||
            age > LAST_DAY)
            continue; /* the heading */
        c->length[sex - 1][age].m = number(field[3]);
        c->length[sex - 1][age].s = number(field[4]);
        rows++;
    }
    csv_close(csv);
    if (got == 0 && rows != 2 * (LAST_DAY + 1))
        return err_set(e, ST_CONFIG, "'%s' holds %ld rows instead of %d", path, rows, 2 * (LAST_DAY + 1));
    return got == 0;
}

bool catalogue_read(struct catalogue *c, const char *etc, int year, struct err *e)
{
    char path[4][PATH_MAX];
    static const char *const names[] = {"catalogue/indicators.csv", "catalogue/targets.csv",
                                        "growth/lhfa.tsv.gz"};
    for (int i = 0; i < 3; i++)
        snprintf(path[i], PATH_MAX, "%s/%s", etc, names[i]);
    return read_indicators(c, path[0], e) && read_targets(c, path[1], year, e) &&
           read_growth(c, path[2], e) && read_instrument(c, etc, year, e);
}

void catalogue_done(struct catalogue *c)
{
    arena_done(&c->arena);
}

const struct indicator *catalogue_indicator(const struct catalogue *c, const char *code)
{
    for (int i = 0; i < c->indicators; i++)
        if (strcmp(c->indicator[i].code, code) == 0)
            return &c->indicator[i];
    BUG("an indicator of the sample's forms is not in the catalogue");
}

const struct target *catalogue_target(const struct catalogue *c, const char *indicator, const char *regency)
{
    const struct target *best = NULL;
    for (int i = 0; i < c->targets; i++) {
        const struct target *t = &c->target[i];
        bool fits = strncmp(t->region, regency, strlen(t->region)) == 0;
        if (fits && strcmp(t->indicator, indicator) == 0 &&
            (!best || strlen(t->region) > strlen(best->region)))
            best = t;
    }
    return best;
}
