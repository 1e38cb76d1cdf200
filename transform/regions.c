#include "regtree.h"

#include "csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- codes --- */

static int level_of_code(struct str code)
{
    static const size_t lengths[] = {0, 2, 5, 8, 13};
    for (int level = 1; level <= REGION_LEVELS; level++)
        if (code.len == lengths[level])
            return level;
    return 0;
}

static int compare_code(const void *key, const void *element)
{
    return str_cmp(*(const struct str *)key, ((const struct node *)element)->code);
}

uint32_t regions_by_code(const struct regions *r, struct str code)
{
    struct node *found =
        r->nodes < 2 ? NULL : bsearch(&code, r->node + 1, r->nodes - 1, sizeof *r->node, compare_code);
    return found ? (uint32_t)(found - r->node) : REGION_NONE;
}

/* --- names --- */

static uint64_t name_hash(uint32_t parent, enum regname_form form, struct str name)
{
    struct hash h;
    hash_begin(&h);
    hash_add_number(&h, (uint64_t)parent * REGNAME_FORMS + form);
    hash_add(&h, name);
    return h.a | 1;
}

static void index_put(struct regions *r, struct entry fresh)
{
    size_t i = fresh.hash & (r->slots - 1);
    while (r->entry[i].hash != 0) {
        if (r->entry[i].hash == fresh.hash && r->entry[i].node == fresh.node)
            return;
        i = (i + 1) & (r->slots - 1);
    }
    r->entry[i] = fresh;
    r->entries++;
}

static void index_add(struct regions *r, struct entry fresh)
{
    if (r->entries * 2 >= r->slots) {
        struct entry *old = r->entry;
        size_t slots = r->slots;
        r->slots = slots ? slots * 2 : 4096;
        r->entry = mem_alloc(r->slots * sizeof *r->entry);
        r->entries = 0;
        for (size_t i = 0; i < slots; i++)
            if (old[i].hash != 0)
                index_put(r, old[i]);
        free(old);
    }
    index_put(r, fresh);
}

static char index_name(struct regions *r, uint32_t parent, uint32_t region, struct str name)
{
    struct regname n;
    regname_make(&n, name, r->node[region].level);
    for (enum regname_form form = 0; form < REGNAME_FORMS; form++)
        for (int stripped = 0; stripped < 2; stripped++) {
            struct str text = regname_text(&n, form, stripped);
            if (text.len > 0)
                index_add(r, (struct entry){name_hash(parent, form, text), region, stripped == 1});
        }
    return n.type;
}

/* Adds the regions with that hash to the set; stripped: 0 whole names, 1 those without leading words, 2
 * either. */
static void index_find(const struct regions *r, uint64_t hash, int stripped, char type, struct set *found)
{
    if (r->slots == 0)
        return;
    for (size_t i = hash & (r->slots - 1); r->entry[i].hash != 0; i = (i + 1) & (r->slots - 1)) {
        const struct entry *x = &r->entry[i];
        if (x->hash != hash || (stripped != 2 && x->stripped != (stripped == 1)))
            continue;
        const struct node *region = &r->node[x->node];
        if (type && region->level == 2 && region->type && region->type != type)
            continue;
        bool known = false;
        for (size_t k = 0; k < found->n && !known; k++)
            known = found->region[k] == x->node;
        if (known)
            continue;
        if (found->n == found->room)
            found->region = mem_grow(found->region, (found->room = found->room ? found->room * 2 : 64) *
                                                        sizeof *found->region);
        found->region[found->n++] = x->node;
    }
}

void regtree_named(struct regions *r, uint32_t parent, const struct regname *name, struct set *found)
{
    if (!r->node[parent].indexed) {
        for (uint32_t c = r->node[parent].child; c != REGION_NONE; c = r->node[c].next)
            r->node[c].type = index_name(r, parent, c, r->node[c].name);
        r->node[parent].indexed = true;
    }
    size_t before = found->n;
    for (enum regname_form form = 0; form < REGNAME_FORMS && found->n == before; form++) {
        struct str whole = regname_text(name, form, 0), stripped = regname_text(name, form, 1);
        if (whole.len == 0)
            continue;
        index_find(r, name_hash(parent, form, whole), 0, 0, found);
        if (found->n > before)
            return;
        index_find(r, name_hash(parent, form, whole), 1, 0, found);
        if (stripped.len > 0)
            index_find(r, name_hash(parent, form, stripped), 2, name->type, found);
    }
}

