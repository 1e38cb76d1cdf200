#include "place.h"

#include "csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_REGENCIES = 60, MAX_DISTRICTS = 4000, MAX_VILLAGES = 20000 };

struct reading {
    struct province *p;
    struct district *district;
    size_t districts;
    struct village *village;
    size_t villages;
    size_t first[MAX_REGENCIES]; /* index of each regency's first village */
};

static int depth_of(struct str code)
{
    int depth = 1;
    for (size_t i = 0; i < code.len; i++)
        depth += code.ptr[i] == '.';
    return depth;
}

static void add_regency(struct reading *r, char *code, char *name)
{
    struct regency *g = &r->p->regency[r->p->regencies];
    bool city = strncmp(name, "Kota ", 5) == 0;
    const char *blank = strchr(name, ' ');
    *g = (struct regency){.code = code,
                          .name = name,
                          .short_name = blank ? blank + 1 : name,
                          .city = city,
                          .ordinal = (int)r->p->regencies};
    r->first[r->p->regencies++] = r->villages;
}

static bool add(struct reading *r, struct str code, struct str name, uint64_t seed, struct err *e)
{
    char *c = arena_cstr(&r->p->arena, code), *n = arena_cstr(&r->p->arena, name);
    switch (depth_of(code)) {
    case 1:
        r->p->code = c;
        r->p->name = n;
        return true;
    case 2:
        if (r->p->regencies == MAX_REGENCIES)
            break;
        add_regency(r, c, n);
        return true;
    case 3:
        if (r->districts == MAX_DISTRICTS)
            break;
        r->district[r->districts++] = (struct district){c, n};
        return true;
    default:
        if (r->villages == MAX_VILLAGES || r->districts == 0 || r->p->regencies == 0)
            break;
        struct rng rng = rng_of(seed, "village %s", c);
        r->village[r->villages++] = (struct village){.code = c,
                                                     .name = n,
                                                     .district = &r->district[r->districts - 1],
                                                     .families = rng_between(&rng, 60, 900)};
        return true;
    }
    return err_set(e, ST_CONFIG, "the region register is out of order or too long at '%s'", c);
}

static bool read_register(struct reading *r, const struct place_choice *choice, struct err *e)
{
    struct table t;
    if (!table_open(&t, choice->register_path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e),
        until = table_column(&t, "valid_until", e), got = -1;
    size_t len = strlen(choice->province);
    while (e->status == 0 && (got = table_next(&t, e)) == 1) {
        struct str c = table_field(&t, code);
        bool inside = str_starts(c, choice->province) && (c.len == len || c.ptr[len] == '.');
        if (inside && table_field(&t, until).len == 0 && !add(r, c, table_field(&t, name), choice->seed, e))
            break;
    }
    table_close(&t);
    return e->status == 0;
}

/* Keeps `wanted` villages of each regency, evenly spread over it. */
static void take_villages(struct reading *r, long wanted)
{
    for (size_t i = 0; i < r->p->regencies; i++) {
        struct regency *g = &r->p->regency[i];
        size_t end = i + 1 < r->p->regencies ? r->first[i + 1] : r->villages, all = end - r->first[i];
        g->village = r->village + r->first[i];
        g->villages = wanted > 0 && (size_t)wanted < all ? (size_t)wanted : all;
        for (size_t v = 0; v < g->villages; v++)
            g->village[v] = g->village[v * all / g->villages];
    }
}

static void give_quality(struct province *p, uint64_t seed, const char *poor)
{
    for (size_t i = 0; i < p->regencies; i++) {
        struct regency *g = &p->regency[i];
        struct rng rng = rng_of(seed, "quality %s", g->code);
        g->quality.coverage = 0.72 + 0.22 * rng_unit(&rng);
        g->quality.convergence = 0.74 + 0.22 * rng_unit(&rng);
        g->quality.grade = 0.60 + 0.35 * rng_unit(&rng);
        g->quality.haz = -1.30 + 0.50 * rng_unit(&rng);
        if (strcmp(g->code, poor) == 0)
            g->quality = (struct quality){true, 0.42, 0.40, 0.20, -2.05};
    }
}

bool place_read(struct province *p, const struct place_choice *choice, struct err *e)
{
    *p = (struct province){0};
    struct reading r = {.p = p};
    p->regency = arena_alloc(&p->arena, MAX_REGENCIES * sizeof *p->regency);
    r.district = arena_alloc(&p->arena, MAX_DISTRICTS * sizeof *r.district);
    r.village = arena_alloc(&p->arena, MAX_VILLAGES * sizeof *r.village);
    if (!read_register(&r, choice, e))
        return false;
    if (!p->name || p->regencies < 3 || r.villages == 0) {
        err_set(e, ST_CONFIG, "no province '%s' in the region register", choice->province);
        return err_place(e, "%s", choice->register_path);
    }
    take_villages(&r, choice->per_regency);
    const char *poor = choice->poor ? choice->poor : p->regency[p->regencies - 3].code;
    give_quality(p, choice->seed, poor);
    for (size_t i = 0; i < p->regencies; i++)
        if (strcmp(p->regency[i].code, poor) == 0)
            return true;
    return err_set(e, ST_USAGE, "no kabupaten/kota '%s' in province %s", poor, p->code);
}

void place_done(struct province *p)
{
    arena_done(&p->arena);
}

const char *place_label(const struct regency *r, char text[80])
{
    snprintf(text, 80, "%s %s", r->city ? "Kota" : "Kab.", r->short_name);
    return text;
}
