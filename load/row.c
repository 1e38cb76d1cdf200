#include "row.h"
#include "loadkind.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool find_place(struct stage *s, const struct str *field, struct place *place, struct err *e)
{
    struct str region = field[s->at.region], period = field[s->at.period];
    return keys_place(&s->keys, region, period, place) ||
           (stage_pause(s, e) && keys_fetch_place(&s->keys, s->pg, region, period, e) &&
            keys_place(&s->keys, region, period, place));
}

/* Kinds whose records name nothing of a catalogue have no item. */
static bool find_item(struct stage *s, const struct str *field, struct item *item, struct err *e)
{
    if (s->at.item < 0)
        return true;
    struct str code = field[s->at.item], period = field[s->at.period];
    return keys_item(&s->keys, code, period, item) ||
           (stage_pause(s, e) && keys_fetch_item(&s->keys, s->pg, s->source.kind, code, period, e) &&
            keys_item(&s->keys, code, period, item));
}

static void widen_region(struct source *src, struct str region)
{
    struct reach *to = &src->reach;
    if (to->first_region.len == 0 || str_cmp(region, to->first_region) < 0)
        to->first_region = arena_dup(&src->arena, region);
    if (to->last_region.len == 0 || str_cmp(region, to->last_region) > 0)
        to->last_region = arena_dup(&src->arena, region);
}

static void widen(struct source *src, const struct place *place, struct str region)
{
    struct reach *to = &src->reach;
    size_t i = to->regencies;
    while (i > 0 && to->regency[i - 1] != place->regency)
        i--;
    if (i == 0) {
        if (to->regencies == to->room)
            to->regency =
                mem_grow(to->regency, (to->room = to->room ? 2 * to->room : 8) * sizeof *to->regency);
        to->regency[to->regencies++] = place->regency;
    }
    if (to->first_period == 0 || place->period < to->first_period)
        to->first_period = place->period;
    if (place->period > to->last_period)
        to->last_period = place->period;
    widen_region(src, region);
}

static void widen_day(struct reach *to, struct str day)
{
    if (!to->first_day[0] || strncmp(day.ptr, to->first_day, day.len) < 0)
        snprintf(to->first_day, sizeof to->first_day, "%.*s", STR_ARG(day));
    if (strncmp(day.ptr, to->last_day, day.len) > 0)
        snprintf(to->last_day, sizeof to->last_day, "%.*s", STR_ARG(day));
}

static void put_field(struct stage *s, char type, struct str text, const struct place *place,
                      const struct item *item)
{
    long number;
    switch (type) {
    case FIELD_REGION:
        pg_row_int(&s->copy, place->regency, 8);
        pg_row_int(&s->copy, place->region, 8);
        break;
    case FIELD_PERIOD:
        pg_row_int(&s->copy, place->period, 8);
        break;
    case FIELD_ITEM:
        pg_row_int(&s->copy, item->key, 8);
        break;
    case FIELD_NUMBER:
    case FIELD_COUNT:
        if (text.len == 0)
            pg_row_null(&s->copy);
        else
            pg_row_numeric(&s->copy, text);
        break;
    case FIELD_AGE:
        str_to_long(text, &number);
        pg_row_int(&s->copy, number, 4);
        break;
    case FIELD_DATE:
        pg_row_date(&s->copy, text);
        widen_day(&s->source.reach, text);
        break;
    default:
        pg_row_text(&s->copy, text);
    }
}

static bool refuse(struct err *e, const struct record *r, const char *why)
{
    err_set(e, ST_REFUSED, "%s", why);
    return err_place(e, "%.*s row %.*s", STR_ARG(r->sheet), STR_ARG(r->row));
}

/* The fields of a record, each as transform writes it. */
static bool take_fields(struct stage *s, const struct record *r, struct str *field, struct err *e)
{
    enum kind kind = s->source.kind;
    struct arena *a = &s->source.arena;
    for (size_t i = 0; i < s->columns; i++) {
        field[i] = r->field[s->column[i]];
        if (!loadkind_fits(loadkinds[kind].types[i], field[i]))
            return refuse(e, r,
                          arena_printf(a, "'%s' is not as transform writes it: '%.*s'", kind_meant[kind][i],
                                       field[i].len > 40 ? 40 : (int)field[i].len, field[i].ptr)
                              .ptr);
    }
    const char *conflict = loadkind_conflict(kind, field, a);
    return !conflict || refuse(e, r, conflict);
}

/* Tokens of one key only can be compared. */
static bool check_key(struct stage *s, const struct str *field, struct err *e)
{
    struct source *src = &s->source;
    if (s->at.key < 0 || str_eq(field[s->at.key], src->key))
        return true;
    if (src->key.len > 0)
        return err_set(e, ST_REFUSED, "tokens of key '%.*s' and of key '%.*s' in one source",
                       STR_ARG(src->key), STR_ARG(field[s->at.key]));
    src->key = arena_dup(&src->arena, field[s->at.key]);
    return true;
}

bool row_put(struct stage *s, const struct record *r, struct err *e)
{
    const struct loadkind *kind = &loadkinds[s->source.kind];
    struct str field[STAGE_MAX_COLUMNS];
    struct place place;
    struct item item = {0};
    long row;
    size_t table;
    if (!str_to_long(r->row, &row) || row < 1 || row > INT_MAX)
        return err_set(e, ST_REFUSED, "the row of a record is no row number: '%.*s'", STR_ARG(r->row));
    if (!stage_table_no(&s->source, r->sheet, &table, e) || !take_fields(s, r, field, e) ||
        !check_key(s, field, e))
        return false;
    if (s->at.person >= 0 && erased_has(&s->source.erased, field[s->at.person])) {
        erased_pass(&s->source.erased, r->sheet, r->row);
        return true;
    }
    if (!find_place(s, field, &place, e) || !find_item(s, field, &item, e))
        return false;
    const char *lacks = loadkind_lacks(s->source.kind, field, item.type, &s->source.arena);
    if (lacks)
        return refuse(e, r, lacks);
    if (!stage_go_on(s, e))
        return false;
    widen(&s->source, &place, field[s->at.region]);
    pg_row_begin(&s->copy, s->fields);
    for (size_t i = 0; i < s->columns; i++)
        put_field(s, kind->types[i], field[i], &place, &item);
    pg_row_int(&s->copy, s->source.agency_key, 8);
    if (kind->has_system)
        pg_row_text(&s->copy, s->source.system);
    pg_row_int(&s->copy, (long)table, 2);
    pg_row_int(&s->copy, row, 4);
    pg_row_text(&s->copy, r->cell);
    return pg_row_end(&s->copy, e);
}
