#include "keys.h"

#include "sql/load/indicators.sql.h"
#include "sql/load/places.sql.h"
#include "sql/load/services.sql.h"

#include <stdlib.h>

/* A region, or an item of a catalogue, in a period. */
struct key_entry {
    struct str code, period; /* code.ptr NULL: free */
    bool is_item;
    struct place place;
    struct item item;
};

static size_t slot_of(const struct keys *k, bool is_item, struct str code, struct str period)
{
    uint64_t hash = (str_hash(code) * 31 + str_hash(period)) * 2 + is_item;
    size_t at = (size_t)(hash ^ hash >> 32) & (k->room - 1);
    while (k->entry[at].code.ptr && (k->entry[at].is_item != is_item || !str_eq(k->entry[at].code, code) ||
                                     !str_eq(k->entry[at].period, period)))
        at = (at + 1) & (k->room - 1);
    return at;
}

static void grow(struct keys *k)
{
    struct keys old = *k;
    k->room = old.room ? old.room * 2 : 256;
    k->entry = mem_alloc(k->room * sizeof *k->entry);
    memset(k->entry, 0, k->room * sizeof *k->entry);
    for (size_t i = 0; i < old.room; i++)
        if (old.entry[i].code.ptr)
            k->entry[slot_of(k, old.entry[i].is_item, old.entry[i].code, old.entry[i].period)] = old.entry[i];
    k->last = NULL;
    free(old.entry);
}

static struct key_entry *add(struct keys *k, bool is_item, struct str code, struct str period)
{
    if (2 * k->n >= k->room)
        grow(k);
    struct key_entry *entry = &k->entry[slot_of(k, is_item, code, period)];
    if (!entry->code.ptr) {
        k->n++;
        *entry =
            (struct key_entry){arena_dup(&k->arena, code), arena_dup(&k->arena, period), is_item, {0}, {0}};
    }
    return entry;
}

static struct key_entry *find(const struct keys *k, bool is_item, struct str code, struct str period)
{
    struct key_entry *entry = k->room > 0 ? &k->entry[slot_of(k, is_item, code, period)] : NULL;
    return entry && entry->code.ptr ? entry : NULL;
}

bool keys_place(struct keys *k, struct str region, struct str period, struct place *place)
{
    struct key_entry *entry = k->last;
    if (!entry || !str_eq(entry->code, region) || !str_eq(entry->period, period))
        entry = find(k, false, region, period);
    if (!entry)
        return false;
    k->last = entry;
    *place = entry->place;
    return true;
}

bool keys_item(struct keys *k, struct str code, struct str period, struct item *item)
{
    struct key_entry *entry = find(k, true, code, period);
    if (entry)
        *item = entry->item;
    return entry != NULL;
}

static long number(const PGresult *result, int row, int column)
{
    return strtol(PQgetvalue(result, row, column), NULL, 10);
}

bool keys_unknown(struct err *e, const char *what, struct str code)
{
    err_set(e, ST_CONFIG, "the %s '%.*s' is not in the warehouse's catalogue", what, STR_ARG(code));
    return err_hint(e, "bring the catalogue up to date with kp2s-catalog, then load again");
}

bool keys_fetch_place(struct keys *k, struct pg *pg, struct str region, struct str period, struct err *e)
{
    struct arena a = {0};
    struct place place;
    const char *params[] = {arena_cstr(&a, region), arena_cstr(&a, period)};
    PGresult *result = pg_query(pg, sql_load_places, 2, params, e);
    arena_done(&a);
    if (!result)
        return false;
    bool has_region = false;
    for (int i = 0; i < PQntuples(result); i++) {
        has_region = has_region || str_eq(pg_field(result, i, 0), region);
        if (!PQgetisnull(result, i, 3))
            add(k, false, pg_field(result, i, 0), period)->place =
                (struct place){number(result, i, 1), number(result, i, 2), number(result, i, 3)};
    }
    PQclear(result);
    return keys_place(k, region, period, &place) ||
           keys_unknown(e, has_region ? "period" : "region", has_region ? period : region);
}

bool keys_fetch_item(struct keys *k, struct pg *pg, enum kind kind, struct str code, struct str period,
                     struct err *e)
{
    struct arena a = {0};
    struct item item;
    bool indicators = kind == KIND_COVERAGE;
    const char *params[] = {arena_cstr(&a, period)};
    PGresult *result =
        pg_query(pg, indicators ? sql_load_indicators : sql_load_services, indicators, params, e);
    arena_done(&a);
    if (!result)
        return false;
    for (int i = 0; i < PQntuples(result); i++)
        add(k, true, pg_field(result, i, 0), period)->item =
            (struct item){number(result, i, 1), arena_dup(&k->arena, pg_field(result, i, 2))};
    PQclear(result);
    return keys_item(k, code, period, &item) || keys_unknown(e, indicators ? "indicator" : "service", code);
}

void keys_done(struct keys *k)
{
    free(k->entry);
    arena_done(&k->arena);
    *k = (struct keys){0};
}
