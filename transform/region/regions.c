#include "regtree.h"

#include "csv.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int level_of_code(struct str code)
{
    static const size_t lengths[] = {0, 2, 5, 8, 13};
    for (int level = 1; level <= REGION_LEVELS; level++)
        if (code.len == lengths[level])
            return level;
    return 0;
}

/* --- the register --- */

static bool add_region(struct regions *r, struct str code, struct str name, uint8_t since, struct err *e)
{
    int level = level_of_code(code);
    struct str above = {code.ptr, level == 4 ? 8 : level == 3 ? 5 : level == 2 ? 2 : 0};
    /* codes come in order, so the parent is the last region of the level above */
    uint32_t parent = r->nodes > 1 ? (uint32_t)(r->nodes - 1) : 0;
    while (parent != 0 && r->node[parent].level >= level)
        parent = r->node[parent].parent;
    if (level == 0 || (level > 1 && !str_eq(r->node[parent].code, above)))
        return err_set(e, ST_CONFIG, "region code '%.*s' has no region above it", STR_ARG(code));
    if (r->nodes > 1 && str_cmp(r->node[r->nodes - 1].code, code) >= 0)
        return err_set(e, ST_CONFIG, "region code '%.*s' is out of order or twice in force", STR_ARG(code));
    if (r->nodes == r->room)
        r->node = mem_grow(r->node, (r->room *= 2) * sizeof *r->node);
    uint32_t region = (uint32_t)r->nodes++;
    r->node[region] = (struct node){.code = arena_dup(&r->text, code),
                                    .name = arena_dup(&r->text, name),
                                    .parent = parent,
                                    .since = since,
                                    .level = (uint8_t)level};
    struct node *p = &r->node[parent];
    if (p->last != REGION_NONE)
        r->node[p->last].next = region;
    else
        p->child = region;
    p->last = region;
    return true;
}

/* A row's first day, and the day on which it ended. */
struct days {
    struct str from, until;
};

/* While the register is read, editions are numbered as their first days come up; set_editions() orders them.
 */
static bool edition_of(struct regions *r, struct str day, uint8_t *edition, struct err *e)
{
    for (*edition = 0; *edition < r->editions; ++*edition)
        if (str_eq(r->edition[*edition], day))
            return true;
    if (r->editions == MAX_EDITIONS)
        return err_set(e, ST_CONFIG, "more than %d editions", MAX_EDITIONS);
    r->edition[r->editions++] = arena_dup(&r->text, day);
    return true;
}

static bool add_row(struct regions *r, struct str code, struct str name, const struct days *days,
                    struct err *e)
{
    uint8_t from, until;
    if (!edition_of(r, days->from, &from, e))
        return false;
    if (days->until.len == 0)
        return add_region(r, code, name, from, e);
    if (!edition_of(r, days->until, &until, e))
        return false;
    if (r->pasts == r->past_room)
        r->past =
            mem_grow(r->past, (r->past_room = r->past_room ? r->past_room * 2 : 16384) * sizeof *r->past);
    r->past[r->pasts++] = (struct past){
        .code = arena_dup(&r->text, code), .name = arena_dup(&r->text, name), .from = from, .until = until};
    return true;
}

static void set_editions(struct regions *r)
{
    struct str sorted[MAX_EDITIONS] = {{0}};
    uint8_t place[MAX_EDITIONS] = {0};
    if (r->editions == 0)
        r->edition[r->editions++] = STR("");
    for (size_t i = 0; i < r->editions; i++) {
        for (size_t k = 0; k < r->editions; k++)
            if (str_cmp(r->edition[k], r->edition[i]) < 0)
                place[i]++;
        sorted[place[i]] = r->edition[i];
    }
    memcpy(r->edition, sorted, r->editions * sizeof *sorted);
    for (size_t i = 1; i < r->nodes; i++)
        r->node[i].since = place[r->node[i].since];
    for (size_t i = 0; i < r->pasts; i++) {
        r->past[i].from = place[r->past[i].from];
        r->past[i].until = place[r->past[i].until];
    }
    r->in_force = r->nodes;
}

static bool read_register(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e);
    int from = table_column(&t, "valid_from", e), until = table_column(&t, "valid_until", e);
    int got = code < 0 || name < 0 || from < 0 || until < 0 ? -1 : 0;
    while (got == 0 && (got = table_next(&t, e)) == 1) {
        struct days days = {table_field(&t, from), table_field(&t, until)};
        got = add_row(r, table_field(&t, code), table_field(&t, name), &days, e) ? 0 : -1;
    }
    if (got < 0)
        err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    set_editions(r);
    return got == 0;
}

/* --- aliases --- */