/* --- reading --- */

static bool add_region(struct regions *r, struct str code, struct str name, struct err *e)
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
                                    .level = (uint8_t)level};
    struct node *p = &r->node[parent];
    if (p->last != REGION_NONE)
        r->node[p->last].next = region;
    else
        p->child = region;
    p->last = region;
    return true;
}

static bool read_register(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int code = table_column(&t, "code", e), name = table_column(&t, "name", e);
    int from = table_column(&t, "valid_from", e), until = table_column(&t, "valid_until", e);
    int got = code < 0 || name < 0 || from < 0 || until < 0 ? -1 : 0;
    char edition[16] = "";
    while (got == 0 && (got = table_next(&t, e)) == 1) {
        struct str day = table_field(&t, from);
        if (day.len < sizeof edition && str_cmp(day, str_c(edition)) > 0)
            snprintf(edition, sizeof edition, "%.*s", STR_ARG(day));
        bool in_force = table_field(&t, until).len == 0;
        got = in_force && !add_region(r, table_field(&t, code), table_field(&t, name), e) ? -1 : 0;
    }
    r->edition = arena_dup(&r->text, str_c(edition));
    if (got < 0)
        err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    return got == 0;
}

static bool add_alias(struct regions *r, struct str above, struct str alias, struct str means, bool confirmed,
                      struct err *e)
{
    uint32_t region = regions_by_code(r, means), parent = regions_by_code(r, above);
    if (region == REGION_NONE || r->node[region].parent != parent)
        return err_set(e, ST_CONFIG, "alias: '%.*s' is no region directly below '%.*s'", STR_ARG(means),
                       STR_ARG(above));
    if (!confirmed)
        return err_set(e, ST_CONFIG, "alias '%.*s' is not confirmed: confirmed_by or confirmed_on is empty",
                       STR_ARG(alias));
    index_name(r, parent, region, alias);
    return true;
}

static bool read_aliases(struct regions *r, const char *path, struct err *e)
{
    struct table t;
    if (!table_open(&t, path, e))
        return false;
    int parent = table_column(&t, "parent_code", e), alias = table_column(&t, "alias", e);
    int code = table_column(&t, "code", e), by = table_column(&t, "confirmed_by", e);
    int on = table_column(&t, "confirmed_on", e);
    int got = parent < 0 || alias < 0 || code < 0 || by < 0 || on < 0 ? -1 : 0;
    while (got == 0 && (got = table_next(&t, e)) == 1)
        got = add_alias(r, table_field(&t, parent), table_field(&t, alias), table_field(&t, code),
                        table_field(&t, by).len > 0 && table_field(&t, on).len > 0, e)
                  ? 0
                  : -1;
    if (got < 0)
        err_place(e, "%s, line %ld", path, t.record.line);
    table_close(&t);
    return got == 0;
}

struct regions *regions_open(const char *folder, struct err *e)
{
    struct regions *r = mem_alloc(sizeof *r);
    r->room = 128 * 1024;
    r->node = mem_grow(NULL, r->room * sizeof *r->node);
    r->node[r->nodes++] = (struct node){0};
    const char *register_path = arena_printf(&r->text, "%s/regions.csv.gz", folder).ptr;
    const char *alias_path = arena_printf(&r->text, "%s/aliases.csv", folder).ptr;
    if (read_register(r, register_path, e) && read_aliases(r, alias_path, e) && regtree_formers(r, folder, e))
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
    free(r->former);
    free(r->now.region);
    free(r->below.region);
    free(r);
}

struct str regions_edition(const struct regions *r)
{
    return r->edition;
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