/* The region of a code that holds, or held once. */
static uint32_t ever(const struct regions *r, struct str code)
{
    uint32_t region = REGION_NONE;
    for (size_t edition = r->editions; edition-- > 0 && region == REGION_NONE;)
        region = regtree_at(r, code, (uint8_t)edition);
    return region;
}

/* What an older register called directly below another stays so: an alias outlives the codes it was given in.
 */
static bool add_alias(struct regions *r, struct str above, struct str alias, struct str means, bool confirmed,
                      struct err *e)
{
    uint32_t region = ever(r, means), parent = ever(r, above);
    bool below = str_eq(regtree_prefix(means, level_of_code(means) - 1), above);
    if (region == REGION_NONE || !below || (parent == REGION_NONE && above.len > 0))
        return err_set(e, ST_CONFIG, "alias: '%.*s' is no region directly below '%.*s'", STR_ARG(means),
                       STR_ARG(above));
    if (!confirmed)
        return err_set(e, ST_CONFIG, "alias '%.*s' is not confirmed: confirmed_by or confirmed_on is empty",
                       STR_ARG(alias));
    regtree_alias(r, parent, region, alias);
    return true;
}

static bool read_aliases(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int parent = table_column(&t, "parent_code", e), alias = table_column(&t, "alias", e);
    int code = table_column(&t, "code", e), by = table_column(&t, "confirmed_by", e);
    int on = table_column(&t, "confirmed_on", e), until = table_column(&t, "valid_until", e);
    int got = parent < 0 || alias < 0 || code < 0 || by < 0 || on < 0 || until < 0 ? -1 : 0;
    while (got == 0 && (got = table_next(&t, e)) == 1)
        got = table_field(&t, until).len > 0 ||
                      add_alias(r, table_field(&t, parent), table_field(&t, alias), table_field(&t, code),
                                table_field(&t, by).len > 0 && table_field(&t, on).len > 0, e)
                  ? 0
                  : -1;
    if (got < 0)
        err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    return got == 0;
}

/* What of aliases and puskesmas a folder has. */
static bool read_own(struct regions *r, const char *folder, struct err *e)
{
    struct arena a = {0};
    const char *alias = arena_printf(&a, "%s/aliases.csv", folder).ptr;
    const char *puskesmas = arena_printf(&a, "%s/puskesmas.csv", folder).ptr;
    bool ok = (access(alias, F_OK) != 0 || read_aliases(r, alias, e)) &&
              (access(puskesmas, F_OK) != 0 || regpuskesmas_read(r, puskesmas, e));
    arena_done(&a);
    return ok;
}

struct regions *regions_open(const char *folder, const char *site, struct err *e)
{
    struct regions *r = mem_alloc(sizeof *r);
    struct arena a = {0};
    r->room = 128 * 1024;
    r->node = mem_grow(NULL, r->room * sizeof *r->node);
    r->node[r->nodes++] = (struct node){0};
    if (site && access(site, R_OK | X_OK) != 0)
        err_sys(e, "cannot read the folder '%s'", site);
    bool ok = e->status == 0 && read_register(r, arena_printf(&a, "%s/regions.csv.gz", folder).ptr, e) &&
              regtree_formers(r, folder, e) && read_own(r, folder, e) && (!site || read_own(r, site, e));
    arena_done(&a);
    if (ok)
        return r;
    regions_close(r);
    return NULL;
}

void regions_close(struct regions *r)
{
    if (!r)
        return;
    arena_done(&r->text);
    free(r->node);
    free(r->entry);
    free(r->past);
    free(r->former);
    free(r->now.at);
    free(r->below.at);
    regbps_close(r->bps);
    regpuskesmas_close(r->puskesmas);
    free(r);
}

/* --- what is known of a region --- */

struct str regions_edition(const struct regions *r)
{
    return r->edition[regtree_newest(r)];
}

struct str regions_code(const struct regions *r, uint32_t region)
{
    return r->node[region].code;
}

struct str regions_name(const struct regions *r, uint32_t region)
{
    return r->node[region].name;
}

int regions_level(const struct regions *r, uint32_t region)
{
    return r->node[region].level;
}

uint32_t regions_above(const struct regions *r, uint32_t region, int level)
{
    while (region != REGION_NONE && r->node[region].level > level)
        region = r->node[region].parent;
    return r->node[region].level == level ? region : REGION_NONE;
}

uint32_t regions_next_below(const struct regions *r, uint32_t parent, uint32_t region)
{
    return region == REGION_NONE ? r->node[parent].child : r->node[region].next;
}

void regions_formers(const struct regions *r, uint32_t region,
                     void (*tell)(void *context, struct str name, struct str from, struct str until),
                     void *context)
{
    for (size_t i = 0; i < r->pasts; i++) {
        const struct past *p = &r->past[i];
        if (p->region == region && !str_eq(p->name, r->node[region].name))
            tell(context, p->name, r->edition[p->from], r->edition[p->until]);
    }
}
